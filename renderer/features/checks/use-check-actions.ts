// One key to the next finding, in the order of the list, and round again.
import { useEffect } from 'react'
import { bindActions } from '../../app/action-registry.ts'
import type { StoryAccess } from '../../editor/index.ts'
import { useChecks } from './checks-store.ts'
import type { FollowedChecks } from './follow-checks.ts'
import { goToFinding } from './go-to-finding.ts'

export function useCheckActions(story: StoryAccess | null, checks: FollowedChecks | null): void {
  useEffect(() => {
    if (story === null || checks === null) return
    const step = (direction: 1 | -1) => {
      const open = checks.now()
      const at = open.findIndex(({ id }) => id === useChecks.getState().at)
      const next =
        open[at < 0 ? (direction === 1 ? 0 : open.length - 1) : (at + direction + open.length) % open.length]
      if (next !== undefined) goToFinding(story, next)
    }
    const isEnabled = () => (useChecks.getState().results?.open.length ?? 0) > 0
    return bindActions({
      'check.next': { run: () => step(1), isEnabled },
      'check.previous': { run: () => step(-1), isEnabled },
    })
  }, [story, checks])
}
