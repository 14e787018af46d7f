// Every change that is not hidden, in reading order; only the lines on screen exist. Arrows move, Enter goes there.
import type { Change, ChangeId } from '#shared/revision/diff/revision-diff.ts'
import { useNow } from '../../state/use-now.ts'
import { useWalkedList } from '../../ui/use-walked-list.ts'
import type { ChangeAuthor } from './change-authors.ts'
import { ChangeRow } from './change-row.tsx'
import styles from './change-list.module.css'

/** Pixels of a line before it is measured: a kind and two lines of words. */
const LINE_PX = 64
/** Lines kept ready on either side of the screen. */
const OVERSCAN = 8

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
  const now = useNow()
  const { scroller, lines, totalHeight, measure, inTabOrder, walk } = useWalkedList({
    count: changes.length,
    lineHeight: LINE_PX,
    overscan: OVERSCAN,
    keyOf: (index) => changes[index]?.id ?? index,
    // Walking with F7 keeps the list beside the text.
    current: changes.findIndex(({ id }) => id === currentId),
  })
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the buttons inside
    <div ref={scroller} className={styles.scroller} onKeyDown={walk}>
      <ol aria-label="Changes" className={styles.list} style={{ height: totalHeight }}>
        {lines.map((item) => {
          const change = changes[item.index]
          return change === undefined ? null : (
            <li
              key={item.key}
              ref={measure}
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
