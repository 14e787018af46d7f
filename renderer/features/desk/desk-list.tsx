// The rows, of which only those on screen exist. Arrows move, Enter opens, typing searches, Shift+F10 asks for actions.
import { type KeyboardEvent, useEffect } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import { useWalkedList } from '../../ui/use-walked-list.ts'
import { DeskRow, type RowActions } from './desk-row.tsx'
import styles from './desk-list.module.css'
import type { ArticleRows } from './use-article-rows.ts'

/** Pixels of a row before it is measured: a headline of one line and two lines of facts. */
const ROW_PX = 76
/** Rows kept ready on either side of the screen. */
const OVERSCAN = 6

export function DeskList({
  rows,
  openId,
  now,
  actions,
  see,
  onTypeToSearch,
}: {
  rows: Extract<ArticleRows, { kind: 'ready' }>
  openId: ArticleId | null
  now: number
  actions: RowActions
  see: (first: number, last: number) => void
  onTypeToSearch: (character: string) => void
}) {
  const { scroller, lines, totalHeight, measure, inTabOrder, first, last, walk, lineOf, noteFocus } =
    useWalkedList({
      count: rows.total,
      lineHeight: ROW_PX,
      overscan: OVERSCAN,
      keyOf: (index) => rows.rowAt(index)?.id ?? index,
    })
  useEffect(() => see(first, last))

  const onKeyDown = (event: KeyboardEvent) => {
    if (walk(event)) return
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.key === 'F10' && event.shiftKey) {
      const row = rows.rowAt(lineOf(event))
      if (row && event.target instanceof HTMLElement) actions.openMenu(row, event.target)
    } else if (event.key.length === 1 && event.key !== ' ' && isPlain) onTypeToSearch(event.key)
    else return
    event.preventDefault()
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the buttons inside
    <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown}>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- focus of the buttons inside */}
      <ul
        aria-label="Articles"
        // Said, not dimmed: grey rows would fall below the contrast a reader needs.
        aria-busy={rows.isStale}
        className={styles.list}
        style={{ height: totalHeight }}
        onFocus={noteFocus}
      >
        {lines.map((item) => {
          const row = rows.rowAt(item.index)
          return (
            <li
              key={item.key}
              ref={measure}
              data-index={item.index}
              aria-setsize={rows.total}
              aria-posinset={item.index + 1}
              className={styles.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row ? (
                <DeskRow
                  row={row}
                  index={item.index}
                  now={now}
                  isOpen={row.id === openId}
                  isInTabOrder={item.index === inTabOrder}
                  actions={actions}
                />
              ) : (
                <div className={styles.waiting} aria-label="Loading" />
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}
