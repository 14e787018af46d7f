// The part of the story that is on screen, and bringing another part there.
import type { EditorView } from '@tiptap/pm/view'
import type { Found } from './find-in-text.ts'

/** Screens above and below the visible one that count as near: scrolling a little shows no bare words. */
const MARGIN_SCREENS = 1

/** Positions of the blocks on and near the screen, found by halving: only some twenty blocks are measured. */
export function visibleRange(view: EditorView): Found {
  const frame = (view.dom.closest('.editor-scroll') ?? view.dom).getBoundingClientRect()
  const near = frame.height * MARGIN_SCREENS
  const first = firstBlock(view.dom.children, (box) => box.bottom >= frame.top - near)
  const last = firstBlock(view.dom.children, (box) => box.top > frame.bottom + near)
  const { doc } = view.state
  const at = (index: number) => doc.resolve(0).posAtIndex(Math.min(index, doc.childCount), 0)
  return { from: at(first), to: at(last) }
}

function firstBlock(blocks: HTMLCollection, isFit: (box: DOMRect) => boolean): number {
  let low = 0
  let high = blocks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isFit((blocks[middle] as Element).getBoundingClientRect())) high = middle
    else low = middle + 1
  }
  return low
}

/** Scrolls a range into the middle, twice: unseen blocks have estimated heights until the first jump lays them out. */
export function revealRange(view: EditorView, range: Found, then: () => void): void {
  scrollTo(view, range)
  requestAnimationFrame(() => {
    if (view.isDestroyed) return
    scrollTo(view, range)
    then()
  })
}

function scrollTo(view: EditorView, range: Found): void {
  const scroller = view.dom.closest('.editor-scroll')
  if (scroller === null || range.to > view.state.doc.content.size) return
  const { node } = view.domAtPos(range.from)
  const element = node instanceof Element ? node : node.parentElement
  element?.scrollIntoView({ block: 'nearest' })
  const place = view.coordsAtPos(range.from)
  const frame = scroller.getBoundingClientRect()
  const isSeen =
    place.top > frame.top + frame.height * 0.15 && place.bottom < frame.bottom - frame.height * 0.15
  if (!isSeen) scroller.scrollTop += place.top - (frame.top + frame.height * 0.4)
}
