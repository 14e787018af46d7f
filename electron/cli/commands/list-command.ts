import { type ArticleSummary, EVERYTHING } from '#shared/library/article-summary.ts'
import { STATUSES } from '#shared/workflow/status.ts'
import {
  answer,
  type Call,
  type CommandInfo,
  type ExitCode,
  type OpenedLibrary,
  orRefuse,
  toIso,
} from '../command.ts'

/** Rows asked for at a time; the contract's own ceiling. */
const PAGE = 500

export const listCommand: CommandInfo = {
  name: 'list',
  usage: 'stet list [--all] [--section NAME]',
  summary: 'Lists articles, last saved first; --all includes spiked ones.',
  run: (call) => call.library((opened) => list(call, opened, '')),
}

export const searchCommand: CommandInfo = {
  name: 'search',
  usage: 'stet search WORDS... [--all]',
  summary: 'Searches headlines, standfirsts, texts and names: words, "exact phrases", -not, begin*.',
  run: (call) => call.library((opened) => list(call, opened, call.args.join(' '))),
}

/** A row as scripts get it. */
export const rowJson = (row: ArticleSummary) => ({
  id: row.id,
  headline: row.headline,
  slugline: row.slugline,
  section: row.section,
  byline: row.byline,
  status: row.status,
  words: row.words,
  hasTk: row.hasTk,
  createdAt: toIso(row.createdAt),
  savedAt: toIso(row.savedAt),
  savedBy: row.savedBy,
  problem: row.problem,
  ...(row.snippet === null
    ? {}
    : { snippet: { field: row.snippet.field, text: row.snippet.parts.map((part) => part.text).join('') } }),
})

function list(call: Call, { store }: OpenedLibrary, text: string): Promise<ExitCode> | ExitCode {
  const query = {
    ...EVERYTHING,
    text,
    statuses: call.options.all ? [...STATUSES] : EVERYTHING.statuses,
    section: call.options.section ?? null,
    limit: PAGE,
  }
  const rows: ArticleSummary[] = []
  for (;;) {
    const page = store.articles.list({ ...query, offset: rows.length })
    if (!page.ok) return orRefuse(call, page, () => 0)
    rows.push(...page.value.rows)
    if (page.value.rows.length < PAGE || rows.length >= page.value.total) break
  }
  return answer(call, { articles: rows.map(rowJson), total: rows.length }, () =>
    rows.length === 0
      ? text === ''
        ? 'The library is empty. “stet new” begins an article, “stet import FILE” brings one in.'
        : 'Nothing found.'
      : rows.map(rowWords).join('\n'),
  )
}

function rowWords(row: ArticleSummary): string {
  const found =
    row.snippet === null
      ? ''
      : `\n          ${row.snippet.parts.map((part) => (part.isHit ? `[${part.text}]` : part.text)).join('')}`
  return `${row.id.slice(0, 8)}  ${row.headline || 'Untitled'}  (${row.status}, ${row.words} words, saved ${toIso(row.savedAt)})${found}`
}
