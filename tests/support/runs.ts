// How often a property is tried.
import process from 'node:process'

/** Times more than the suite's own: STET_RUNS_FACTOR=20 for a long search. */
const FACTOR = Number(process.env['STET_RUNS_FACTOR'] ?? 1)

/** The suite tries so many, for all of it to stay under a minute on two cores. */
export const runs = (count: number): number => Math.max(1, Math.round(count * FACTOR))
