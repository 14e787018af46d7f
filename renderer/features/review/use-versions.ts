// The versions of the open article, and which two of them are compared.
import { useEffect, useMemo, useState } from 'react'
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
  const [answer, retry] = useMoments(articleId, comparison)
  const now = useNow()
  return useMemo(() => {
    const { before } = comparison
    const moments = answer?.ok ? answer.value : null
    const failed = answer === null || answer.ok ? null : { outcome: answer.error, retry }
    const entries = moments === null ? [] : versionEntries(moments, hasLive, now)
    if (typeof before !== 'string') return { entries, before, failed }
    return { entries, before: moments && (sinceVersion(before, moments) ?? 'none'), failed }
  }, [answer, retry, comparison, hasLive, now])
}

/** Asked anew for each comparison and whenever a revision is kept; never remembered, for "last looked" moves on. */
function useMoments(
  articleId: ArticleId,
  comparison: Comparison,
): [Result<Moments, Outcome> | null, () => void] {
  const desktop = useDesktop()
  const [answer, setAnswer] = useState<Result<Moments, Outcome> | null>(null)
  const [asked, setAsked] = useState(0)
  useEffect(() => {
    let isWanted = true
    void desktop.review.moments({ articleId }).then((found) => {
      if (isWanted) setAnswer(found)
    })
    return () => {
      isWanted = false
    }
  }, [desktop, articleId, comparison, asked])
  useEffect(
    () =>
      desktop.revisions.onChanged((changed) => {
        if (changed.articleId === articleId) setAsked((count) => count + 1)
      }),
    [desktop, articleId],
  )
  return [answer, useMemo(() => () => setAsked((count) => count + 1), [])]
}
