// DR1 by hand: every row and search text made anew from the logs, for a library whose projections are doubted.
import type { ArticleId } from '#shared/article/ids.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import type { DraftReading } from '../drafts/draft-reading.ts'
import type { LoadOutcome } from '../drafts/load-draft.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { toProjection } from './article-row.ts'

/** Answers how many were rebuilt and which could not be read; those keep the rows they have. */
export function rebuildProjections(
  store: LibraryStore,
  readingOf: (articleId: ArticleId) => Result<DraftReading, LoadOutcome>,
): Result<{ rebuilt: number; unreadable: ArticleId[] }, StorageOutcome> {
  const ids = store.articles.ids()
  if (!ids.ok) return ids
  const unreadable: ArticleId[] = []
  for (const articleId of ids.value) {
    const reading = readingOf(articleId)
    if (!reading.ok) {
      unreadable.push(articleId)
      continue
    }
    const projected = store.articles.project(toProjection(articleId, reading.value))
    if (!projected.ok) return projected
  }
  return ok({ rebuilt: ids.value.length - unreadable.length, unreadable })
}
