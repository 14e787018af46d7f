// What a publication is decided on: the plan of the desk with the article as it would go out, and what changed since readers last
// got a page. The draft of this window is not asked: what could not be saved is not on the page.
import { useEffect, useMemo } from 'react'
import type { ProfileId } from '#shared/article/output-profile.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import { diffArticles } from '#shared/revision/diff/diff-articles.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { type Flushed, useFlushed } from '../../state/use-flushed.ts'
import { type ChangeGroup, changeGroups } from './change-groups.ts'
import { readersFace } from './readers-face.ts'

export type Plan = OutputOf<'publishing', 'plan'>

export type Publication =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly outcome: Outcome; readonly retry: () => void }
  | {
      readonly kind: 'ready'
      readonly plan: Plan
      readonly groups: readonly ChangeGroup[]
      readonly flushed: Exclude<Flushed, 'waiting'>
    }

export function usePublication(articleId: ArticleId, profileId: ProfileId | null): Publication {
  const flushed = useFlushed()
  const refresh = useRefresh()
  // An answer to an earlier sheet does not know what was written since.
  useEffect(() => {
    if (flushed !== 'waiting') refresh('publishing')
  }, [flushed, refresh])
  const plan = useLiveQuery('publishing', 'plan', { articleId, profileId }, flushed !== 'waiting')
  const last = plan.kind === 'ready' ? plan.value.lastEdition : null
  const revisionId = last?.revisionId ?? ''
  const out = useLiveQuery('revisions', 'read', { articleId, revisionId }, last !== null)
  const now = plan.kind === 'ready' ? plan.value.article : null
  const then = out.kind === 'ready' ? out.value.article : null
  const groups = useMemo(() => {
    if (then === null || now === null) return []
    const diff = diffArticles(readersFace(then), readersFace(now))
    return diff.type === 'changed' || diff.type === 'too-large' ? changeGroups(diff) : []
  }, [then, now])

  if (plan.kind === 'failed') return plan
  if (last !== null && out.kind === 'failed') return out
  if (plan.kind === 'loading' || flushed === 'waiting') return { kind: 'loading' }
  if (last !== null && out.kind === 'loading') return { kind: 'loading' }
  return { kind: 'ready', plan: plan.value, groups, flushed }
}
