// What the desk is asked to list: words, filters and order, as a person sets them.
import type { ArticleQuery } from '#shared/library/article-summary.ts'
import { STATUSES, type Status } from '#shared/workflow/status.ts'

export type StatusFilter = 'all' | Status

export interface DeskFilters {
  readonly text: string
  readonly status: StatusFilter
  readonly section: string | null
  readonly isMineOnly: boolean
  readonly onlyTk: boolean
  readonly onlyEmbargoed: boolean
  readonly sort: ArticleQuery['sort']
}

export const NO_FILTERS: DeskFilters = {
  text: '',
  status: 'all',
  section: null,
  isMineOnly: false,
  onlyTk: false,
  onlyEmbargoed: false,
  sort: 'saved',
}

export type DeskQuery = Omit<ArticleQuery, 'offset' | 'limit'>

export function toQuery(filters: DeskFilters, personName: string): DeskQuery {
  return {
    text: filters.text.trim(),
    // Spiked articles are set aside: they show only when asked for.
    statuses:
      filters.status === 'all'
        ? STATUSES.filter((status) => status !== 'spiked' && status !== 'killed')
        : [filters.status],
    section: filters.section,
    person: filters.isMineOnly && personName !== '' ? personName : null,
    onlyTk: filters.onlyTk,
    onlyEmbargoed: filters.onlyEmbargoed,
    sort: filters.sort,
    // Newest and longest first, names and stages from the start.
    descending: filters.sort !== 'headline' && filters.sort !== 'status',
  }
}

/** Filters in force beyond the search words and the order. */
export function countFilters(filters: DeskFilters): number {
  return [
    filters.status !== 'all',
    filters.section !== null,
    filters.isMineOnly,
    filters.onlyTk,
    filters.onlyEmbargoed,
  ].filter(Boolean).length
}

export const SORT_WORDS: Readonly<Record<ArticleQuery['sort'], string>> = {
  saved: 'Last saved',
  created: 'Newest',
  headline: 'Headline',
  words: 'Length',
  status: 'Status',
}
