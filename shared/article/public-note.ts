// A public note: what an edition says of its own errors and changes. Append-only records beside the article: a note is never
// altered, a later one revises it.
import { z } from 'zod'
import { zonedInstantSchema } from './ids.ts'
import { MAX_NOTE_CHARS } from './limits.ts'

export const NOTE_KINDS = ['correction', 'clarification', 'update', 'editors-note', 'retraction'] as const
export const noteKindSchema = z.enum(NOTE_KINDS)
export type NoteKind = (typeof NOTE_KINDS)[number]

/** Public and stable: the fragment of its address on the page. Counted within the article, in order of appending. */
export const noteIdSchema = z.string().regex(/^note-[1-9]\d{0,3}$/)

export const publicNoteSchema = z.strictObject({
  id: noteIdSchema,
  kind: noteKindSchema,
  text: z.string().min(1).max(MAX_NOTE_CHARS),
  /** When readers were told, to the second, as the page says it. */
  at: zonedInstantSchema,
  /** High: above the body. Low: below it, with a line at the top that links there. */
  placement: z.enum(['high', 'low']),
  /** The note this one takes the place of on the page; both stay on record. */
  revises: noteIdSchema.nullable(),
})
export type PublicNote = Readonly<z.infer<typeof publicNoteSchema>>

/** What a page shows: every note that no later one revises, newest first. */
export function shownNotes(notes: readonly PublicNote[]): readonly PublicNote[] {
  const revised = new Set(notes.map((note) => note.revises))
  return notes.filter((note) => !revised.has(note.id)).toReversed()
}
