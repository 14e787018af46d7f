// Where the reporting happened, as it stands before the first words: "SEOUL (Reuters) — ".
import type { ArticleMeta } from './meta.ts'

/** Without the dash; '' when there is neither place nor source. */
export function datelineText(meta: Pick<ArticleMeta, 'datelinePlace' | 'datelineSource'>): string {
  const place = meta.datelinePlace.trim()
  const source = meta.datelineSource.trim()
  if (source === '') return place
  return place === '' ? `(${source})` : `${place} (${source})`
}

/** Between the dateline and the first words. */
export const DATELINE_DASH = ' — '
