// Commands list only the outcomes they can answer; some outcomes of the functions below them cannot happen in their place.
import type { Outcome, OutcomeTag } from '#shared/errors/outcome.ts'
import { err, type Result } from '#shared/ipc/result.ts'

/** Outcomes of opening a library cannot come from one that is open. */
const OPENING = ['LibraryMissing', 'LibraryNotOurs', 'LibraryTooNew'] as const

export const whileOpen = <V, T extends OutcomeTag>(
  result: Result<V, Outcome<T>>,
): Result<V, Exclude<Outcome<T>, Outcome<(typeof OPENING)[number]>>> => ruleOut(result, OPENING)

/** The same result without these outcomes; meeting one of them is a bug and throws. */
export function ruleOut<V, T extends OutcomeTag, const R extends OutcomeTag>(
  result: Result<V, Outcome<T>>,
  tags: readonly R[],
): Result<V, Exclude<Outcome<T>, Outcome<R>>> {
  if (result.ok) return result
  const { error } = result
  if (tags.some((tag) => tag === error.type)) throw new Error(`${error.type} cannot happen here`)
  return err(error as Exclude<Outcome<T>, Outcome<R>>)
}
