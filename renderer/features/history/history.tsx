// The revisions of the open article, newest first. Reading one shows it in the galley; nothing here changes the draft.
import { Bookmark } from 'lucide-react'
import { Fragment } from 'react'
import type { ArticleId, RevisionId } from '#shared/article/ids.ts'
import { runAction } from '../../app/action-registry.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { dayWords } from '../../copy/time-words.ts'
import { useOpenArticle } from '../../state/open-article.ts'
import { useOverlayPane } from '../../state/overlay-pane.ts'
import { type Comparison, LIVE } from '../../state/review.ts'
import { useNow } from '../../state/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import styles from './history.module.css'
import { RevisionRow } from './revision-row.tsx'
import { thinnedBetween } from './thinned-between.ts'

export function History({ articleId, canName }: { articleId: ArticleId; canName: boolean }) {
  const live = useLiveQuery('revisions', 'list', { articleId })
  const { reading, read, comparing, compare } = useOpenArticle()
  const showOverlay = useOverlayPane((state) => state.show)
  const now = useNow()
  if (live.kind === 'loading') return null
  if (live.kind === 'failed') return <FailedState outcome={live.outcome} onRetry={live.retry} />
  const revisions = live.value.toSorted((a, b) => b.number - a.number)
  const comparedIds = revisionsIn(comparing)
  /** With the draft as it is; or, while two versions are compared, in place of the older one. */
  const compareWith = (revisionId: RevisionId) => {
    compare({ before: { kind: 'revision', revisionId }, after: comparing?.after ?? LIVE })
    showOverlay(null)
  }
  return (
    <div className={styles.history}>
      {canName ? (
        <div className={styles.top}>
          <Button icon={<Bookmark aria-hidden />} onPress={() => runAction('revision.name')}>
            Name this revision…
          </Button>
        </div>
      ) : null}
      {revisions.length === 0 ? (
        <EmptyState title="No revisions yet">
          Stet keeps one before the first change of a sitting, at pauses, and whenever you name, export or
          file the article.
        </EmptyState>
      ) : (
        <ol className={styles.list} aria-label="Revisions, newest first">
          {revisions.map((revision, index) => {
            const newer = revisions[index - 1]
            const day = dayWords(revision.at, now)
            const isNewDay = newer === undefined || dayWords(newer.at, now) !== day
            const thinned = newer === undefined ? 0 : thinnedBetween(revision.number, newer.number)
            return (
              <Fragment key={revision.id}>
                {thinned === 0 ? null : (
                  <li className={styles.thinned}>
                    {thinned === 1 ? 'One automatic revision was' : `${thinned} automatic revisions were`}{' '}
                    thinned out here
                  </li>
                )}
                {isNewDay ? (
                  <li className={styles.day}>
                    <h2>{day}</h2>
                  </li>
                ) : null}
                <li>
                  <RevisionRow
                    revision={revision}
                    isReading={reading?.id === revision.id}
                    isCompared={comparedIds.has(revision.id)}
                    onRead={() => read(reading?.id === revision.id ? null : revision)}
                    onCompare={() => compareWith(revision.id)}
                  />
                </li>
              </Fragment>
            )
          })}
        </ol>
      )}
    </div>
  )
}

function revisionsIn(comparing: Comparison | null): ReadonlySet<RevisionId> {
  const sides = comparing === null ? [] : [comparing.before, comparing.after]
  return new Set(
    sides.flatMap((side) => (typeof side !== 'string' && side.kind === 'revision' ? [side.revisionId] : [])),
  )
}
