// The search index: text per article and the FTS5 index over it. A cache, rebuilt from itself or from the log.
import type { Snippet } from '#shared/library/article-summary.ts'
import type { SearchQuery } from '#shared/library/search-query.ts'
import type { Connection } from './connection.ts'
import { cutSnippet } from './cut-snippet.ts'
import type { ArticleProjection, Stored } from './library-store.ts'
import { type Sql, textOf } from './sql.ts'
import { SEARCH_DAMAGED } from './storage-error.ts'

/** In the order of the index. */
const FIELDS = ['headline', 'slugline', 'people', 'standfirst', 'body'] as const

/** Replaces the article's text and its index entries. Does nothing when the text is the same. */
export function writeSearchRows(sql: Sql, article: number, projection: ArticleProjection): void {
  const next = FIELDS.map((field) => projection[field])
  const stored = sql.get(TEXT_SQL, article)
  const previous = stored === null ? null : FIELDS.map((field) => textOf(stored, field))
  if (previous?.every((text, at) => text === next[at]) === true) return
  if (previous !== null)
    sql.run(
      `INSERT INTO article_search (article_search, rowid, headline, slugline, people, standfirst, body)
       VALUES ('delete', ?, ?, ?, ?, ?, ?)`,
      article,
      ...previous,
    )
  sql.run(
    `INSERT INTO article_text (id, headline, slugline, people, standfirst, body) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET headline = excluded.headline, slugline = excluded.slugline,
       people = excluded.people, standfirst = excluded.standfirst, body = excluded.body`,
    article,
    ...next,
  )
  sql.run(
    `INSERT INTO article_search (rowid, headline, slugline, people, standfirst, body) VALUES (?, ?, ?, ?, ?, ?)`,
    article,
    ...next,
  )
}

/**
 * Runs work that uses the index. When the index turns out to be damaged it is built anew from the stored text and the work
 * is done again: a cache is never a reason to call a library corrupt (RELIABILITY 5.2).
 */
export function withSearchMended<T>(connection: Connection, work: () => Stored<T>): Stored<T> {
  const first = work()
  if (first.ok || first.error.type !== 'StorageFailed' || first.error.detail !== SEARCH_DAMAGED) return first
  const mended = connection.write((sql) => {
    sql.run("INSERT INTO article_search (article_search) VALUES ('rebuild')")
  })
  return mended.ok ? work() : first
}

/** The place in one article that a search found; null when the article has no text yet. */
export function readSnippet(sql: Sql, article: number, query: SearchQuery): Snippet | null {
  const row = sql.get(TEXT_SQL, article)
  if (row === null) return null
  return cutSnippet(
    {
      headline: textOf(row, 'headline'),
      slugline: textOf(row, 'slugline'),
      people: textOf(row, 'people'),
      standfirst: textOf(row, 'standfirst'),
      body: textOf(row, 'body'),
    },
    query,
  )
}

const TEXT_SQL = 'SELECT headline, slugline, people, standfirst, body FROM article_text WHERE id = ?'
