// The desk's ledger and the public stamps: append-only. The status on the article row is the ledger's projection.
import { type Instant, instantSchema, zoneSchema, type ZonedInstant } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { actSchema, type DeskEvent } from '#shared/workflow/desk-event.ts'
import { STATUSES, type Status, statusSchema } from '#shared/workflow/status.ts'
import { findArticle, requireArticle } from './article-key.ts'
import type { Connection } from './connection.ts'
import type { DeskEntry, LibraryStore, StampEvent } from './library-store.ts'
import { instantOf, integerOrNull, parsedOf, type Row, type Sql, textOf } from './sql.ts'

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
    events: (articleId) => {
      const events = connection.read((sql) => {
        const article = findArticle(sql, articleId)
        return article === null ? null : readEvents(sql, article)
      })
      if (!events.ok) return events
      return events.value === null ? err({ type: 'ArticleNotFound', articleId }) : ok(events.value)
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
    newestTime: () => connection.read(newestTime),
  }
}

export function statusOf(row: Row): Status {
  return parsedOf(row, 'status', statusSchema)
}

export function readEvents(sql: Sql, article: number): DeskEvent[] {
  return sql
    .all(
      `SELECT act, from_status, to_status, who, why, at, embargo_at, embargo_zone FROM workflow_events
       WHERE article = ? ORDER BY id`,
      article,
    )
    .map((row) => ({
      act: parsedOf(row, 'act', actSchema),
      from: parsedOf(row, 'from_status', statusSchema),
      to: parsedOf(row, 'to_status', statusSchema),
      who: textOf(row, 'who'),
      why: textOf(row, 'why'),
      at: instantOf(row, 'at'),
      embargo:
        row['embargo_at'] === null
          ? null
          : { at: instantOf(row, 'embargo_at'), zone: parsedOf(row, 'embargo_zone', zoneSchema) },
    }))
}

/** Inside of a transaction. */
export function insertEvent(sql: Sql, event: DeskEntry): void {
  const article = requireArticle(sql, event.articleId)
  const row = sql.get('SELECT status FROM articles WHERE id = ?', article)
  if (row === null || statusOf(row) !== event.from)
    throw new Error(`a desk event from ${event.from} does not start at the stored status`)
  sql.run(
    `INSERT INTO workflow_events (article, act, from_status, to_status, who, why, at, embargo_at, embargo_zone)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    article,
    event.act,
    event.from,
    event.to,
    event.who,
    event.why,
    event.at,
    event.embargo?.at ?? null,
    event.embargo?.zone ?? null,
  )
  if (event.to === event.from) return
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

/** Each column is the first of an index: five look-ups, whatever the size of the library. */
function newestTime(sql: Sql): Instant | null {
  const row = sql.get(
    `SELECT max(newest) AS newest FROM (
       SELECT max(saved_at) AS newest FROM articles UNION ALL SELECT max(created_at) FROM articles UNION ALL
       SELECT max(at) FROM revisions UNION ALL SELECT max(at) FROM workflow_events UNION ALL
       SELECT max(at) FROM editions)`,
  )
  const newest = row === null ? null : integerOrNull(row, 'newest')
  return newest === null ? null : instantSchema.parse(newest)
}
