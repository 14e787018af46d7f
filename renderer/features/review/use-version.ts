// One side of a comparison as an article: a revision or a moment of the log from the library, or the live draft whenever its
// writers rest.
import { useEffect, useState } from 'react'
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { materialise } from '#shared/article/materialise.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { Result } from '#shared/ipc/result.ts'
import { type Live, useLiveQuery } from '../../bridge/use-live-query.ts'
import type { DraftReplica } from '../../editor/index.ts'
import type { Version } from '../../state/review.ts'

export type VersionState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly outcome: Outcome; readonly retry: (() => void) | null }
  | { readonly kind: 'ready'; readonly article: Article }

const LOADING: VersionState = { kind: 'loading' }

/** Null: nothing is wanted yet. */
export function useVersion(
  articleId: ArticleId,
  version: Version | null,
  replica: DraftReplica | null,
): VersionState {
  const revisionId = version?.kind === 'revision' ? version.revisionId : ''
  const seq = version?.kind === 'position' ? version.seq : 0
  const revision = useLiveQuery('revisions', 'read', { articleId, revisionId }, revisionId !== '')
  const moment = useLiveQuery('review', 'articleAt', { articleId, seq }, seq > 0)
  const live = useSettledArticle(version?.kind === 'live' ? replica : null)
  switch (version?.kind) {
    case undefined:
      return LOADING
    case 'revision':
      return stored(revision)
    case 'position':
      return stored(moment)
    case 'live':
      if (live === null) return LOADING
      return live.ok
        ? { kind: 'ready', article: live.value }
        : { kind: 'failed', outcome: live.error, retry: null }
  }
}

function stored(answer: Live<{ readonly article: Article }>): VersionState {
  if (answer.kind === 'failed') return answer
  // While the question changes, the answer to the last one is still there: it is not this version.
  if (answer.kind === 'loading' || answer.isStale) return LOADING
  return { kind: 'ready', article: answer.value.article }
}

/** Milliseconds without a change before the draft is compared again. */
const REST_MS = 500

type Read = Result<Article, Outcome<'UnknownContent' | 'DraftDamaged'>>

function useSettledArticle(replica: DraftReplica | null): Read | null {
  const [read, setRead] = useState<{ of: DraftReplica; article: Read } | null>(null)
  useEffect(() => {
    if (replica === null) return
    const look = () => setRead({ of: replica, article: materialise(replica.doc) })
    let timer = setTimeout(look)
    const later = () => {
      clearTimeout(timer)
      timer = setTimeout(look, REST_MS)
    }
    replica.doc.on('update', later)
    return () => {
      clearTimeout(timer)
      replica.doc.off('update', later)
    }
  }, [replica])
  return read !== null && read.of === replica ? read.article : null
}
