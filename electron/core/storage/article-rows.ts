// The desk's rows: one projection per article, found, filtered, sorted and counted by indexes.
import { articleIdSchema, type ArticleId, toInstant, zoneSchema } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { ArticleQuery, ArticleSummary } from '#shared/library/article-summary.ts'
import { requireArticle } from './article-key.ts'
import { findArticles } from './article-list.ts'
import type { Connection } from './connection.ts'
import type { ArticleProjection, LibraryStore } from './library-store.ts'
import { readSnippet, withSearchMended, writeSearchRows } from './search-rows.ts'
import type { SearchUpkeep } from './search-upkeep.ts'
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
import { statusOf } from './workflow-rows.ts'

const SUMMARY_COLUMNS = `id, article_id, headline, slugline, section, byline, status, words, has_tk, embargo_at,
  embargo_zone, created_at, saved_at, saved_by, problem`

type Rows = Pick<LibraryStore['articles'], 'list' | 'get' | 'ids' | 'project' | 'behind'>

export function createArticleRows(connection: Connection, upkeep: SearchUpkeep): Rows {
  return {
    list: (query) => withSearchMended(connection, () => connection.read((sql) => listArticles(sql, query))),
    get: (articleId) => {
      const row = connection.read((sql) =>
        sql.get(`SELECT ${SUMMARY_COLUMNS} FROM articles WHERE article_id = ?`, articleId),
      )
      if (!row.ok) return row
      return row.value === null ? err({ type: 'ArticleNotFound', articleId }) : ok(summaryOf(row.value))
    },
    ids: () => connection.read((sql) => sql.all('SELECT article_id FROM articles ORDER BY id').map(idOf)),
    project: (projection) => {
      const stored = withSearchMended(connection, () =>
        connection.write((sql) => writeProjection(sql, projection)),
      )
      if (!stored.ok) return stored
      upkeep.noteWrite()
      return ok(null)
    },
    behind: () =>
      connection.read((sql) =>
        sql.all('SELECT article_id FROM articles WHERE projected_seq < seq ORDER BY id').map(idOf),
      ),
  }
}

function listArticles(sql: Sql, query: ArticleQuery): { rows: ArticleSummary[]; total: number } {
  const { page, total, highlight } = findArticles(sql, query)
  const rows = page.map((id) => {
    const row = sql.get(`SELECT ${SUMMARY_COLUMNS} FROM articles WHERE id = ?`, id)
    if (row === null) throw new Error('an article vanished between two statements of one reading')
    const snippet = highlight === null ? null : readSnippet(sql, id, highlight)
    return { ...summaryOf(row), snippet }
  })
  return { rows, total }
}

function writeProjection(sql: Sql, projection: ArticleProjection): void {
  const article = requireArticle(sql, projection.articleId)
  const head = sql.get('SELECT seq, projected_seq FROM articles WHERE id = ?', article)
  if (head === null || projection.seq > integerOf(head, 'seq'))
    throw new Error('a projection cannot be ahead of its log')
  if (projection.seq < integerOf(head, 'projected_seq')) return
  sql.run(
    `UPDATE articles SET projected_seq = ?, headline = ?, headline_key = ?, slugline = ?, url_slug = ?, section = ?,
       byline = ?, words = ?, has_tk = ?, embargo_at = ?, embargo_zone = ?, problem = ? WHERE id = ?`,
    projection.seq,
    projection.headline,
    sortKey(projection.headline),
    projection.slugline,
    projection.urlSlug,
    projection.section,
    projection.byline,
    projection.words,
    projection.hasTk ? 1 : 0,
    projection.embargo?.at ?? null,
    projection.embargo?.zone ?? null,
    projection.problem,
    article,
  )
  writePeople(sql, article, projection.people)
  writeSearchRows(sql, article, projection)
}

function writePeople(sql: Sql, article: number, people: string): void {
  const names = new Set(
    people
      .split('\n')
      .map((name) => name.trim())
      .filter((name) => name !== ''),
  )
  const known = new Set(
    sql
      .all('SELECT person FROM article_people WHERE article = ?', article)
      .map((row) => textOf(row, 'person')),
  )
  for (const name of known)
    if (!names.has(name))
      sql.run('DELETE FROM article_people WHERE person = ? AND article = ?', name, article)
  for (const name of names)
    if (!known.has(name)) sql.run('INSERT INTO article_people (person, article) VALUES (?, ?)', name, article)
}

/** Characters of a headline that decide its place in the list; a longer key only makes the index larger. */
const SORT_KEY_CHARS = 120

/** Letters and digits without accents or case, so that "Élan" stands with "elan" and a quotation mark decides nothing. */
function sortKey(headline: string): string {
  return headline
    .slice(0, SORT_KEY_CHARS * 2)
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} ]/gu, '')
    .trim()
    .slice(0, SORT_KEY_CHARS)
}

function summaryOf(row: Row): ArticleSummary {
  const embargoAt = integerOrNull(row, 'embargo_at')
  return {
    id: idOf(row),
    headline: textOf(row, 'headline'),
    slugline: textOf(row, 'slugline'),
    section: textOf(row, 'section'),
    byline: textOf(row, 'byline'),
    status: statusOf(row),
    words: integerOf(row, 'words'),
    hasTk: integerOf(row, 'has_tk') === 1,
    embargo:
      embargoAt === null
        ? null
        : { at: toInstant(embargoAt), zone: parsedOf(row, 'embargo_zone', zoneSchema) },
    createdAt: instantOf(row, 'created_at'),
    savedAt: instantOf(row, 'saved_at'),
    savedBy: textOf(row, 'saved_by'),
    problem: textOrNull(row, 'problem'),
    snippet: null,
  }
}

const idOf = (row: Row): ArticleId => parsedOf(row, 'article_id', articleIdSchema)
