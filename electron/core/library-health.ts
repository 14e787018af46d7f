// Whether the library takes what is written, as one state for every window: derived from the drafts it refuses.
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome, OutcomeTag } from '#shared/errors/outcome.ts'
import type { Broadcast, PayloadOf } from '#shared/ipc/desktop-api.ts'

type LibraryState = PayloadOf<'app', 'libraryState'>['state']

export interface LibraryHealth {
  /** A draft's changes were refused for this reason, or are taken again (null). */
  note(articleId: ArticleId, outcome: Outcome | null): void
}

export function createLibraryHealth(broadcast: Broadcast): LibraryHealth {
  const refused = new Map<ArticleId, Outcome>()
  let shown: LibraryState = 'ok'
  return {
    note(articleId, outcome) {
      if (outcome === null) refused.delete(articleId)
      else refused.set(articleId, outcome)
      const [worst] = refused.values()
      const state = worst === undefined ? 'ok' : stateOf(worst)
      if (state === shown) return
      shown = state
      broadcast('app', 'libraryState', {
        state,
        detail: worst !== undefined && 'detail' in worst ? worst.detail : '',
      })
    },
  }
}

/** Reasons a person can do something about; every other one is "failed" with its detail. */
const STATES: Readonly<Partial<Record<OutcomeTag, LibraryState>>> = {
  DiskFull: 'disk-full',
  LibraryGone: 'gone',
  LibraryReadOnly: 'read-only',
}

function stateOf(outcome: Outcome): LibraryState {
  return STATES[outcome.type] ?? 'failed'
}
