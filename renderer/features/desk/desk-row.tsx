// One article on the desk.
import { CalendarClock, Ellipsis, TriangleAlert } from 'lucide-react'
import { memo } from 'react'
import type { ArticleSummary } from '#shared/library/article-summary.ts'
import { StatusMark } from '../../ui/status-mark.tsx'
import { classNames } from '../../ui/class-names.ts'
import { STATUS_WORDS, UNTITLED } from '../../copy/status-words.ts'
import { counted } from '../../copy/number-words.ts'
import { agoWords, fullTime, zonedTime } from '../../copy/time-words.ts'
import styles from './desk-row.module.css'

export interface RowActions {
  open(row: ArticleSummary, isByKeyboard: boolean): void
  openMenu(row: ArticleSummary, anchor: HTMLElement): void
}

export const DeskRow = memo(function DeskRow({
  row,
  index,
  now,
  isOpen,
  isInTabOrder,
  actions,
}: {
  row: ArticleSummary
  index: number
  now: number
  isOpen: boolean
  isInTabOrder: boolean
  actions: RowActions
}) {
  const tabIndex = isInTabOrder ? 0 : -1
  return (
    <div className={classNames(styles.row, isOpen && styles.open)}>
      <button
        type="button"
        className={styles.main}
        data-index={index}
        tabIndex={tabIndex}
        aria-current={isOpen ? 'true' : undefined}
        onClick={(event) => actions.open(row, event.detail === 0)}
        onContextMenu={(event) => {
          event.preventDefault()
          actions.openMenu(row, event.currentTarget)
        }}
      >
        <span className={classNames(styles.headline, row.headline === '' && styles.untitled)} dir="auto">
          {row.headline === '' ? UNTITLED : row.headline}
        </span>
        {row.snippet === null ? null : (
          <span className={styles.snippet} dir="auto">
            {row.snippet.parts.map((part, at) =>
              // Parts never move: their place is their identity.
              part.isHit ? <mark key={at}>{part.text}</mark> : <span key={at}>{part.text}</span>,
            )}
          </span>
        )}
        <span className={styles.line}>
          <StatusMark status={row.status} />
          <span className={styles.status}>{STATUS_WORDS[row.status]}</span>
          {row.slugline === '' ? null : (
            <span className={styles.slugline} dir="auto">
              {row.slugline}
            </span>
          )}
          {row.hasTk ? <span className={styles.tk}>TK</span> : null}
          {row.embargo === null ? null : (
            <span
              className={styles.sign}
              title={`Embargoed until ${zonedTime(row.embargo.at, row.embargo.zone)}`}
            >
              <CalendarClock aria-label="Embargoed" />
            </span>
          )}
          {row.problem === null ? null : (
            <span className={styles.problem} title={row.problem}>
              <TriangleAlert aria-label="Opens read-only" />
            </span>
          )}
          <time className={styles.time} title={fullTime(row.savedAt)}>
            {agoWords(row.savedAt, now)}
          </time>
        </span>
        <span className={styles.line}>
          <span className={styles.who} dir="auto">
            {row.savedBy === '' ? row.byline : row.savedBy}
          </span>
          <span className={styles.words}>{counted(row.words, 'word')}</span>
        </span>
      </button>
      <button
        type="button"
        className={styles.more}
        data-index={index}
        tabIndex={tabIndex}
        aria-haspopup="menu"
        aria-label={`Actions for ${row.headline === '' ? UNTITLED : row.headline}`}
        onClick={(event) => actions.openMenu(row, event.currentTarget)}
      >
        <Ellipsis aria-hidden />
      </button>
    </div>
  )
})
