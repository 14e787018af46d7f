// Editions and public notes: frozen with everything they consist of, and with a hash over all of it.
import { z } from 'zod'
import type { ExportFile } from '#shared/article/export-input.ts'
import { articleIdSchema, editionIdSchema, revisionIdSchema } from '#shared/article/ids.ts'
import { profileIdSchema } from '#shared/article/output-profile.ts'
import { publicNoteSchema } from '#shared/article/public-note.ts'
import { stampsSchema } from '#shared/article/stamps.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { type Edition, isPage } from '#shared/workflow/edition.ts'
import { EDITION_REASONS } from '#shared/workflow/publication.ts'
import { findArticle, requireArticle } from './article-key.ts'
import type { Connection } from './connection.ts'
import type { LibraryStore, NewEdition } from './library-store.ts'
import { insertNote, readNotes } from './note-rows.ts'
import { sha256Hex } from './sha256.ts'
import { bytesOf, instantOf, integerOf, jsonOf, parsedOf, type Row, type Sql, textOf } from './sql.ts'
import { insertEvent, insertStamp } from './workflow-rows.ts'

const fileSchema = z.strictObject({ name: z.string(), mime: z.string(), sha256: z.string() })
type FrozenFile = z.infer<typeof fileSchema>

const COLUMNS = `e.edition_id, a.article_id, e.number, r.revision_id, r.number AS revision_number, e.format, e.reason, e.who,
  e.at, e.stamps_json, e.profile_json, e.notes_json, e.files_json, e.hash`
const FROM = `editions AS e JOIN articles AS a ON a.id = e.article JOIN revisions AS r ON r.id = e.revision`

export function createEditionRows(connection: Connection): LibraryStore['editions'] {
  return {
    record: ({ edition, stamps, notes, event }) =>
      connection.write((sql) => {
        const { rowId, row } = insertEdition(sql, edition)
        for (const stamp of stamps) insertStamp(sql, stamp)
        for (const note of notes) insertNote(sql, rowId, edition, note)
        insertEvent(sql, event)
        return editionOf(row)
      }),
    list: (articleId) =>
      connection.read((sql) =>
        sql
          .all(`SELECT ${COLUMNS} FROM ${FROM} WHERE a.article_id = ? ORDER BY e.number`, articleId)
          .map(editionOf),
      ),
    read: (articleId, editionId) => {
      const found = connection.read((sql) => {
        const row = sql.get(
          `SELECT ${COLUMNS} FROM ${FROM} WHERE a.article_id = ? AND e.edition_id = ?`,
          articleId,
          editionId,
        )
        if (row === null) return null
        const damage = editionDamage(sql, row)
        if (damage !== null) return { damage }
        const notes = jsonOf(row, 'notes_json', z.array(publicNoteSchema))
        return { edition: editionOf(row), files: filesOf(row).map((file) => thawed(sql, file)), notes }
      })
      if (!found.ok) return found
      if (found.value === null) return err({ type: 'EditionNotFound', editionId })
      return 'damage' in found.value
        ? err({ type: 'EditionDamaged', editionId, detail: found.value.damage })
        : ok(found.value)
    },
    noted: () =>
      connection.read((sql) =>
        sql
          .all(
            'SELECT article_id FROM articles WHERE id IN (SELECT DISTINCT article FROM public_notes) ORDER BY id',
          )
          .map((row) => parsedOf(row, 'article_id', articleIdSchema)),
      ),
    notes: (articleId) =>
      connection.read((sql) => {
        const article = findArticle(sql, articleId)
        return article === null ? [] : readNotes(sql, article)
      }),
  }
}

/** How many editions and pages an article has, and what is wrong with them, in words. */
export function editionFaults(sql: Sql, article: number): { count: number; pages: number; faults: string[] } {
  const rows = sql.all(`SELECT ${COLUMNS} FROM ${FROM} WHERE e.article = ? ORDER BY e.number`, article)
  const faults = rows.flatMap((row, index) => {
    const number = integerOf(row, 'number')
    const damage = number === index + 1 ? editionDamage(sql, row) : `edition ${index + 1} is missing`
    return damage === null ? [] : [damage]
  })
  const pages = rows.filter((row) => isPage({ format: textOf(row, 'format') })).length
  return { count: rows.length, pages, faults }
}

