// Asks who made the changes of a comparison with the live draft. Nobody waits for it: the list is there before its names.
import { useEffect } from 'react'
import type { Instant } from '#shared/article/ids.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import type { DraftReplica } from '../../editor/index.ts'
import { changeAuthors } from './change-authors.ts'
import { useComparison } from './comparison.ts'

/** Null while the live draft is not what is compared, or cannot be read. */
export function useChangeAuthors(live: DraftReplica | null, since: Instant | null): void {
  const desktop = useDesktop()
  const state = useComparison((store) => store.state)
  const tell = useComparison((store) => store.tellAuthors)
  const diff = state.kind === 'ready' && 'changes' in state.diff ? state.diff : null
  useEffect(() => {
    if (live === null || diff === null) return
    let isWanted = true
    const ask = async () => {
      await live.flush() // the log is asked, and knows what is saved
      if (!isWanted) return
      const answer = await desktop.review.attribution({ articleId: live.articleId, deletedSince: since })
      // Without an answer the list says what and where, as it does already; that the log cannot be read is said where it is opened.
      if (isWanted && answer.ok) tell(changeAuthors(diff, answer.value))
    }
    void ask()
    return () => {
      isWanted = false
    }
  }, [desktop, live, diff, since, tell])
}
