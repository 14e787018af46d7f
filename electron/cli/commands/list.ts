import type { LibraryStore } from '#core/storage/library-store.ts'
import { EVERYTHING, type ArticleQuery, type ArticleSummary } from '#shared/library/article-summary.ts'
import { STATUSES, statusSchema } from '#shared/workflow/status.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { CliContext, Command } from '../cli-context.ts'
import { type Failure, failed, misused } from '../exit-code.ts'
import { summaryJson } from '../json-shapes.ts'
import { withLibrary } from '../open-cli-library.ts'
import { printable, shortTime, tableText } from '../table-text.ts'

/** Characters of an id that people are shown; a beginning is enough everywhere. */
export const SHOWN_ID_CHARS = 8

export const list: Command = {
  name: 'list',
  usage: '',
  summary: 'List articles, the last saved first.',
  takes: [0, 0],
  flags: { all: 'spiked articles, too' },
  values: {
    status: `only this status: ${STATUSES.join(', ')}`,
    section: 'only this section',
    limit: 'at most so many',
  },
  async run(context) {
    const query = queryOf(context)
    if (!query.ok) return query
    return withLibrary(context, { access: 'read' }, ({ store }) => {
      const found = rowsOf(store, query.value)
      if (!found.ok) return found
      const { rows, total } = found.value
      const zone = context.common.zone ?? context.io.clock.zone()
      return ok({ text: rowsText(rows, zone), json: { articles: rows.map(summaryJson), total } })
    })
  },
}

export const rowsText = (rows: readonly ArticleSummary[], zone: string): string =>
  tableText(
    rows.map((row) => [
      row.id.slice(0, SHOWN_ID_CHARS),
      row.status,
      `${row.words} words`,
      shortTime(row.savedAt, zone),
      printable(row.headline === '' ? row.slugline || '(no headline)' : row.headline),
    ]),
  )

/** Rows asked for at a time: the library's own ceiling. */
const PAGE_ROWS = 500

/** All rows that fit, or as many as --limit says. */
export function rowsOf(
  store: LibraryStore,
  { query, limit }: ListRequest,
): Result<{ rows: ArticleSummary[]; total: number }, Failure> {
  const rows: ArticleSummary[] = []
  for (;;) {
    const wanted = Math.min(PAGE_ROWS, limit - rows.length)
    const page = store.articles.list({ ...query, offset: rows.length, limit: wanted })
    if (!page.ok) return err(failed(page.error))
    rows.push(...page.value.rows)
    const { total } = page.value
    if (page.value.rows.length === 0 || rows.length >= Math.min(limit, total)) return ok({ rows, total })
  }
}

export interface ListRequest {
  readonly query: ArticleQuery
  readonly limit: number
}

export function queryOf({ flags, values }: CliContext): Result<ListRequest, Failure> {
  const status = values.get('status')
  const parsed = status === undefined ? null : statusSchema.safeParse(status)
  if (parsed?.success === false) return err(misused(`“${status}” is not a status: ${STATUSES.join(', ')}.`))
  const limit = values.has('limit') ? Number(values.get('limit')) : Number.MAX_SAFE_INTEGER
  if (!Number.isInteger(limit) || limit < 1) return err(misused('--limit is a whole number from 1.'))
  const statuses =
    parsed?.success === true ? [parsed.data] : flags.has('all') ? [...STATUSES] : EVERYTHING.statuses
  return ok({ query: { ...EVERYTHING, statuses, section: values.get('section') ?? null }, limit })
}
