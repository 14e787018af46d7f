// What a person decides when a page goes out, and what follows from it for stamps, notes and the edition. Pure.
import { z } from 'zod'
import { editionIdSchema, type Instant, type ZonedInstant } from '../article/ids.ts'
import { MAX_LINE_CHARS, MAX_NOTE_CHARS } from '../article/limits.ts'
import { noteIdSchema, noteKindSchema, type PublicNote } from '../article/public-note.ts'
import { shownStamps, type Stamps, wholeSecond } from '../article/stamps.ts'
import type { DeskState } from './desk-state.ts'
import type { PublishingVerb } from './status.ts'

/** Notes in one publication: more would be a page of notes, and no desk explains that many changes at once. */
export const MAX_NEW_NOTES = 50

/** What was wrong and what stands there now, as the desk saw it in the comparison with the last edition. */
export const fixedChangeSchema = z.strictObject({
  /** The change in the comparison, as shared/revision/diff names it. */
  id: z.string().max(MAX_LINE_CHARS),
  before: z.string().max(MAX_NOTE_CHARS),
  after: z.string().max(MAX_NOTE_CHARS),
})
export type FixedChange = Readonly<z.infer<typeof fixedChangeSchema>>

export const newNoteSchema = z.strictObject({
  kind: noteKindSchema,
  text: z.string().trim().min(1).max(MAX_NOTE_CHARS),
  placement: z.enum(['high', 'low']),
  /** The note it takes the place of; that one must still be shown. */
  revises: noteIdSchema.nullable(),
  change: fixedChangeSchema.nullable(),
})
export type NewNote = Readonly<z.infer<typeof newNoteSchema>>

/**
 * first: no page is out yet. silent: no public trace, Updated stays. noted: each note is appended, Updated moves; an update is a
 * note of that kind whose text says what is new.
 */
export const decisionSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('first') }),
  z.strictObject({ kind: z.literal('silent') }),
  z.strictObject({ kind: z.literal('noted'), notes: z.array(newNoteSchema).min(1).max(MAX_NEW_NOTES) }),
])
export type PublishDecision = Readonly<z.infer<typeof decisionSchema>>

/** What a person had before them when they decided: the article, and the page it was compared with. */
export const decidedOnSchema = z.strictObject({
  contentHash: z.string(),
  /** Null on the first time. */
  lastEditionId: editionIdSchema.nullable(),
})
export type DecidedOn = Readonly<z.infer<typeof decidedOnSchema>>

/** Why a decision does not fit what would go out now, in words; null when it does. */
export function staleness(decidedOn: DecidedOn, now: DecidedOn): string | null {
  if (decidedOn.lastEditionId !== now.lastEditionId) return 'another page went out since this was decided'
  return decidedOn.contentHash === now.contentHash
    ? null
    : 'the article has been changed since this was decided'
}

/** What a plain export may come to besides: Updated moves and nothing is said. */
export type Decision = PublishDecision | { readonly kind: 'updated' }
/** Asked for without a decision: what it comes to is known when its turn comes. */
export interface PlainExport {
  readonly kind: 'plain'
  readonly moveUpdated: boolean
}

/** A plain export sets Published the first time; after that nothing moves unless it is asked for. */
export function resolveDecision(
  asked: Decision | PlainExport,
  { published }: Stamps,
  hasPage: boolean,
): Decision {
  if (asked.kind !== 'plain') return asked
  if (published === null) return { kind: 'first' }
  if (asked.moveUpdated) return { kind: 'updated' }
  return { kind: hasPage ? 'silent' : 'first' }
}

export const EDITION_REASONS = [
  'first',
  'silent-fix',
  'update',
  'editors-note',
  'clarification',
  'correction',
  'retraction',
  'export',
] as const
export type EditionReason = (typeof EDITION_REASONS)[number]

export const newNotesOf = (decision: Decision): readonly NewNote[] =>
  decision.kind === 'noted' ? decision.notes : []

/** One word for the trail: the gravest thing that was decided. */
export function reasonOf(decision: Decision): EditionReason {
  switch (decision.kind) {
    case 'first':
      return 'first'
    case 'silent':
      return 'silent-fix'
    case 'updated':
      return 'update'
    case 'noted':
      return decision.notes.reduce<EditionReason>(
        (gravest, { kind }) => (gravity(kind) > gravity(gravest) ? kind : gravest),
        'update',
      )
  }
}
const gravity = (reason: EditionReason): number => EDITION_REASONS.indexOf(reason)

/** From published, notes about our own errors are a correction in the desk's words; anything else puts the page out again. */
export function publishingVerb({ status }: DeskState, decision: Decision): PublishingVerb {
  if (status !== 'published') return 'publish'
  return newNotesOf(decision).some(({ kind }) => kind !== 'update') ? 'correct' : 'republish'
}

export interface StampMove {
  readonly stamps: Stamps
  /** Which stamp this publication sets; null when it leaves both alone. */
  readonly moved: 'published' | 'updated' | null
  /** The clock says it is earlier than a stamp that is already public, so the new stamp repeats that one. */
  readonly isHeldBack: boolean
}

/**
 * ST2, ST3. Published is set when there is none, and never again. Updated moves when notes are appended or a person says so, once
 * there is a Published. A stamp is a whole second and never earlier than one readers have already seen.
 */
export function stampsAfter(stamps: Stamps, decision: Decision, now: ZonedInstant): StampMove {
  const stamp = { at: wholeSecond(now.at), zone: now.zone }
  const { published, updated } = stamps
  if (published === null)
    return { stamps: shownStamps({ ...stamps, published: stamp }), moved: 'published', isHeldBack: false }
  if (decision.kind === 'first' || decision.kind === 'silent')
    return { stamps, moved: null, isHeldBack: false }
  const newest = Math.max(published.at, updated?.at ?? published.at) as Instant
  const isHeldBack = stamp.at < newest
  return {
    stamps: { ...stamps, updated: isHeldBack ? { at: newest, zone: now.zone } : stamp },
    moved: 'updated',
    isHeldBack,
  }
}

/** The notes of a decision as readers will get them, told at the time the page carries as Updated. */
export function appendedNotes(
  notes: readonly PublicNote[],
  decision: Decision,
  at: ZonedInstant,
): readonly PublicNote[] {
  return newNotesOf(decision).map(({ kind, text, placement, revises }, index) => ({
    id: `note-${notes.length + index + 1}`,
    kind,
    text,
    at,
    placement,
    revises,
  }))
}

/** Why the notes of a decision cannot be appended, in words; null when they can. */
export function noteFault(notes: readonly PublicNote[], decision: Decision): string | null {
  const shown = new Set(notes.map(({ id }) => id))
  for (const { revises } of notes) if (revises !== null) shown.delete(revises)
  for (const { revises, text } of newNotesOf(decision)) {
    if (text.length > MAX_NOTE_CHARS) return `a note has at most ${MAX_NOTE_CHARS} characters`
    if (revises === null) continue
    if (!shown.delete(revises)) return `${revises} is not among the notes readers see`
  }
  return notes.length + newNotesOf(decision).length > MAX_NOTES
    ? `an article has at most ${MAX_NOTES} notes`
    : null
}

/** Notes of one article: what noteIdSchema can number. */
const MAX_NOTES = 9_999
