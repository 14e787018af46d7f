// Every change that is not hidden, in reading order; only the lines on screen exist. Arrows move, Enter goes there.
import { useVirtualizer } from '@tanstack/react-virtual'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import type { Change, ChangeId } from '#shared/revision/diff/revision-diff.ts'
import { useNow } from '../../state/use-now.ts'
import type { ChangeAuthor } from './change-authors.ts'
import { ChangeRow } from './change-row.tsx'
import styles from './change-list.module.css'

/** Pixels of a line before it is measured: a kind and two lines of words. */
const ROW_PX = 64
/** Lines kept ready on either side of the screen. */
const OVERSCAN = 8
const PAGE_STEP = 8

export function ChangeList({
  changes,
  currentId,
  authors,
  onGo,
}: {
  changes: readonly Change[]
  authors: ReadonlyMap<ChangeId, ChangeAuthor>
  currentId: ChangeId | null
  onGo: (id: ChangeId) => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const now = useNow()
  const [activeIndex, setActiveIndex] = useState(0)
  const focusWanted = useRef<number | null>(null)
  const virtualizer = useVirtualizer({
    count: changes.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
    getItemKey: (index) => changes[index]?.id ?? index,
  })
  const visible = virtualizer.getVirtualItems()
  const first = visible[0]?.index ?? 0
  const last = visible.at(-1)?.index ?? 0

  useEffect(() => {
    if (focusWanted.current === null) return
    const button = scroller.current?.querySelector<HTMLElement>(`button[data-index="${focusWanted.current}"]`)
    if (!button) return
    focusWanted.current = null
    button.focus()
  })
  // Walking with F7 keeps the list beside the text.
  const currentIndex = changes.findIndex(({ id }) => id === currentId)
  useEffect(() => {
    if (currentIndex < 0) return
    const line = scroller.current?.querySelector(`button[data-index="${currentIndex}"]`)
    if (line) line.scrollIntoView({ block: 'nearest' })
    else virtualizer.scrollToIndex(currentIndex, { align: 'auto' })
  }, [currentIndex, virtualizer])

  const wanted = currentIndex >= 0 && focusWanted.current === null ? currentIndex : activeIndex
  const active = Math.min(wanted, Math.max(0, changes.length - 1))
  // Tab must find the list even when the line last used has scrolled away.
  const inTabOrder = active >= first && active <= last ? active : first

  const moveTo = (index: number) => {
    const next = Math.min(changes.length - 1, Math.max(0, index))
    focusWanted.current = next
    setActiveIndex(next)
    if (next < first || next > last) virtualizer.scrollToIndex(next, { align: 'auto' })
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const from = indexOf(event.target) ?? active
    if (event.key === 'ArrowDown') moveTo(from + 1)
    else if (event.key === 'ArrowUp') moveTo(from - 1)
    else if (event.key === 'Home') moveTo(0)
    else if (event.key === 'End') moveTo(changes.length - 1)
    else if (event.key === 'PageDown') moveTo(from + PAGE_STEP)
    else if (event.key === 'PageUp') moveTo(from - PAGE_STEP)
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the buttons inside
    <div ref={scroller} className={styles.scroller} onKeyDown={onKeyDown}>
      <ol aria-label="Changes" className={styles.list} style={{ height: virtualizer.getTotalSize() }}>
        {visible.map((item) => {
          const change = changes[item.index]
          return change === undefined ? null : (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              aria-setsize={changes.length}
              aria-posinset={item.index + 1}
              className={styles.item}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              <ChangeRow
                change={change}
                index={item.index}
                author={authors.get(change.id)}
                now={now}
                isCurrent={change.id === currentId}
                isInTabOrder={item.index === inTabOrder}
                onGo={() => onGo(change.id)}
              />
            </li>
          )
        })}
      </ol>
    </div>
  )
}

function indexOf(target: EventTarget | null): number | null {
  if (!(target instanceof HTMLElement)) return null
  const index = target.closest<HTMLElement>('[data-index]')?.dataset.index
  return index === undefined ? null : Number(index)
}
