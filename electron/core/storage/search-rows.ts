// The search index: text per article and the FTS5 index over it. A cache, rebuilt from itself or from the log.
import type { Snippet } from '#shared/library/article-summary.ts'
import type { Connection } from './connection.ts'
import type { ArticleProjection, Stored } from './library-store.ts'
import { type Sql, textOf } from './sql.ts'
import { SEARCH_DAMAGED } from './storage-error.ts'

/** In the order of the index. */
const FIELDS = ['headline', 'slugline', 'people', 'standfirst', 'body'] as const
/** Where to look for a place to show: the row shows headline and slugline anyway. */
const SNIPPET_ORDER = ['body', 'standfirst', 'people', 'slugline', 'headline'] as const

/** Words of text around a hit. A desk row has room for about two lines. */
const SNIPPET_WORDS = 24

/** Stand around hits within SQLite; taken out of every text before it is stored, so content cannot forge them. */
const HIT_START = '\u0001'
const HIT_END = '\u0002'

/** Replaces the article's text and its index entries. Does nothing when the text is the same. */
export function writeSearchRows(sql: Sql, article: number, projection: ArticleProjection): void {
  const next = FIELDS.map((field) => withoutMarks(projection[field]))
  const stored = sql.get(
    'SELECT headline, slugline, people, standfirst, body FROM article_text WHERE id = ?',
    article,
  )
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

/** The place in one article that a search found, cut into pieces; null when the index does not know any more. */
export function readSnippet(sql: Sql, article: number, expression: string): Snippet | null {
  for (const field of SNIPPET_ORDER) {
    const row = sql.get(SNIPPET_SQL[field], expression, article)
    if (row === null) return null
    const text = textOf(row, 'snippet')
    if (text.includes(HIT_START)) return { field, parts: partsOf(text) }
  }
  return null
}

/** One field at a time: cutting a snippet reads the whole field, and the first one nearly always has it. */
const SNIPPET_SQL: Readonly<Record<(typeof FIELDS)[number], string>> = {
  headline: snippetSql(0),
  slugline: snippetSql(1),
  people: snippetSql(2),
  standfirst: snippetSql(3),
  body: snippetSql(4),
}
function snippetSql(column: number): string {
  return `SELECT snippet(article_search, ${column}, '${HIT_START}', '${HIT_END}', '…', ${SNIPPET_WORDS}) AS snippet
    FROM article_search WHERE article_search MATCH ? AND rowid = ?`
}

function partsOf(marked: string): Snippet['parts'] {
  return marked
    .split(HIT_START)
    .flatMap((piece, at) => {
      if (at === 0) return [{ text: piece, isHit: false }]
      const [hit = '', after = ''] = piece.split(HIT_END)
      return [
        { text: hit, isHit: true },
        { text: after, isHit: false },
      ]
    })
    .filter(({ text }) => text !== '')
}

function withoutMarks(text: string): string {
  return text.replaceAll(HIT_START, '').replaceAll(HIT_END, '')
}
