// Runs the comparison that is asked for and keeps what it found (comparison.ts) up to date while the draft goes on.
import { useCallback, useEffect, useState } from 'react'
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useLiveValue } from '../../bridge/use-live-query.ts'
import type { DraftReplica } from '../../editor/index.ts'
import type { Comparison, Version } from '../../state/review.ts'
import type { Comparer } from './comparer.ts'
import { useComparison } from './comparison.ts'
import { useVersion, type VersionState } from './use-version.ts'

/** Milliseconds before work that is still under way says so. */
const SLOW_MS = 300

/** Answers how to give up, once it takes long enough to be worth saying. */
export function useCompared(
  articleId: ArticleId,
  comparison: Comparison,
  /** Where it begins. 'none': there is nothing earlier to compare with. Null: not known yet. */
  before: Version | 'none' | null,
  replica: DraftReplica | null,
  comparer: Comparer,
): (() => void) | null {
  const desktop = useDesktop()
  const { after } = comparison
  const beforeState = useVersion(articleId, before === 'none' ? null : before, replica)
  const afterState = useVersion(articleId, after, replica)
  const zone = useLiveValue('profiles', 'list', {}, zoneOfDefault)
  const become = useComparison((store) => store.become)
  const [isRunning, setRunning] = useState(false)
  const [{ attempt, isGivenUp }, setAttempt] = useState(FIRST_ATTEMPT)
  const older = articleOf(beforeState)
  const newer = articleOf(afterState)
  const failed = [beforeState, afterState].find((state) => state.kind === 'failed') ?? null
  const failure = failed?.outcome

  // Another question: the answer to the last one must not stand there for it.
  useEffect(() => {
    setAttempt(FIRST_ATTEMPT)
    become({ kind: 'loading' })
  }, [comparison, become])
  const again = useCallback(() => {
    become({ kind: 'loading' })
    setAttempt((last) => ({ attempt: last.attempt + 1, isGivenUp: false }))
  }, [become])
  useEffect(() => {
    if (failed !== null) become({ ...failed })
    // oxlint-disable-next-line react/exhaustive-deps -- its retry is a new function each time; the outcome is what counts
  }, [failure, become])
  useEffect(() => {
    if (failure !== undefined || newer === null || isGivenUp) return
    if (before === 'none')
      return become({ kind: 'ready', diff: { type: 'first' }, before: null, after: newer })
    if (older === null || zone === null) return
    let isWanted = true
    setRunning(true)
    void comparer
      .compare({ before: older, after: newer, zone })
      .then((diff) => {
        if (isWanted && diff !== null) become({ kind: 'ready', diff, before: older, after: newer })
      })
      .catch((error: unknown) => {
        // The worker's edge: a bug there is said here, and the article is untouched.
        if (isWanted)
          become({ kind: 'failed', outcome: { type: 'Defect', reference: String(error) }, retry: again })
      })
      .finally(() => {
        if (isWanted) setRunning(false)
      })
    return () => {
      isWanted = false
      setRunning(false)
    }
  }, [comparer, older, newer, zone, before, failure, attempt, isGivenUp, become, again])
  useEffect(() => () => become({ kind: 'none' }), [become])

  const isReading = before !== 'none' && (older === null || newer === null)
  const isSlow = useIsSlow((isRunning || isReading) && failure === undefined && !isGivenUp)
  if (!isSlow) return null
  return () => {
    comparer.giveUp()
    void desktop.review.cancel({})
    setAttempt((last) => ({ ...last, isGivenUp: true }))
    become({ kind: 'cancelled', again })
  }
}

const FIRST_ATTEMPT = { attempt: 0, isGivenUp: false }

const zoneOfDefault = ({ profiles, defaultId }: OutputOf<'profiles', 'list'>): string =>
  profiles.find(({ id }) => id === defaultId)?.zone ?? 'UTC'

const articleOf = (state: VersionState): Article | null => (state.kind === 'ready' ? state.article : null)

function useIsSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isWaiting) return
    const timer = setTimeout(() => setSlow(true), SLOW_MS)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isWaiting])
  return isSlow
}
