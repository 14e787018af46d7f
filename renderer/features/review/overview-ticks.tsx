// Where in the story something changed: a tick for each place beside the scroll bar. For the eye and the pointer; the list in the
// margin is the way for everybody.
import { type PointerEvent, type RefObject, useEffect, useState } from 'react'
import type { Change, ChangeGroup, ChangeId } from '#shared/revision/diff/revision-diff.ts'
import { useComparison } from './comparison.ts'
import styles from './overview-ticks.module.css'

interface Tick {
  readonly id: ChangeId
  readonly group: ChangeGroup
  readonly kind: Change['kind']
  /** Share of the whole height, 0 to 1. */
  readonly at: number
}

/** Ticks closer than this share of the height are one: about two pixels of a tall window. */
const MERGED_WITHIN = 1 / 400

export function OverviewTicks({
  scroller,
  changes,
  layout,
}: {
  scroller: RefObject<HTMLDivElement | null>
  changes: readonly Change[]
  /** Changes whenever everything may stand elsewhere. */
  layout: string
}) {
  const [ticks, setTicks] = useState<readonly Tick[]>([])
  const goTo = useComparison((store) => store.goTo)
  useEffect(() => {
    const page = scroller.current
    const text = page?.firstElementChild
    if (!page || !text) return
    let frame = 0
    const measure = () => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => setTicks(ticksOf(page, changes)))
    }
    const observer = new ResizeObserver(measure)
    observer.observe(text)
    measure()
    return () => {
      observer.disconnect()
      cancelAnimationFrame(frame)
    }
  }, [scroller, changes, layout])

  const onPointerDown = (event: PointerEvent<HTMLDivElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const at = (event.clientY - top) / height
    const nearest = ticks.toSorted((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))[0]
    if (nearest) goTo(nearest.id)
  }
  return (
    <div className={styles.ticks} aria-hidden onPointerDown={onPointerDown}>
      {ticks.map((tick) => (
        <div
          key={tick.id}
          className={styles.tick}
          data-kind={tick.kind}
          data-group={tick.group}
          style={{ top: `${tick.at * 100}%` }}
        />
      ))}
    </div>
  )
}

function ticksOf(page: HTMLElement, changes: readonly Change[]): Tick[] {
  const places = placesOf(page)
  const ticks: Tick[] = []
  let last = Number.NEGATIVE_INFINITY
  for (const { id, group, kind } of changes) {
    const at = places.get(id)
    if (at === undefined || Math.abs(at - last) < MERGED_WITHIN) continue
    last = at
    ticks.push({ id, group, kind, at })
  }
  return ticks
}

/** By the block a mark stands in: to ask for the mark itself would lay out every block of a long story. */
function placesOf(page: HTMLElement): Map<ChangeId, number> {
  const places = new Map<ChangeId, number>()
  const { scrollHeight } = page
  if (scrollHeight === 0) return places // not laid out yet
  const origin = page.getBoundingClientRect().top - page.scrollTop
  const article = page.querySelector('article')
  for (const mark of page.querySelectorAll<HTMLElement>('[data-change]')) {
    const block = blockOf(mark, article)
    const at = (block.getBoundingClientRect().top - origin) / scrollHeight
    for (const id of mark.dataset.change?.split(' ') ?? []) if (!places.has(id)) places.set(id, at)
  }
  return places
}

function blockOf(mark: HTMLElement, article: HTMLElement | null): HTMLElement {
  let block = mark
  while (
    block.parentElement !== null &&
    block.parentElement !== article &&
    article?.contains(block.parentElement)
  )
    block = block.parentElement
  return block
}
