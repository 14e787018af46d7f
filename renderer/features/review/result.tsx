// What a comparison came to: the marked text, or why there is none.
import { useEffect, useRef } from 'react'
import type { Side } from '#shared/revision/diff/revision-diff.ts'
import { useSettings } from '../../bridge/settings-context.tsx'
import { FailedState } from '../../copy/failed-state.tsx'
import { runAction } from '../../app/action-registry.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ComparedArticle } from './compared-article.tsx'
import { useComparison } from './comparison.ts'
import styles from './review.module.css'

export function Result({ titles }: { titles: Readonly<Record<Side, string>> }) {
  const state = useComparison((store) => store.state)
  const { settings } = useSettings()
  const page = useRef<HTMLDivElement>(null)
  const isShown = state.kind === 'ready'
  // The galley that had focus is gone: the keyboard goes on in what took its place.
  useEffect(() => {
    if (isShown && document.activeElement === document.body)
      page.current?.querySelector<HTMLElement>('article')?.focus({ preventScroll: true })
  }, [isShown])
  switch (state.kind) {
    case 'none':
    case 'loading':
      return <div className={styles.centre} role="status" aria-label="Comparing" />
    case 'failed':
      return (
        <div className={styles.centre}>
          <h1 className={styles.hidden}>Review</h1>
          <FailedState outcome={state.outcome} {...(state.retry === null ? {} : { onRetry: state.retry })} />
        </div>
      )
    case 'cancelled':
      return (
        <div className={styles.centre}>
          <EmptyState
            isPage
            title="The comparison was cancelled"
            actions={<Button onPress={state.again}>Compare again</Button>}
          >
            Nothing was changed.
          </EmptyState>
        </div>
      )
    case 'ready': {
      const { diff, before, after } = state
      if (diff.type === 'first' || before === null) return <FirstState />
      if (diff.type === 'same')
        return (
          <div className={styles.centre}>
            <EmptyState isPage title="Nothing changed" actions={<BackToWriting />}>
              These two versions read the same, fields and all.
            </EmptyState>
          </div>
        )
      return (
        <div className={styles.screen} ref={page}>
          {diff.type === 'too-large' ? (
            <Notice tone="info" title="Compared block by block.">
              These versions are too {diff.reason === 'words' ? 'long' : 'different'} to be compared word by
              word: each block that changed is shown as a whole.
            </Notice>
          ) : null}
          <ComparedArticle diff={diff} before={before} after={after} titles={titles} zoom={settings.zoom} />
        </div>
      )
    }
  }
}

function FirstState() {
  return (
    <div className={styles.centre}>
      <EmptyState isPage title="There is nothing earlier" actions={<BackToWriting />}>
        No version of that kind has been kept yet. Stet keeps a revision before the first change of a sitting,
        at pauses, and whenever you name, export or file the article; choose another one above.
      </EmptyState>
    </div>
  )
}

const BackToWriting = () => <Button onPress={() => runAction('review.close')}>Back to writing</Button>
