// Keeps rows and search in step with the logs: as drafts change, and after a crash or a projection that failed.
import type { ArticleId } from '#shared/article/ids.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import type { Broadcast } from '#shared/ipc/desktop-api.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import type { DraftReading } from '../drafts/draft-reading.ts'
import type { LoadOutcome } from '../drafts/load-draft.ts'
import type { Clock, Log } from '../ports.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { toProjection } from './article-row.ts'

export interface Projector {
  /** Row and search rows in one transaction. A failure is logged and made good at the next start (DR1). */
  project(articleId: ArticleId, reading: DraftReading): void
  /** Projects what lies behind its log: a few articles now, the others one by one. */
  catchUp(): Result<null, StorageOutcome>
  stop(): void
}

/** Articles caught up before the first list is shown: after a crash only drafts that were open can be behind. */
const AT_ONCE = 20
/** Milliseconds between later ones, so that the window stays free. */
const PAUSE_MS = 10

export function createProjector(deps: {
  readonly store: LibraryStore
  readonly clock: Clock
  readonly log: Log
  readonly broadcast: Broadcast
  readingOf(articleId: ArticleId): Result<DraftReading, LoadOutcome>
}): Projector {
  const { store, clock, log, broadcast } = deps
  let cancelNext = (): void => undefined

  function project(articleId: ArticleId, reading: DraftReading): void {
    if (store.isReadOnly) return
    const projected = store.articles.project(toProjection(articleId, reading))
    if (projected.ok) broadcast('library', 'changed', { articleIds: [articleId] })
    else log('warn', 'projection-failed', { articleId, outcome: projected.error.type })
  }

  function catchUpOne(articleId: ArticleId): void {
    const reading = deps.readingOf(articleId)
    // A damaged draft keeps the row it had: what is known last is better than half of what is there.
    if (reading.ok) project(articleId, reading.value)
    else log('warn', 'projection-skipped', { articleId, outcome: reading.error.type })
  }

  function catchUpLater(articleIds: readonly ArticleId[], from: number): void {
    const articleId = articleIds[from]
    if (articleId === undefined) return
    cancelNext = clock.after(PAUSE_MS, () => {
      catchUpOne(articleId)
      catchUpLater(articleIds, from + 1)
    })
  }

  function behind(): Result<ArticleId[], StorageOutcome> {
    cancelNext()
    return store.isReadOnly ? ok([]) : store.articles.behind()
  }

  return {
    project,
    catchUp() {
      const found = behind()
      if (!found.ok) return found
      for (const articleId of found.value.slice(0, AT_ONCE)) catchUpOne(articleId)
      catchUpLater(found.value, AT_ONCE)
      return ok(null)
    },
    stop: () => cancelNext(),
  }
}
