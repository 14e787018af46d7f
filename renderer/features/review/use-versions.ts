// The versions of the open article, and which two of them are compared.
import { useCallback, useEffect, useMemo, useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { Result } from '#shared/ipc/result.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import type { Comparison, Version } from '../../state/review.ts'
import { useNow } from '../../state/use-now.ts'
import { type Moments, sinceVersion, type VersionEntry, versionEntries } from './version-entries.ts'

export interface Versions {
  readonly entries: readonly VersionEntry[]
  /** 'none': the article has no such version. Null while that is not known. */
  readonly before: Version | 'none' | null
  readonly failed: { readonly outcome: Outcome; readonly retry: () => void } | null
}

export function useVersions(articleId: ArticleId, comparison: Comparison, hasLive: boolean): Versions {
  const { answer, begin, retry } = useMoments(articleId, comparison)
  const now = useNow()
  return useMemo(() => {
    const failed = answer === null || answer.ok ? null : { outcome: answer.error, retry }
    return {
      entries: answer?.ok ? versionEntries(answer.value, hasLive, now) : [],
      before: typeof comparison.before === 'string' ? begin : comparison.before,
      failed,
    }
  }, [answer, begin, retry, comparison, hasLive, now])
}

interface Asked {
  readonly answer: Result<Moments, Outcome> | null
  /** What "since …" meant when the comparison was asked for: a revision kept since then does not move it. */
  readonly begin: Version | 'none' | null
  readonly retry: () => void
}

/** Asked anew for each comparison and whenever a revision is kept; never remembered, for "last looked" moves on. */
function useMoments(articleId: ArticleId, comparison: Comparison): Asked {
  const desktop = useDesktop()
  const [answer, setAnswer] = useState<Result<Moments, Outcome> | null>(null)
  const [begun, setBegun] = useState<{ of: Comparison; at: Version | 'none' } | null>(null)
  const [attempt, setAttempt] = useState(0)
  useEffect(() => {
    let isWanted = true
    void desktop.review.moments({ articleId }).then((found) => {
      if (!isWanted) return
      setAnswer(found)
      const { before } = comparison
      if (!found.ok || typeof before !== 'string') return
      const at = sinceVersion(before, found.value) ?? 'none'
      setBegun((last) => (last?.of === comparison ? last : { of: comparison, at }))
    })
    return () => {
      isWanted = false
    }
  }, [desktop, articleId, comparison, attempt])
  const retry = useCallback(() => setAttempt((count) => count + 1), [])
  useEffect(
    () =>
      desktop.revisions.onChanged((changed) => {
        if (changed.articleId === articleId) retry()
      }),
    [desktop, articleId, retry],
  )
  return { answer, begin: begun?.of === comparison ? begun.at : null, retry }
}
