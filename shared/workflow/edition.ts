// An edition: a frozen copy of what was put in front of readers, and what readers saw when. When one ends is never written down:
// it follows from what came after it.
import { z } from 'zod'
import {
  articleIdSchema,
  editionIdSchema,
  instantSchema,
  type Instant,
  revisionIdSchema,
} from '../article/ids.ts'
import { noteIdSchema, publicNoteSchema } from '../article/public-note.ts'
import { profileIdSchema } from '../article/output-profile.ts'
import { stampsSchema, wholeSecond } from '../article/stamps.ts'
import type { DeskEvent } from './desk-event.ts'
import { EDITION_REASONS, fixedChangeSchema } from './publication.ts'

export const editionSchema = z.strictObject({
  id: editionIdSchema,
  articleId: articleIdSchema,
  /** 1, 2, 3 ... within the article. */
  number: z.number().int().min(1),
  /** The revision it was made from: its article is the edition's text. */
  revisionId: revisionIdSchema,
  revisionNumber: z.number().int().min(1),
  /** Only HTML is a page that readers come to; the others went out for somebody to use. */
  format: z.string(),
  reason: z.enum(EDITION_REASONS),
  who: z.string(),
  at: instantSchema,
  /** Of the main file. */
  fileName: z.string(),
  sha256: z.string(),
  files: z.number().int().min(1),
  /** The output profile it went out with, as it was then, lies in the edition. */
  profileId: profileIdSchema,
  stamps: stampsSchema,
  /** SHA-256 over all the above, the profile, the notes and the hash of each file. */
  hash: z.string(),
})
export type Edition = Readonly<z.infer<typeof editionSchema>>

/** A page and the time readers had it. */
export const shownEditionSchema = editionSchema.extend({
  /** When something took its place; null while it stands. */
  to: instantSchema.nullable(),
  endedBy: z.enum(['edition', 'kill']).nullable(),
})
export type ShownEdition = Readonly<z.infer<typeof shownEditionSchema>>

/** A public note as the ledger holds it: what readers get, and what it is tied to. */
export const ledgerNoteSchema = publicNoteSchema.extend({
  /** The first edition that carried it. */
  editionId: editionIdSchema,
  /** The revision that has it right. */
  revisionId: revisionIdSchema,
  change: fixedChangeSchema.nullable(),
  who: z.string(),
  /** The note that has taken its place, if one has. */
  revisedBy: noteIdSchema.nullable(),
})
export type LedgerNote = Readonly<z.infer<typeof ledgerNoteSchema>>

export const isPage = ({ format }: Pick<Edition, 'format'>): boolean => format === 'html'

/**
 * Every edition, the newest first, each page with the time it stood: until the next page or until the article was killed.
 * Order is that of the ledger, in which every publication is one entry and times never go back.
 */
export function editionTrail(
  editions: readonly Edition[],
  events: readonly DeskEvent[],
): readonly ShownEdition[] {
  const ends = endsOf(editions.filter(isPage), events)
  return editions
    .map((edition): ShownEdition => ({ ...edition, ...(ends.get(edition.number) ?? STANDS) }))
    .toSorted((a, b) => b.number - a.number)
}

type End = Pick<ShownEdition, 'to' | 'endedBy'>
const STANDS: End = { to: null, endedBy: null }

function endsOf(pages: readonly Edition[], events: readonly DeskEvent[]): ReadonlyMap<number, End> {
  const coming = pages.toSorted((a, b) => a.number - b.number)
  const ends = new Map<number, End>()
  let standing: Edition | null = null
  for (const { act, at } of events) {
    const next = act === 'publish' || act === 'republish' || act === 'correct' ? coming.shift() : undefined
    if (standing !== null && next !== undefined)
      ends.set(standing.number, { to: next.at, endedBy: 'edition' })
    if (standing !== null && act === 'kill') ends.set(standing.number, { to: at, endedBy: 'kill' })
    standing = next ?? (act === 'kill' ? null : standing)
  }
  return ends
}

export type Seen =
  | { readonly kind: 'not-yet' }
  | { readonly kind: 'edition'; readonly edition: ShownEdition }
  /** Withdrawn: the page readers had until then is `last`. */
  | { readonly kind: 'killed'; readonly at: Instant; readonly last: ShownEdition }

/** What readers saw at an instant: the page that stood then. A page counts from the whole second on that its own stamps name (ST6). */
export function seenAt(trail: readonly ShownEdition[], instant: Instant): Seen {
  const page = trail.find((edition) => isPage(edition) && wholeSecond(edition.at) <= instant)
  if (page === undefined) return { kind: 'not-yet' }
  return page.endedBy === 'kill' && page.to !== null && page.to <= instant
    ? { kind: 'killed', at: page.to, last: page }
    : { kind: 'edition', edition: page }
}
