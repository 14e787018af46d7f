// One revision: when, by whom, why, and how many words came and went.
import { GitCompare } from 'lucide-react'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import { REVISION_WORDS } from '../../copy/revision-words.ts'
import { count } from '../../copy/number-words.ts'
import { fullTime, shortTime } from '../../copy/time-words.ts'
import { classNames } from '../../ui/class-names.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import styles from './history.module.css'

export function RevisionRow({
  revision,
  isReading,
  isCompared,
  onRead,
  onCompare,
}: {
  revision: RevisionSummary
  isReading: boolean
  isCompared: boolean
  onRead: () => void
  onCompare: () => void
}) {
  const isNamed = revision.kind === 'named'
  return (
    <div className={classNames(styles.row, (isReading || isCompared) && styles.reading)}>
      <button
        type="button"
        className={styles.revision}
        aria-current={isReading ? 'true' : undefined}
        onClick={onRead}
      >
        <span className={styles.line}>
          <time className={styles.time} title={fullTime(revision.at)}>
            {shortTime(revision.at)}
          </time>
          <span className={classNames(styles.kind, isNamed && styles.named)} dir="auto">
            {isNamed ? revision.label : REVISION_WORDS[revision.kind]}
          </span>
          <span className={styles.number}>{revision.number}</span>
        </span>
        <span className={styles.line}>
          <span className={styles.author} dir="auto">
            {revision.author === '' ? 'Nobody named' : revision.author}
          </span>
          <WordChange revision={revision} />
        </span>
        {!isNamed && revision.label !== '' ? (
          <span className={styles.label} dir="auto">
            {revision.label}
          </span>
        ) : null}
      </button>
      <IconButton
        label={`Compare revision ${revision.number}`}
        size="small"
        icon={<GitCompare aria-hidden />}
        onPress={onCompare}
      />
    </div>
  )
}

function WordChange({ revision }: { revision: RevisionSummary }) {
  const { wordsAdded, wordsRemoved, words } = revision
  if (wordsAdded === null || wordsRemoved === null)
    return <span className={styles.change}>{count(words)} words</span>
  if (wordsAdded === 0 && wordsRemoved === 0) return <span className={styles.change}>no words changed</span>
  return (
    <span className={styles.change}>
      {wordsAdded > 0 ? (
        <span className={styles.added} aria-label={`${wordsAdded} words added`}>
          +{count(wordsAdded)}
        </span>
      ) : null}
      {wordsRemoved > 0 ? (
        <span className={styles.removed} aria-label={`${wordsRemoved} words removed`}>
          −{count(wordsRemoved)}
        </span>
      ) : null}
    </span>
  )
}
