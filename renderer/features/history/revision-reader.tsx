// A revision in the galley: read-only, and impossible to mistake for the draft.
import { useEffect } from 'react'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { fullTime } from '../../copy/time-words.ts'
import { ReadOnlyArticle } from '../../editor/index.ts'
import { useDialogs } from '../../state/dialogs.ts'
import { useOpenArticle } from '../../state/open-article.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './history.module.css'

export function RevisionReader({ revision, canRestore }: { revision: RevisionSummary; canRestore: boolean }) {
  const { articleId } = revision
  const live = useLiveQuery('revisions', 'read', { articleId, revisionId: revision.id })
  const read = useOpenArticle((state) => state.read)
  const openDialog = useDialogs((state) => state.open)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented && useDialogs.getState().dialog === null)
        read(null)
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [read])
  return (
    <div className={styles.reader}>
      <Notice
        tone="caution"
        title={`You are reading revision ${revision.number}.`}
        actions={
          <>
            {canRestore && live.kind === 'ready' ? (
              <Button onPress={() => openDialog({ kind: 'restore', articleId, revision })}>Restore…</Button>
            ) : null}
            <Button weight="primary" onPress={() => read(null)}>
              Back to the draft
            </Button>
          </>
        }
      >
        {revision.label === '' ? '' : `“${revision.label}”, `}
        {fullTime(revision.at)}
        {revision.author === '' ? '' : ` by ${revision.author}`}. It cannot be changed.
      </Notice>
      {live.kind === 'failed' ? <FailedState outcome={live.outcome} onRetry={live.retry} /> : null}
      {live.kind === 'ready' ? (
        <div className={styles.page}>
          <ReadOnlyArticle content={live.value.article.content} />
        </div>
      ) : null}
    </div>
  )
}
