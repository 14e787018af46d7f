// Two versions of the open article as one, in the galley's place: what changed is marked, walked through and taken back here.
import { useEffect, useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { READ_ONLY_WORDS } from '../../copy/read-only-words.ts'
import type { DraftReplica } from '../../editor/index.ts'
import { useDialogs } from '../../state/dialogs.ts'
import { useOpenArticle } from '../../state/open-article.ts'
import { useOverlayPane } from '../../state/overlay-pane.ts'
import type { Comparison } from '../../state/review.ts'
import { Button } from '../../ui/button.tsx'
import { ProgressBar } from '../../ui/progress-bar.tsx'
import { type Comparer, createComparer } from './comparer.ts'
import { Result } from './result.tsx'
import { ReviewBar } from './review-bar.tsx'
import styles from './review.module.css'
import { useChangeAuthors } from './use-change-authors.ts'
import { useCompared } from './use-compared.ts'
import { useLooked } from './use-looked.ts'
import { useReviewActions } from './use-review-actions.ts'
import { useVersions } from './use-versions.ts'
import { useComparison } from './comparison.ts'
import { idOf } from './version-entries.ts'

export function ReviewScreen({
  articleId,
  replica,
  comparison,
  makeComparer = createComparer,
}: {
  articleId: ArticleId
  /** Null while the draft cannot be opened: its revisions can be compared all the same. */
  replica: DraftReplica | null
  comparison: Comparison
  makeComparer?: () => Comparer
}) {
  const [comparer] = useState(makeComparer)
  useEffect(() => () => comparer.stop(), [comparer])
  const live = replica !== null && canBeRead(replica) ? replica : null
  const versions = useVersions(articleId, comparison, live !== null)
  const { after } = comparison
  const cancel = useCompared(articleId, comparison, versions.before, live, comparer)

  const before = versions.before === 'none' ? null : versions.before
  const nameOf = (id: string | null) => versions.entries.find((entry) => entry.id === id)?.label ?? ''
  const beforeName = nameOf(before && idOf(before))
  const whyNot = whyNotTakeBack(replica)
  useReviewActions({ before, after, beforeName, writable: whyNot === null ? replica : null })
  const isLive = after.kind === 'live'
  const beforeAt = versions.entries.find((entry) => before !== null && entry.id === idOf(before))?.at ?? null
  useChangeAuthors(isLive ? live : null, beforeAt)
  useLooked(isLive ? live : null)
  useEscape()
  const announcement = useComparison((store) => store.announcement)

  return (
    <div className={styles.screen}>
      <ReviewBar versions={versions} after={after} whyNotTakeBack={whyNot} />
      <p role="status" className={styles.hidden}>
        {announcement}
      </p>
      {cancel === null ? null : (
        <div className={styles.progress}>
          <ProgressBar label="Comparing…" done={0} total={0} />
          <Button onPress={cancel}>Cancel</Button>
        </div>
      )}
      {versions.failed === null ? (
        <Result titles={{ before: beforeName, after: nameOf(idOf(after)) }} />
      ) : (
        <div className={styles.centre}>
          <h1 className={styles.hidden}>Review</h1>
          <FailedState outcome={versions.failed.outcome} onRetry={versions.failed.retry} />
        </div>
      )}
    </div>
  )
}

/** A draft of a newer grammar has nothing in its replica that could be compared. */
const canBeRead = ({ access }: DraftReplica): boolean =>
  access.mode === 'write' || access.reason === 'LibraryReadOnly'

function whyNotTakeBack(replica: DraftReplica | null): string | null {
  if (replica === null) return 'The draft cannot be opened, so nothing can be taken back into it.'
  return replica.access.mode === 'write' ? null : READ_ONLY_WORDS[replica.access.reason].title
}

/** Escape returns to writing, unless it was meant for something that lies over the page. */
function useEscape(): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return
      const isCovered = useDialogs.getState().dialog !== null || useOverlayPane.getState().overlay !== null
      if (!isCovered) useOpenArticle.getState().endComparison()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
