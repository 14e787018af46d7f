// Immutable, hash-chained snapshots. The row and its hash stay for ever; the article of an automatic one may be thinned.
import { z } from 'zod'
import { articleSchema } from '#shared/article/article.ts'
import { articleIdSchema, revisionIdSchema } from '#shared/article/ids.ts'
import type { Article } from '#shared/article/article.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { LASTING_KINDS, REVISION_KINDS, type RevisionSummary } from '#shared/revision/revision.ts'
import { revisionHash } from '#shared/revision/revision-hash.ts'
import type { Clock } from '../ports.ts'
import { requireArticle } from './article-key.ts'
import type { Connection } from './connection.ts'
import type { LibraryStore, NewRevision } from './library-store.ts'
import { sha256Hex } from './sha256.ts'
import {
  instantOf,
  integerOf,
  integerOrNull,
  parsedOf,
  type Row,
  type Sql,
  textOf,
  textOrNull,
} from './sql.ts'

const kindSchema = z.enum(REVISION_KINDS)

export const REVISION_COLUMNS = `r.id AS row_id, r.revision_id, a.article_id, r.number, r.kind, r.label, r.author, r.at, r.zone,
  r.schema_version, r.words, r.words_added, r.words_removed, r.content_hash, r.parent_hash, r.hash`

export function createRevisionRows(connection: Connection, clock: Clock): LibraryStore['revisions'] {
  return {
    take: (revision) => connection.write((sql) => insertRevision(sql, revision)),
    list: (articleId) =>
      connection.read((sql) =>
        sql
          .all(
            `SELECT ${REVISION_COLUMNS} FROM revisions AS r JOIN articles AS a ON a.id = r.article
             WHERE a.article_id = ? AND NOT EXISTS (SELECT 1 FROM revision_thinnings AS t WHERE t.revision = r.id)
             ORDER BY r.number DESC`,
            articleId,
          )
          .map(summaryOf),
      ),
    read: (articleId, revisionId) => {
      const found = connection.read((sql) =>
        sql.get(
          `SELECT ${REVISION_COLUMNS}, c.article_json, t.revision AS thinned FROM revisions AS r
           JOIN articles AS a ON a.id = r.article
           LEFT JOIN revision_contents AS c ON c.revision = r.id
           LEFT JOIN revision_thinnings AS t ON t.revision = r.id
           WHERE a.article_id = ? AND r.revision_id = ?`,
          articleId,
          revisionId,
        ),
      )
      if (!found.ok) return found
      if (found.value === null || found.value['thinned'] !== null)
        return err({ type: 'RevisionNotFound', revisionId })
      return openRevision(found.value, revisionId)
    },
    thin: (articleId, revisionIds) =>
      connection.write((sql) => {
        const article = requireArticle(sql, articleId)
        const at = clock.now()
        return revisionIds.filter((id) => thinOne(sql, article, id, at)).length
      }),
  }
}

/** Inside of a transaction. */
export function insertRevision(sql: Sql, revision: NewRevision): RevisionSummary {
  if (sha256Hex(revision.articleJson) !== revision.contentHash)
    throw new Error('the content hash of a revision is not that of its article')
  const article = requireArticle(sql, revision.articleId)
  const parent = sql.get(
    'SELECT number, hash FROM revisions WHERE article = ? ORDER BY number DESC LIMIT 1',
    article,
  )
  const { articleJson, ...facts } = revision
  const unsealed = {
    ...facts,
    number: parent === null ? 1 : integerOf(parent, 'number') + 1,
    parentHash: parent === null ? null : textOf(parent, 'hash'),
  }
  const sealed: RevisionSummary = { ...unsealed, hash: revisionHash(unsealed, sha256Hex) }
  const { rowId } = sql.run(
    `INSERT INTO revisions (revision_id, article, number, kind, label, author, at, zone, schema_version, words,
       words_added, words_removed, content_hash, parent_hash, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    sealed.id,
    article,
    sealed.number,
    sealed.kind,
    sealed.label,
    sealed.author,
    sealed.at,
    sealed.zone,
    sealed.schemaVersion,
    sealed.words,
    sealed.wordsAdded,
    sealed.wordsRemoved,
    sealed.contentHash,
    sealed.parentHash,
    sealed.hash,
  )
  sql.run(
    'UPDATE articles SET revision_number = ?, revision_hash = ? WHERE id = ?',
    sealed.number,
    sealed.hash,
    article,
  )
  sql.run('INSERT INTO revision_contents (revision, article_json) VALUES (?, ?)', rowId, articleJson)
  return sealed
}

function openRevision(
  row: Row,
  revisionId: string,
): Result<{ summary: RevisionSummary; article: Article }, Outcome<'RevisionDamaged'>> {
  const summary = summaryOf(row)
  const json = textOrNull(row, 'article_json')
  const damage = revisionDamage(summary, json)
  if (damage !== null) return err({ type: 'RevisionDamaged', revisionId, detail: damage })
  const article = articleSchema.safeParse(JSON.parse(json ?? ''))
  if (!article.success)
    return err({
      type: 'RevisionDamaged',
      revisionId,
      detail: 'its article is of a form this Stet does not know',
    })
  return ok({ summary, article: article.data })
}

/** What is wrong with a revision, in words; null when nothing is. Pass undefined where the article was thinned. */
export function revisionDamage(
  summary: RevisionSummary,
  articleJson: string | null | undefined,
): string | null {
  const { hash, ...facts } = summary
  if (revisionHash(facts, sha256Hex) !== hash) return `revision ${summary.number} was changed on the disk`
  if (articleJson === undefined) return null
  if (articleJson === null) return `the article of revision ${summary.number} is missing`
  return sha256Hex(articleJson) === summary.contentHash
    ? null
    : `the article of revision ${summary.number} was changed on the disk`
}

function thinOne(sql: Sql, article: number, revisionId: string, at: number): boolean {
  const row = sql.get(
    'SELECT id, kind FROM revisions WHERE article = ? AND revision_id = ?',
    article,
    revisionId,
  )
  if (row === null) return false
  const kind = textOf(row, 'kind')
  if (LASTING_KINDS.some((lasting) => lasting === kind)) return false
  const id = integerOf(row, 'id')
  if (sql.get('SELECT 1 FROM revision_thinnings WHERE revision = ?', id) !== null) return false
  sql.run('INSERT INTO revision_thinnings (revision, at) VALUES (?, ?)', id, at)
  return sql.run('DELETE FROM revision_contents WHERE revision = ?', id).changes > 0
}

export function summaryOf(row: Row): RevisionSummary {
  return {
    id: parsedOf(row, 'revision_id', revisionIdSchema),
    articleId: parsedOf(row, 'article_id', articleIdSchema),
    number: integerOf(row, 'number'),
    kind: parsedOf(row, 'kind', kindSchema),
    label: textOf(row, 'label'),
    author: textOf(row, 'author'),
    at: instantOf(row, 'at'),
    zone: textOf(row, 'zone'),
    schemaVersion: integerOf(row, 'schema_version'),
    words: integerOf(row, 'words'),
    wordsAdded: integerOrNull(row, 'words_added'),
    wordsRemoved: integerOrNull(row, 'words_removed'),
    contentHash: textOf(row, 'content_hash'),
    hash: textOf(row, 'hash'),
    parentHash: textOrNull(row, 'parent_hash'),
  }
}
