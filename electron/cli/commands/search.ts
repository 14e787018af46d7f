import type { ArticleSummary, Snippet } from '#shared/library/article-summary.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { Command } from '../cli-context.ts'
import { misused } from '../exit-code.ts'
import { summaryJson } from '../json-shapes.ts'
import { withLibrary } from '../open-cli-library.ts'
import { printable } from '../table-text.ts'
import { SHOWN_ID_CHARS, queryOf, rowsOf } from './list.ts'

/** Characters of a query; longer ones are not looked up by anybody. */
const MAX_QUERY_CHARS = 400

export const search: Command = {
  name: 'search',
  usage: 'QUERY',
  summary: 'Find articles by their text: words, "exact phrases", -not, begin*.',
  takes: [1, 50],
  flags: { all: 'spiked articles, too' },
  values: { limit: 'at most so many' },
  async run(context) {
    const query = queryOf(context)
    if (!query.ok) return query
    const text = context.arguments.join(' ').trim()
    if (text === '') return err(misused('The query is empty.'))
    if (text.length > MAX_QUERY_CHARS)
      return err(misused(`A query has at most ${MAX_QUERY_CHARS} characters.`))
    return withLibrary(context, { access: 'read' }, ({ store }) => {
      const { query: filters, limit } = query.value
      const found = rowsOf(store, { query: { ...filters, text }, limit })
      if (!found.ok) return found
      const { rows, total } = found.value
      const json = { articles: rows.map((row) => ({ ...summaryJson(row), snippet: row.snippet })), total }
      return ok({ text: rows.map(hitText).join('\n'), json })
    })
  },
}

const hitText = ({ id, status, headline, snippet }: ArticleSummary): string => {
  const title = `${id.slice(0, SHOWN_ID_CHARS)}  ${status}  ${printable(headline) || '(no headline)'}`
  return snippet === null ? title : `${title}\n    ${snippetText(snippet)}`
}

/** Hits between brackets: no colours that a file or a pipe would keep. */
const snippetText = ({ parts }: Snippet): string =>
  printable(parts.map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join(''))
