// One change in the list: its kind, its sentence, and who made it.
import { Undo2 } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import type { Change } from '#shared/revision/diff/revision-diff.ts'
import { describeChange } from '#shared/revision/diff/describe-change.ts'
import { isActionEnabled, runAction, subscribeActions } from '../../app/action-registry.ts'
import { agoWords, fullTime } from '../../copy/time-words.ts'
import { Button } from '../../ui/button.tsx'
import type { ChangeAuthor } from './change-authors.ts'
import styles from './change-list.module.css'
import { KIND_WORDS } from './kind-words.ts'

export function ChangeRow({
  change,
  index,
  isCurrent,
  isInTabOrder,
  author,
  now,
  onGo,
}: {
  change: Change
  /** Undefined while nobody knows. */
  author: ChangeAuthor | undefined
  now: number
  index: number
  isCurrent: boolean
  isInTabOrder: boolean
  onGo: () => void
}) {
  const canTakeBack = useCanTakeBack()
  return (
    <>
      <button
        type="button"
        data-index={index}
        tabIndex={isInTabOrder ? 0 : -1}
        className={styles.change}
        aria-current={isCurrent ? 'true' : undefined}
        onClick={onGo}
      >
        <span className={styles.facts}>
          <span className={styles.kind} data-kind={change.kind}>
            {KIND_WORDS[change.kind]}
          </span>
          {author === undefined ? null : (
            <span className={styles.author} title={fullTime(author.at)} dir="auto">
              {author.author === '' ? 'Nobody named' : author.author}, {agoWords(author.at, now)}
            </span>
          )}
        </span>
        <span className={styles.sentence} dir="auto">
          {describeChange(change)}
        </span>
      </button>
      {isCurrent && canTakeBack ? (
        <div className={styles.actions}>
          <Button icon={<Undo2 aria-hidden />} onPress={() => runAction('review.take-back')}>
            Take back
          </Button>
        </div>
      ) : null}
    </>
  )
}

const useCanTakeBack = (): boolean =>
  useSyncExternalStore(subscribeActions, () => isActionEnabled('review.take-back'))
