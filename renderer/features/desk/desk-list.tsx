// The rows, of which only those on screen exist. Arrows move, Enter opens, typing searches, Shift+F10 asks for actions.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import { DeskRow, type RowActions } from './desk-row.tsx'
import styles from './desk-list.module.css'
import type { ArticleRows } from './use-article-rows.ts'

/** Pixels of a row before it is measured: a headline of one line and two lines of facts. */
const ROW_PX = 76
/** Rows kept ready on either side of the screen. */
const OVERSCAN = 6
const PAGE_STEP = 8

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
  const scroller = useRef<HTMLDivElement>(null)
  const [activeIndex, setActiveIndex] = useState(0)
  const focusWanted = useRef<number | null>(null)
  const virtualizer = useVirtualizer({
    count: rows.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => rows.rowAt(index)?.id ?? index,
  })
  const visible = virtualizer.getVirtualItems()
  const first = visible[0]?.index ?? 0
  const last = visible.at(-1)?.index ?? 0
  useEffect(() => see(first, last))

  useEffect(() => {
    if (focusWanted.current === null) return
    const button = scroller.current?.querySelector<HTMLElement>(`button[data-index="${focusWanted.current}"]`)
    if (!button) return
    focusWanted.current = null
    button.focus()
  })

  const active = Math.min(activeIndex, Math.max(0, rows.total - 1))
  // Tab must find the list even when the row last used has scrolled away.
  const inTabOrder = active >= first && active <= last ? active : first

  const moveTo = (wanted: number) => {
    const next = Math.min(rows.total - 1, Math.max(0, wanted))
    focusWanted.current = next
    setActiveIndex(next)
    // A row that exists scrolls itself into view when it is focused.
    if (next < first || next > last) virtualizer.scrollToIndex(next, { align: 'auto' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = indexOf(event.target) ?? active
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (event.key === 'ArrowDown') moveTo(from + 1)
    else if (event.key === 'ArrowUp') moveTo(from - 1)
    else if (event.key === 'Home') moveTo(0)
    else if (event.key === 'End') moveTo(rows.total - 1)
    else if (event.key === 'PageDown') moveTo(from + PAGE_STEP)
    else if (event.key === 'PageUp') moveTo(from - PAGE_STEP)
    else if (event.key === 'F10' && event.shiftKey) {
      const row = rows.rowAt(from)
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
        style={{ height: virtualizer.getTotalSize() }}
        onFocus={(event) => setActiveIndex(indexOf(event.target) ?? activeIndex)}
      >
        {visible.map((item) => {
          const row = rows.rowAt(item.index)
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
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

function indexOf(target: EventTarget | null): number | null {
  if (!(target instanceof HTMLElement)) return null
  const index = target.closest<HTMLElement>('[data-index]')?.dataset.index
  return index === undefined ? null : Number(index)
}
