// From the desk's search language to FTS5's. All text is quoted, so that the engine sees words and never operators.
import type { SearchQuery, SearchTerm } from '#shared/library/search-query.ts'

/** Null when nothing is wanted: then there is nothing to look up, only something to leave out. */
export function wantedExpression(query: SearchQuery): string | null {
  if (query.wanted.length === 0) return null
  const wanted = query.wanted.map(quoted).join(' AND ')
  const unwanted = unwantedExpression(query)
  return unwanted === null ? wanted : `(${wanted}) NOT (${unwanted})`
}

export function unwantedExpression(query: SearchQuery): string | null {
  return query.unwanted.length === 0 ? null : query.unwanted.map(quoted).join(' OR ')
}

const quoted = ({ text, isPrefix }: SearchTerm): string =>
  `"${text.replaceAll('"', '""')}"${isPrefix ? ' *' : ''}`
