// The margin's Review tab: what changed, as a list, with counts and what of it is hidden.
import { FileClock } from 'lucide-react'
import { changeCounts } from '#shared/revision/diff/describe-change.ts'
import type { Change, ChangeId, ChangeKind } from '#shared/revision/diff/revision-diff.ts'
import { runAction } from '../../app/action-registry.ts'
import { counted } from '../../copy/number-words.ts'
import { useOverlayPane } from '../../state/overlay-pane.ts'
import { useReview } from '../../state/review.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { ChangeList } from './change-list.tsx'
import styles from './change-list.module.css'
import { changesOf, useComparison } from './comparison.ts'
import { filteredChanges } from './filtered-changes.ts'
import { KIND_WORDS } from './kind-words.ts'

export function ReviewPanel() {
  const state = useComparison((store) => store.state)
  const currentId = useComparison((store) => store.currentId)
  const authors = useComparison((store) => store.authors)
  const goTo = useComparison((store) => store.goTo)
  const { hidesFormatting, hidesPunctuation, change } = useReview()
  const go = (id: ChangeId) => {
    goTo(id)
    // Where the margin lies over the text, it would hide what one goes to.
    useOverlayPane.getState().show(null)
  }
  if (state.kind === 'none') return <NothingCompared />
  if (state.kind !== 'ready') return null
  const all = changesOf(state)
  if (all.length === 0) return <EmptyState title="No changes" />
  const shown = filteredChanges(all, { hidesFormatting, hidesPunctuation })
  return (
    <div className={styles.panel}>
      <div className={styles.top}>
        <h2 className={styles.title}>{counted(all.length, 'change')}</h2>
        <p className={styles.counts}>{countWords(all)}</p>
        <div className={styles.filters}>
          <Checkbox
            isSelected={hidesFormatting}
            onChange={(isSelected) => change({ hidesFormatting: isSelected })}
          >
            Hide formatting
          </Checkbox>
          <Checkbox
            isSelected={hidesPunctuation}
            onChange={(isSelected) => change({ hidesPunctuation: isSelected })}
          >
            Hide punctuation
          </Checkbox>
        </div>
        {shown.length < all.length ? (
          <p className={styles.hiddenCount}>{counted(all.length - shown.length, 'change')} hidden</p>
        ) : null}
      </div>
      <ChangeList changes={shown} currentId={currentId} authors={authors} onGo={go} />
    </div>
  )
}

/** "12 replaced, 3 inserted, 1 moved". */
function countWords(changes: readonly Change[]): string {
  return Object.entries(changeCounts({ changes }))
    .sort(([, a], [, b]) => b - a)
    .map(([kind, count]) => `${count} ${KIND_WORDS[kind as ChangeKind].toLowerCase()}`)
    .join(', ')
}

function NothingCompared() {
  return (
    <EmptyState
      title="Nothing is being compared"
      actions={
        <>
          <Button weight="primary" icon={<FileClock aria-hidden />} onPress={() => runAction('review.open')}>
            Review changes…
          </Button>
          <Button onPress={() => runAction('review.since-looked')}>Since I last looked</Button>
          <Button onPress={() => runAction('review.since-edition')}>Since the last edition</Button>
          <Button onPress={() => runAction('review.since-filed')}>Since it was filed</Button>
        </>
      }
    >
      Compare any two versions of this article and take back what should not have changed.
    </EmptyState>
  )
}
