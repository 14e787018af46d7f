// Which positions are on screen, by two looks at the galley's edges: nothing that is not there is measured.
import type { EditorView } from '@tiptap/pm/view'

/** Pixels inside of the frame's edges, where there is text and not the frame. */
const INSET = 4
/** Pixels from one look to the next, less than a line, and how many there are at most. */
const STEP = 16
const TRIES = 8

export function visiblePositions(view: EditorView): { from: number; to: number } {
  const frame = (view.dom.closest('.editor-scroll') ?? view.dom).getBoundingClientRect()
  const text = view.dom.getBoundingClientRect()
  const left = text.left + text.width / 2
  const top = Math.max(frame.top, text.top) + INSET
  const bottom = Math.min(frame.bottom, text.bottom) - INSET
  return {
    from: blockStart(view, probe(view, left, top, STEP) ?? view.state.selection.from),
    to: blockEnd(view, probe(view, left, bottom, -STEP) ?? view.state.selection.to),
  }
}

/** Between two blocks there is nothing: a little further on there is. */
function probe(view: EditorView, left: number, top: number, step: number): number | null {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const found = view.posAtCoords({ left, top: top + tries * step })
    if (found !== null) return found.pos
  }
  return null
}

/** Top-level blocks are taken whole. */
function blockStart(view: EditorView, at: number): number {
  const place = view.state.doc.resolve(at)
  return place.depth === 0 ? at : place.before(1)
}
function blockEnd(view: EditorView, at: number): number {
  const place = view.state.doc.resolve(at)
  return place.depth === 0 ? at : place.after(1)
}
