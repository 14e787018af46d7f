// Finds one page of the desk: filter, search, order and count, each by an index.
import type { ArticleQuery } from '#shared/library/article-summary.ts'
import { parseSearchQuery, SEARCH_DEPTH, type SearchQuery } from '#shared/library/search-query.ts'
import { unwantedExpression, wantedExpression } from './search-expression.ts'
import { integerOf, type Row, type Sql } from './sql.ts'
import type { SupportedValue } from './sqlite.ts'

export interface FoundArticles {
  /** Row numbers of the page, in order. */
  readonly page: readonly number[]
  readonly total: number
  /** What to highlight, or null. */
  readonly highlight: SearchQuery | null
}

export function findArticles(sql: Sql, query: ArticleQuery): FoundArticles {
  const search = parseSearchQuery(query.text)
  const wanted = wantedExpression(search)
  const conditions = conditionsOf(query)
  if (wanted !== null) return findHits(sql, query, conditions, search, wanted)
  const unwanted = unwantedExpression(search)
  if (unwanted !== null)
    conditions.push(['id NOT IN (SELECT rowid FROM article_search WHERE article_search MATCH ?)', unwanted])
  const { where, values } = joined(conditions)
  const page = sql
    .all(
      `SELECT id FROM articles WHERE ${where} ORDER BY ${orderOf(query)} LIMIT ? OFFSET ?`,
      ...values,
      query.limit,
      query.offset,
    )
    .map(idOf)
  return { page, total: totalOf(sql, query, unwanted === null, where, values), highlight: null }
}

/**
 * Two steps: the newest hits by row number, which the index gives without reading them, then those filtered and ordered.
 * Only when a filter leaves too few of them for the page is every hit looked at.
 */
function findHits(
  sql: Sql,
  query: ArticleQuery,
  conditions: Condition[],
  search: SearchQuery,
  expression: string,
): FoundArticles {
  const { where, values } = joined(conditions)
  const ordered = (depth: number) =>
    sql
      .all(
        `SELECT articles.id FROM
           (SELECT rowid AS hit FROM article_search WHERE article_search MATCH ? ORDER BY rowid DESC LIMIT ?)
         CROSS JOIN articles ON articles.id = hit WHERE ${where} ORDER BY ${orderOf(query)}`,
        expression,
        depth,
        ...values,
      )
      .map(idOf)
  const end = query.offset + query.limit
  const newest = ordered(SEARCH_DEPTH)
  const isEnough = newest.length >= end || hitCount(sql, expression) < SEARCH_DEPTH
  const found = isEnough ? newest : ordered(NO_LIMIT)
  return { page: found.slice(query.offset, end), total: found.length, highlight: search }
}

/** SQLite's word for "all". */
const NO_LIMIT = -1

function hitCount(sql: Sql, expression: string): number {
  const row = sql.get(
    'SELECT count(*) AS hits FROM (SELECT rowid FROM article_search WHERE article_search MATCH ? LIMIT ?)',
    expression,
    SEARCH_DEPTH,
  )
  return row === null ? 0 : integerOf(row, 'hits')
}

type Condition = readonly [sql: string, ...values: SupportedValue[]]

function conditionsOf(query: ArticleQuery): Condition[] {
  const conditions: Condition[] = [
    [`status IN (${query.statuses.map(() => '?').join(', ')})`, ...query.statuses],
  ]
  if (query.section !== null) conditions.push(['section = ?', query.section])
  if (query.onlyTk) conditions.push(['has_tk = 1'])
  if (query.onlyEmbargoed) conditions.push(['embargo_at IS NOT NULL'])
  if (query.person !== null)
    conditions.push([
      'id IN (SELECT article FROM article_people WHERE person = ? UNION SELECT id FROM articles WHERE saved_by = ?)',
      query.person,
      query.person,
    ])
  return conditions
}

function joined(conditions: readonly Condition[]): { where: string; values: SupportedValue[] } {
  return {
    where: conditions.map(([text]) => text).join(' AND '),
    values: conditions.flatMap(([, ...values]) => values),
  }
}

/** Whatever the counters know is read from them; only persons and exclusions are counted out. */
function totalOf(
  sql: Sql,
  query: ArticleQuery,
  isPlain: boolean,
  where: string,
  values: SupportedValue[],
): number {
  const isCounted = isPlain && query.person === null
  const row = isCounted
    ? sql.get(
        `SELECT coalesce(sum(articles), 0) AS total FROM desk_counts
         WHERE ${where.replace('embargo_at IS NOT NULL', 'has_embargo = 1')}`,
        ...values,
      )
    : sql.get(`SELECT count(*) AS total FROM articles WHERE ${where}`, ...values)
  return row === null ? 0 : integerOf(row, 'total')
}

const ORDERS: Readonly<Record<ArticleQuery['sort'], (direction: Direction) => string>> = {
  saved: (direction) => `saved_at ${direction}, id ${direction}`,
  created: (direction) => `created_at ${direction}, id ${direction}`,
  headline: (direction) => `headline_key ${direction}, id ${direction}`,
  words: (direction) => `words ${direction}, id ${direction}`,
  // Within a status newest first; the reverse order is that list read from its end, so that one index serves both.
  status: (direction) =>
    direction === 'ASC'
      ? 'status_rank ASC, saved_at DESC, id DESC'
      : 'status_rank DESC, saved_at ASC, id ASC',
}
type Direction = 'ASC' | 'DESC'
const orderOf = ({ sort, descending }: ArticleQuery): string => ORDERS[sort](descending ? 'DESC' : 'ASC')

const idOf = (row: Row): number => integerOf(row, 'id')
