// The link at a place: its address and how far it reaches.
import type { Mark, MarkType, ResolvedPos } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'

export interface LinkRange {
  readonly from: number
  readonly to: number
  readonly href: string
}

/** The link the caret stands in or touches, or the one the whole selection lies in; null when there is none. */
export function linkAt(state: EditorState): LinkRange | null {
  const type = state.schema.marks['link']
  if (!type) return null
  const { $from, to, empty } = state.selection
  const range = linkAround($from, type)
  return range !== null && (empty || to <= range.to) ? range : null
}

/** Links the range, or inserts the words of the address where nothing is selected. */
export function setLink(href: string, range: { from: number; to: number } | null): Command {
  return (state, dispatch) => {
    const type = state.schema.marks['link']
    if (!type) return false
    const { from, to } = range ?? state.selection
    if (dispatch) {
      const tr = state.tr
      const end = from === to ? from + shown(href).length : to
      if (from === to) tr.insertText(shown(href), from)
      dispatch(tr.removeMark(from, end, type).addMark(from, end, type.create({ href })).scrollIntoView())
    }
    return true
  }
}

export function removeLink(range: { from: number; to: number }): Command {
  return (state, dispatch) => {
    const type = state.schema.marks['link']
    if (!type) return false
    dispatch?.(state.tr.removeMark(range.from, range.to, type))
    return true
  }
}

const shown = (href: string): string => href.replace(/^(https?:\/\/|mailto:|tel:)/, '').replace(/\/$/, '')

function linkAround($pos: ResolvedPos, type: MarkType): LinkRange | null {
  const { parent } = $pos
  if (!parent.isTextblock) return null
  let index = $pos.index()
  let mark = markOf(parent.maybeChild(index)?.marks, type)
  if (mark === null && $pos.textOffset === 0 && index > 0) mark = markOf(parent.child(--index).marks, type)
  if (mark === null) return null
  let start = index
  let end = index + 1
  while (start > 0 && mark.isInSet(parent.child(start - 1).marks)) start -= 1
  while (end < parent.childCount && mark.isInSet(parent.child(end).marks)) end += 1
  return { from: $pos.posAtIndex(start), to: $pos.posAtIndex(end), href: String(mark.attrs['href']) }
}

const markOf = (marks: readonly Mark[] | undefined, type: MarkType): Mark | null =>
  (marks && type.isInSet(marks)) ?? null
