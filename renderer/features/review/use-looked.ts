// Tells main that the person has seen the draft as it stands, when they leave a comparison that showed it. Not when they come: what
// they came for would be gone the next time they ask for it.
import { useEffect, useRef } from 'react'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import type { DraftReplica } from '../../editor/index.ts'
import { useComparison } from './comparison.ts'

/** Null: the live draft is not on screen. */
export function useLooked(live: DraftReplica | null): void {
  const desktop = useDesktop()
  const isSeen = useComparison((store) => store.state.kind === 'ready')
  const seen = useRef(false)
  useEffect(() => {
    if (isSeen) seen.current = true
  }, [isSeen])
  useEffect(() => {
    seen.current = false
    if (live === null) return
    return () => {
      if (!seen.current) return
      const { articleId } = live
      // What was taken back here is the person's own: it is saved first, so as not to be news to them.
      void live.flush().then(() => desktop.review.looked({ articleId })) // a look that is not kept costs a longer list next time
    }
  }, [desktop, live])
}