function insertEdition(sql: Sql, edition: NewEdition): { rowId: number; row: Row } {
  const article = requireArticle(sql, edition.articleId)
  const revision = sql.get(
    'SELECT id, number FROM revisions WHERE article = ? AND revision_id = ?',
    article,
    edition.revisionId,
  )
  if (revision === null) throw new Error('an edition must name a revision of its own article')
  const files = edition.files.map((file) => frozen(sql, file))
  const last = sql.get('SELECT coalesce(max(number), 0) AS number FROM editions WHERE article = ?', article)
  const row: Row = {
    edition_id: edition.id,
    article_id: edition.articleId,
    number: (last === null ? 0 : integerOf(last, 'number')) + 1,
    revision_id: edition.revisionId,
    revision_number: integerOf(revision, 'number'),
    format: edition.format,
    reason: edition.reason,
    who: edition.who,
    at: edition.at,
    stamps_json: canonicalJson(edition.stamps),
    profile_json: canonicalJson(edition.profile),
    notes_json: canonicalJson(edition.notes),
    files_json: canonicalJson(files),
  }
  const hash = hashOf(row)
  const { rowId } = sql.run(
    `INSERT INTO editions (edition_id, article, number, revision, format, reason, who, at, stamps_json, profile_json,
       notes_json, files_json, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    edition.id,
    article,
    integerOf(row, 'number'),
    integerOf(revision, 'id'),
    edition.format,
    edition.reason,
    edition.who,
    edition.at,
    textOf(row, 'stamps_json'),
    textOf(row, 'profile_json'),
    textOf(row, 'notes_json'),
    textOf(row, 'files_json'),
    hash,
  )
  return { rowId, row: { ...row, hash } }
}

/** Over every fact of the row as it is stored, the hashes of the files among them. */
function hashOf(row: Row): string {
  const { hash: _, ...facts } = row
  return sha256Hex(canonicalJson(facts))
}

function frozen(sql: Sql, { name, mime, bytes }: ExportFile): FrozenFile {
  const sha256 = sha256Hex(bytes)
  if (sql.get('SELECT 1 FROM edition_bytes WHERE sha256 = ?', sha256) === null)
    sql.run('INSERT INTO edition_bytes (sha256, bytes) VALUES (?, ?)', sha256, bytes)
  return { name, mime, sha256 }
}

function thawed(sql: Sql, { name, mime, sha256 }: FrozenFile): ExportFile {
  const row = sql.get('SELECT bytes FROM edition_bytes WHERE sha256 = ?', sha256)
  if (row === null) throw new Error('the files of an edition were verified a moment ago')
  return { name, mime, bytes: bytesOf(row, 'bytes') }
}

/** What is wrong with an edition, in words; null when each of its facts and files is as it was written. */
function editionDamage(sql: Sql, row: Row): string | null {
  const name = `edition ${integerOf(row, 'number')}`
  if (hashOf(row) !== textOf(row, 'hash')) return `${name} was changed on the disk`
  for (const file of filesOf(row)) {
    const stored = sql.get('SELECT bytes FROM edition_bytes WHERE sha256 = ?', file.sha256)
    if (stored === null) return `${file.name} of ${name} is missing`
    if (sha256Hex(bytesOf(stored, 'bytes')) !== file.sha256)
      return `${file.name} of ${name} was changed on the disk`
  }
  return null
}

const filesOf = (row: Row): FrozenFile[] => jsonOf(row, 'files_json', z.array(fileSchema).min(1))

function editionOf(row: Row): Edition {
  const files = filesOf(row)
  return {
    id: parsedOf(row, 'edition_id', editionIdSchema),
    articleId: parsedOf(row, 'article_id', articleIdSchema),
    number: integerOf(row, 'number'),
    revisionId: parsedOf(row, 'revision_id', revisionIdSchema),
    revisionNumber: integerOf(row, 'revision_number'),
    format: textOf(row, 'format'),
    reason: parsedOf(row, 'reason', z.enum(EDITION_REASONS)),
    who: textOf(row, 'who'),
    at: instantOf(row, 'at'),
    fileName: files[0]?.name ?? '',
    sha256: files[0]?.sha256 ?? '',
    files: files.length,
    profileId: jsonOf(row, 'profile_json', z.object({ id: profileIdSchema })).id,
    stamps: jsonOf(row, 'stamps_json', stampsSchema),
    hash: textOf(row, 'hash'),
  }
}
