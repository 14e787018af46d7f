// Desk status, public stamps and editions: three append-only ledgers. The status on the article row is their projection.
import { zoneSchema } from '#shared/article/ids.ts'
import type { ZonedInstant } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { STATUSES, type Status, statusSchema } from '#shared/workflow/status.ts'
import { findArticle, requireArticle } from './article-key.ts'
import type { Connection } from './connection.ts'
import type { LibraryStore, NewEdition, StampEvent, WorkflowEvent } from './library-store.ts'
import { sha256Hex } from './sha256.ts'
import { instantOf, integerOf, parsedOf, type Row, type Sql } from './sql.ts'

export function createWorkflowRows(connection: Connection): LibraryStore['workflow'] {
  const written = (work: (sql: Sql) => void) => {
    const stored = connection.write(work)
    return stored.ok ? ok(null) : stored
  }
  return {
    status: (articleId) => {
      const row = connection.read((sql) =>
        sql.get('SELECT status FROM articles WHERE article_id = ?', articleId),
      )
      if (!row.ok) return row
      return row.value === null ? err({ type: 'ArticleNotFound', articleId }) : ok(statusOf(row.value))
    },
    record: (event) => written((sql) => insertEvent(sql, event)),
    stamps: (articleId) =>
      connection.read((sql) => {
        const article = findArticle(sql, articleId)
        return {
          published: newestStamp(sql, article, 'published'),
          updated: newestStamp(sql, article, 'updated'),
        }
      }),
    stamp: (event) => written((sql) => insertStamp(sql, event)),
    recordEdition: (edition, stamps, event) =>
      written((sql) => {
        insertEdition(sql, edition)
        for (const stamp of stamps) insertStamp(sql, stamp)
        if (event !== null) insertEvent(sql, event)
      }),
  }
}

export function statusOf(row: Row): Status {
  return parsedOf(row, 'status', statusSchema)
}

function insertEvent(sql: Sql, event: WorkflowEvent): void {
  const article = requireArticle(sql, event.articleId)
  const row = sql.get('SELECT status FROM articles WHERE id = ?', article)
  if (row === null || statusOf(row) !== event.from)
    throw new Error(`a desk event from ${event.from} does not start at the stored status`)
  sql.run(
    'INSERT INTO workflow_events (article, verb, from_status, to_status, who, at) VALUES (?, ?, ?, ?, ?, ?)',
    article,
    event.verb,
    event.from,
    event.to,
    event.who,
    event.at,
  )
  sql.run(
    'UPDATE articles SET status = ?, status_rank = ? WHERE id = ?',
    event.to,
    STATUSES.indexOf(event.to),
    article,
  )
}

/** Inside of a transaction. */
export function insertStamp(sql: Sql, event: StampEvent): void {
  sql.run(
    'INSERT INTO stamps (article, kind, at, zone, source, who, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    requireArticle(sql, event.articleId),
    event.kind,
    event.stamp.at,
    event.stamp.zone,
    event.source,
    event.who,
    event.recordedAt,
  )
}

function newestStamp(sql: Sql, article: number | null, kind: StampEvent['kind']): ZonedInstant | null {
  const row = sql.get(
    'SELECT at, zone FROM stamps WHERE article = ? AND kind = ? ORDER BY id DESC LIMIT 1',
    article,
    kind,
  )
  if (row === null) return null
  return { at: instantOf(row, 'at'), zone: parsedOf(row, 'zone', zoneSchema) }
}

function insertEdition(sql: Sql, edition: NewEdition): void {
  if (sha256Hex(edition.bytes) !== edition.sha256)
    throw new Error('the hash of an edition is not that of its bytes')
  const article = requireArticle(sql, edition.articleId)
  const revision = sql.get(
    'SELECT id FROM revisions WHERE article = ? AND revision_id = ?',
    article,
    edition.revisionId,
  )
  if (revision === null) throw new Error('an edition must name a revision of its own article')
  sql.run(
    `INSERT INTO editions (article, revision, format, file_name, sha256, bytes, who, at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    article,
    integerOf(revision, 'id'),
    edition.format,
    edition.fileName,
    edition.sha256,
    edition.bytes,
    edition.who,
    edition.at,
  )
}
