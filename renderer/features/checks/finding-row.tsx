// One finding: pressed, it goes to its cause; beside it what can be done about it here.
import { CircleX, Info, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { Finding, Level } from '#shared/workflow/checks/finding.ts'
import styles from './checks.module.css'
import { placeWords } from './place-words.ts'

interface Props {
  readonly finding: Finding
  readonly isCurrent: boolean
  readonly onGo: () => void
  readonly onFix: () => void
  readonly onWaive: () => void
}

export function FindingRow({ finding, isCurrent, onGo, onFix, onWaive }: Props) {
  const row = useRef<HTMLLIElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  const { level, sentence, excerpt, place, fix, canBeWaived, link } = finding
  const where = placeWords(place)
  return (
    <li ref={row} className={styles.row} data-level={level} data-current={isCurrent || undefined}>
      <button type="button" className={styles.finding} aria-current={isCurrent || undefined} onClick={onGo}>
        <LevelMark level={level} />
        <span className={styles.words}>
          <span dir="auto">{sentence}</span>
          {where === '' && excerpt === '' ? null : (
            <span className={styles.place} dir="auto">
              {where === '' ? excerpt : where}
            </span>
          )}
        </span>
      </button>
      {fix === undefined && !canBeWaived && link === undefined ? null : (
        <div className={styles.actions}>
          {fix === undefined ? null : (
            <button type="button" className={styles.act} onClick={onFix}>
              {fix.label}
            </button>
          )}
          {canBeWaived ? (
            <button type="button" className={styles.act} onClick={onWaive}>
              Let it stand…
            </button>
          ) : null}
          {link === undefined ? null : <StyleBook address={link} />}
        </div>
      )}
    </li>
  )
}

/** Shown, not opened: Stet asks no network, and a desk may keep its style book where only a colleague can open it. */
const StyleBook = ({ address }: { address: string }) => <span className={styles.link}>{address}</span>

const MARKS = {
  ERROR: { Icon: CircleX, words: 'Error' },
  WARN: { Icon: TriangleAlert, words: 'Warning' },
  INFO: { Icon: Info, words: 'Note' },
} as const

function LevelMark({ level }: { level: Level }) {
  const { Icon, words } = MARKS[level]
  return <Icon aria-label={words} role="img" />
}
