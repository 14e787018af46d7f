// The ledger of public notes: numbered within the article, tied to the edition that first carried them, never altered.
import { editionIdSchema, revisionIdSchema, zoneSchema } from '#shared/article/ids.ts'
import { noteKindSchema, publicNoteSchema } from '#shared/article/public-note.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import type { LedgerNote } from '#shared/workflow/edition.ts'
import { fixedChangeSchema } from '#shared/workflow/publication.ts'
import { requireArticle } from './article-key.ts'
import type { NewEdition, NewLedgerNote } from './library-store.ts'
import { sha256Hex } from './sha256.ts'
import { instantOf, integerOf, integerOrNull, jsonOf, parsedOf, type Row, type Sql, textOf } from './sql.ts'

const COLUMNS = `n.number, n.kind, n.text, n.at, n.zone, n.placement, n.revises, n.change_json, n.who, n.hash,
  e.edition_id, r.revision_id, (SELECT later.number FROM public_notes AS later
    WHERE later.article = n.article AND later.revises = n.number) AS revised_by`
const FROM = `public_notes AS n JOIN editions AS e ON e.id = n.edition JOIN revisions AS r ON r.id = e.revision`

/** Inside of a transaction. */
export function insertNote(
  sql: Sql,
  editionRow: number,
  edition: NewEdition,
  { note, change }: NewLedgerNote,
): void {
  const article = requireArticle(sql, edition.articleId)
  const number = numberOf(note.id)
  const last = sql.get(
    'SELECT coalesce(max(number), 0) AS number FROM public_notes WHERE article = ?',
    article,
  )
  if (last === null || integerOf(last, 'number') + 1 !== number)
    throw new Error('public notes are numbered in order of appending')
  if (!edition.notes.some(({ id }) => id === note.id))
    throw new Error('an edition must show the notes it brings')
  const row: Row = {
    number,
    kind: note.kind,
    text: note.text,
    at: note.at.at,
    zone: note.at.zone,
    placement: note.placement,
    revises: note.revises === null ? null : numberOf(note.revises),
    change_json: change === null ? null : canonicalJson(change),
    who: edition.who,
    edition_id: edition.id,
  }
  sql.run(
    `INSERT INTO public_notes (article, number, edition, kind, text, at, zone, placement, revises, change_json, who, hash)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    article,
    number,
    editionRow,
    note.kind,
    note.text,
    note.at.at,
    note.at.zone,
    note.placement,
    integerOrNull(row, 'revises'),
    change === null ? null : textOf(row, 'change_json'),
    edition.who,
    hashOf(row),
  )
}

/** In order of appending. */
export const readNotes = (sql: Sql, article: number): LedgerNote[] => noteRows(sql, article).map(noteOf)

/** What is wrong with the notes of an article, in words. */
export const noteFaults = (sql: Sql, article: number): string[] =>
  noteRows(sql, article).flatMap((row, index) => {
    if (integerOf(row, 'number') !== index + 1) return [`the public note ${index + 1} is missing`]
    return hashOf(row) === textOf(row, 'hash') ? [] : [`the public note ${index + 1} was changed on the disk`]
  })

const noteRows = (sql: Sql, article: number): Row[] =>
  sql.all(`SELECT ${COLUMNS} FROM ${FROM} WHERE n.article = ? ORDER BY n.number`, article)

function hashOf(row: Row): string {
  const { hash: _hash, revised_by: _later, revision_id: _revision, ...facts } = row
  return sha256Hex(canonicalJson(facts))
}

function noteOf(row: Row): LedgerNote {
  const revises = integerOrNull(row, 'revises')
  const revisedBy = integerOrNull(row, 'revised_by')
  return {
    id: idOf(integerOf(row, 'number')),
    kind: parsedOf(row, 'kind', noteKindSchema),
    text: textOf(row, 'text'),
    at: { at: instantOf(row, 'at'), zone: parsedOf(row, 'zone', zoneSchema) },
    placement: parsedOf(row, 'placement', publicNoteSchema.shape.placement),
    revises: revises === null ? null : idOf(revises),
    editionId: parsedOf(row, 'edition_id', editionIdSchema),
    revisionId: parsedOf(row, 'revision_id', revisionIdSchema),
    change: row['change_json'] === null ? null : jsonOf(row, 'change_json', fixedChangeSchema),
    who: textOf(row, 'who'),
    revisedBy: revisedBy === null ? null : idOf(revisedBy),
  }
}

const idOf = (number: number): string => `note-${number}`
const numberOf = (id: string): number => Number(id.replace('note-', ''))
