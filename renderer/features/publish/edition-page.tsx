// The frozen page of an edition, in a frame that can run nothing.
import type { ArticleId } from '#shared/article/ids.ts'
import type { ShownEdition } from '#shared/workflow/edition.ts'
import { previewAddress } from '../../bridge/preview-address.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import styles from './edition-dialog.module.css'

export function EditionPage({
  articleId,
  edition,
}: {
  readonly articleId: ArticleId
  readonly edition: ShownEdition
}) {
  const live = useLiveQuery('publishing', 'editionPage', { articleId, editionId: edition.id })
  if (live.kind === 'failed') return <FailedState outcome={live.outcome} onRetry={live.retry} />
  if (live.kind === 'loading' || live.isStale) return null
  return (
    <iframe
      key={live.value.sha256}
      title={`Edition ${edition.number} as readers got it`}
      sandbox=""
      src={previewAddress(live.value.sha256)}
      className={styles.frame}
    />
  )
}
