// Desk status: which verbs lead where. Decided in main, stored as an append-only event; never a CRDT key.
import { z } from 'zod'

export const STATUSES = ['draft', 'in-review', 'ready', 'published', 'spiked'] as const
export const statusSchema = z.enum(STATUSES)
export type Status = (typeof STATUSES)[number]

export const VERBS = ['file', 'return', 'ready', 'publish', 'spike', 'revive'] as const
export const verbSchema = z.enum(VERBS)
export type Verb = (typeof VERBS)[number]

const TRANSITIONS: Readonly<Record<Status, Partial<Record<Verb, Status>>>> = {
  draft: { file: 'in-review', ready: 'ready', publish: 'published', spike: 'spiked' },
  'in-review': { return: 'draft', ready: 'ready', publish: 'published', spike: 'spiked' },
  ready: { return: 'draft', publish: 'published', spike: 'spiked' },
  published: { publish: 'published' },
  spiked: { revive: 'draft' },
}

/** The status a verb leads to, or null when the verb is not allowed from here. */
export function statusAfter(from: Status, verb: Verb): Status | null {
  return TRANSITIONS[from][verb] ?? null
}

/** The verbs that may be used from a status, in menu order. */
export function verbsFrom(from: Status): readonly Verb[] {
  return VERBS.filter((verb) => TRANSITIONS[from][verb] !== undefined)
}
