// AT8: up to where a person has seen an article, noted when they let go of it.
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import type { RevisionDeps } from './take-revision.ts'

/** Milliseconds between two looks that count as one: paging through the desk writes nothing. */
const SAME_LOOK_MS = 60_000

export function noteLook(
  { store, clock, author }: Pick<RevisionDeps, 'store' | 'clock' | 'author'>,
  articleId: ArticleId,
): Result<null, StorageOutcome | Outcome<'ArticleNotFound'>> {
  const person = author()
  const seen = store.looks.last(articleId, person)
  if (!seen.ok) return seen
  const { look, seq } = seen.value
  const isSameLook = look?.seq === seq && Math.abs(clock.now() - look.at) < SAME_LOOK_MS
  return isSameLook ? ok(null) : store.looks.record(articleId, person, clock.now())
}
