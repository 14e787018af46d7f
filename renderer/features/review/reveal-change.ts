// The current change on the page. It is marked on the elements themselves: drawing a long story anew for each step of a walk
// would be felt.
import type { ChangeId } from '#shared/revision/diff/revision-diff.ts'
import { changeSelector, endSelector, type MoveEnd } from './drawing.ts'

const CURRENT = 'data-current'

export function markCurrent(page: HTMLElement, id: ChangeId | null): void {
  for (const old of page.querySelectorAll(`[${CURRENT}]`)) {
    old.removeAttribute(CURRENT)
    old.removeAttribute('aria-current')
  }
  if (id === null) return
  for (const mark of page.querySelectorAll(changeSelector(id))) mark.setAttribute(CURRENT, 'true')
  placeOf(page, id, null)?.setAttribute('aria-current', 'true')
}

/** Frames that are waited for a change below what is drawn so far: two seconds. */
const MAX_FRAMES = 120

/** Scrolls a change into the middle of the page, once it is drawn; answers how to stop. */
export function reveal(page: HTMLElement, id: ChangeId, end: MoveEnd | null): () => void {
  let frame = 0
  let frames = 0
  const scroll = () => placeOf(page, id, end)?.scrollIntoView({ block: 'center' })
  const attempt = () => {
    if (placeOf(page, id, end) === null) {
      if (frames++ < MAX_FRAMES) frame = requestAnimationFrame(attempt)
      return
    }
    if (frames > 0) markCurrent(page, id)
    scroll()
    // Unseen blocks have estimated heights: the first jump lays them out, the second lands.
    frame = requestAnimationFrame(scroll)
  }
  attempt()
  return () => cancelAnimationFrame(frame)
}

/** Of a move, the place where the block stands now. */
function placeOf(page: HTMLElement, id: ChangeId, end: MoveEnd | null): Element | null {
  return page.querySelector(endSelector(id, end ?? 'here')) ?? page.querySelector(changeSelector(id))
}
