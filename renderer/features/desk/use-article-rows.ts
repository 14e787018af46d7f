// The rows of the desk a page at a time: only pages on screen are read, and the last answer stays until the next is here.
import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import type { ArticleSummary } from '#shared/library/article-summary.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import type { DeskQuery } from './desk-query.ts'

/** Rows read at once: about eight screens, one answer of some 40 KB. */
const PAGE_ROWS = 100
/** Milliseconds a page that left the screen is kept: scrolling back is common, keeping 100,000 rows is waste. */
const KEEP_MS = 60_000

export type ArticleRows =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly outcome: Outcome; readonly retry: () => void }
  | {
      readonly kind: 'ready'
      readonly total: number
      /** Undefined while its page is on the way. */
      readonly rowAt: (index: number) => ArticleSummary | undefined
      /** The rows answer an earlier question; the answer to this one is on its way. */
      readonly isStale: boolean
    }

export function useArticleRows(query: DeskQuery): {
  rows: ArticleRows
  see: (first: number, last: number) => void
} {
  const desktop = useDesktop()
  const [seen, setSeen] = useState({ first: 0, last: 0 })
  const more = Array.from({ length: seen.last - seen.first }, (_, index) => seen.first + 1 + index)
  const first = useQuery({ ...pageOptions(desktop, query, seen.first), placeholderData: keepPreviousData })
  const others = useQueries({ queries: more.map((page) => pageOptions(desktop, query, page)) })
  const see = (from: number, to: number) => {
    const next = { first: Math.floor(from / PAGE_ROWS), last: Math.floor(Math.max(from, to) / PAGE_ROWS) }
    if (next.first !== seen.first || next.last !== seen.last) setSeen(next)
  }

  const all = [first, ...others]
  const defect = all.find((result) => result.error)?.error
  if (defect) throw defect
  const failed = all.find((result) => result.data?.answer.ok === false)
  if (failed?.data && !failed.data.answer.ok) {
    const { error } = failed.data.answer
    return { rows: { kind: 'failed', outcome: error, retry: () => void failed.refetch() }, see }
  }
  if (!first.data?.answer.ok) return { rows: { kind: 'loading' }, see }
  const pages = new Map(
    all.flatMap(({ data }) => (data?.answer.ok ? [[data.page, data.answer.value.rows] as const] : [])),
  )
  return {
    rows: {
      kind: 'ready',
      total: first.data.answer.value.total,
      rowAt: (index) => pages.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
      isStale: first.data.question !== JSON.stringify(query),
    },
    see,
  }
}

/** Answers carry their question: what stays on screen meanwhile must know which rows it holds. */
function pageOptions(desktop: DesktopApi, query: DeskQuery, page: number) {
  return {
    queryKey: ['library', 'rows', query, page],
    queryFn: async () => ({
      question: JSON.stringify(query),
      page,
      answer: await desktop.library.list({ ...query, offset: page * PAGE_ROWS, limit: PAGE_ROWS }),
    }),
    gcTime: KEEP_MS,
  }
}
