// The frozen page of an edition.
import type { ArticleId } from '#shared/article/ids.ts'
import type { ShownEdition } from '#shared/workflow/edition.ts'
import { PageFrame } from '../../bridge/page-frame.tsx'
import { useLiveQuery } from '../../bridge/use-live-query.ts'

const LOADING = { kind: 'loading' } as const

export function EditionPage({
  articleId,
  edition,
}: {
  readonly articleId: ArticleId
  readonly edition: ShownEdition
}) {
  const live = useLiveQuery('publishing', 'editionPage', { articleId, editionId: edition.id })
  // The page of another edition must not stand there under this one's name.
  const isAnother = live.kind === 'ready' && live.isStale
  return <PageFrame title={`Edition ${edition.number} as readers got it`} live={isAnother ? LOADING : live} />
}
