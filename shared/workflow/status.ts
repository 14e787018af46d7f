// Desk status: which verbs lead where. Decided in main, stored as an append-only event; never a CRDT key.
import { z } from 'zod'

export const STATUSES = ['draft', 'in-review', 'ready', 'published', 'spiked', 'killed'] as const
export const statusSchema = z.enum(STATUSES)
export type Status = (typeof STATUSES)[number]

/** Verbs of the desk: somebody says so, and it is so. */
export const DESK_VERBS = ['file', 'return', 'ready', 'spike', 'kill', 'revive'] as const
export const deskVerbSchema = z.enum(DESK_VERBS)
export type DeskVerb = (typeof DESK_VERBS)[number]

/** Verbs that happen by putting a page in front of readers, and in no other way. */
export const PUBLISHING_VERBS = ['publish', 'republish', 'correct'] as const
export type PublishingVerb = (typeof PUBLISHING_VERBS)[number]

export const VERBS = [...DESK_VERBS, ...PUBLISHING_VERBS] as const
export type Verb = (typeof VERBS)[number]

const TRANSITIONS: Readonly<Record<Status, Partial<Record<Verb, Status>>>> = {
  draft: { file: 'in-review', ready: 'ready', publish: 'published', spike: 'spiked' },
  'in-review': { return: 'draft', ready: 'ready', publish: 'published', spike: 'spiked' },
  ready: { return: 'draft', publish: 'published', spike: 'spiked' },
  published: { republish: 'published', correct: 'published', kill: 'killed' },
  spiked: { revive: 'draft' },
  killed: { revive: 'draft' },
}

/** The status a verb leads to, or null when the verb is not allowed from here. */
export function statusAfter(from: Status, verb: Verb): Status | null {
  return TRANSITIONS[from][verb] ?? null
}

/** The verbs of the desk that may be used from a status, in menu order. */
export function deskVerbsFrom(from: Status): readonly DeskVerb[] {
  return DESK_VERBS.filter((verb) => TRANSITIONS[from][verb] !== undefined)
}
