// One change in the list: its kind, its sentence, and who made it.
import type { Change } from '#shared/revision/diff/revision-diff.ts'
import { describeChange } from '#shared/revision/diff/describe-change.ts'
import styles from './change-list.module.css'
import { KIND_WORDS } from './kind-words.ts'

export function ChangeRow({
  change,
  index,
  isCurrent,
  isInTabOrder,
  onGo,
}: {
  change: Change
  index: number
  isCurrent: boolean
  isInTabOrder: boolean
  onGo: () => void
}) {
  return (
    <button
      type="button"
      data-index={index}
      tabIndex={isInTabOrder ? 0 : -1}
      className={styles.change}
      aria-current={isCurrent ? 'true' : undefined}
      onClick={onGo}
    >
      <span className={styles.kind} data-kind={change.kind}>
        {KIND_WORDS[change.kind]}
      </span>
      <span className={styles.sentence} dir="auto">
        {describeChange(change)}
      </span>
    </button>
  )
}
