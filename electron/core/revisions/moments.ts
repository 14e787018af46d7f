// What an article can be compared with, and the points in its history that people mean by "since".
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import type { LibraryStore } from '../storage/library-store.ts'

/** The label that the revision of a filing carries: its verb. */
const FILED = 'file'

export function momentsOf(
  store: LibraryStore,
  articleId: ArticleId,
  person: string,
): Result<OutputOf<'review', 'moments'>, StorageOutcome | Outcome<'ArticleNotFound'>> {
  const summary = store.articles.get(articleId)
  if (!summary.ok) return summary
  const seen = store.looks.last(articleId, person)
  if (!seen.ok) return seen
  const listed = store.revisions.list(articleId)
  if (!listed.ok) return listed
  const recorded = store.editions.list(articleId)
  if (!recorded.ok) return recorded
  const revisions = listed.value
  const editions = recorded.value.toReversed()
  return ok({
    live: { seq: seen.value.seq, at: summary.value.savedAt, by: summary.value.savedBy },
    revisions,
    editions: editions.map(({ number, revisionId, at, who }) => ({ number, revisionId, at, who })),
    looked: seen.value.look,
    lastEdition: editions[0]?.revisionId ?? null,
    lastFiled: revisions.find(({ kind, label }) => kind === 'status' && label === FILED)?.id ?? null,
  })
}
