// What the desk's ledger holds: one entry for each thing that was decided about an article, never altered. The status, legal state
// and hold of an article are what these entries add up to (desk-state.ts).
import { z } from 'zod'
import { instantSchema, zonedInstantSchema } from '../article/ids.ts'
import { MAX_LINE_CHARS } from '../article/limits.ts'
import { statusSchema, VERBS } from './status.ts'

export const LEGAL_ACTS = ['require-legal', 'clear-legal', 'drop-legal'] as const

/**
 * Besides the verbs: legal review asked for, done, or no longer needed; a hold and its end; leave to export once in spite of an
 * embargo; and an export for readers that is no page, or another copy of the page they have.
 */
export const ACTS = [...VERBS, ...LEGAL_ACTS, 'hold', 'release', 'override-embargo', 'export'] as const
export const actSchema = z.enum(ACTS)
export type Act = (typeof ACTS)[number]

/** Acts that nobody may later have to guess the reason of. */
const ACTS_WITH_REASON: ReadonlySet<Act> = new Set([
  'return',
  'kill',
  'hold',
  'drop-legal',
  'override-embargo',
])
export const needsReason = (act: Act): boolean => ACTS_WITH_REASON.has(act)

export const reasonSchema = z.string().trim().max(MAX_LINE_CHARS)

export const deskEventSchema = z.strictObject({
  act: actSchema,
  from: statusSchema,
  to: statusSchema,
  who: z.string(),
  /** '' where none was given and none is required. */
  why: z.string().max(MAX_LINE_CHARS),
  at: instantSchema,
  /** Of an override: the embargo it is about. */
  embargo: zonedInstantSchema.nullable(),
})
export type DeskEvent = Readonly<z.infer<typeof deskEventSchema>>
