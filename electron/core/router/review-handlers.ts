// The review group of the contract. What reads a whole log takes a moment and can be given up.
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { ok } from '#shared/ipc/result.ts'
import { attributeDraft } from '../attribution/attribute-draft.ts'
import { articleAt } from '../drafts/article-at.ts'
import type { Clock } from '../ports.ts'
import { momentsOf } from '../revisions/moments.ts'
import { noteLook } from '../revisions/note-look.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { whileOpen } from '../while-open.ts'

export interface ReviewDeps {
  readonly store: LibraryStore
  readonly clock: Clock
  author(): string
}
export interface Review {
  readonly handlers: Handlers['review']
  /** Gives up everything that is under way. */
  stop(): void
}

export function createReview({ store, clock, author }: ReviewDeps): Review {
  const underWay = new Map<AbortController, number>()
  const give = (isMeant: (windowId: number) => boolean): void => {
    for (const [job, windowId] of underWay) if (isMeant(windowId)) job.abort()
  }
  async function cancellable<T>(windowId: number, run: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const job = new AbortController()
    underWay.set(job, windowId)
    try {
      return await run(job.signal)
    } finally {
      underWay.delete(job)
    }
  }
  return {
    handlers: {
      moments: ({ articleId }) => whileOpen(momentsOf(store, articleId, author())),
      looked: ({ articleId }) => whileOpen(noteLook({ store, clock, author }, articleId)),
      articleAt: ({ articleId, seq }, { windowId }) =>
        cancellable(windowId, async (signal) => whileOpen(await articleAt(store, articleId, seq, signal))),
      attribution: ({ articleId, deletedSince }, { windowId }) =>
        cancellable(windowId, async (signal) =>
          whileOpen(await attributeDraft(store, articleId, { deletedSince, signal })),
        ),
      cancel(_, { windowId }) {
        give((waiting) => waiting === windowId)
        return ok(null)
      },
    },
    stop: () => give(() => true),
  }
}
