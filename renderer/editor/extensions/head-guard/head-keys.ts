// Keys in and next to the head fields: Enter goes on, Backspace and Delete walk over their edges, nothing joins them.
import type { ResolvedPos } from '@tiptap/pm/model'
import {
  AllSelection,
  type Command,
  type EditorState,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import { clearAcross } from './clear-across.ts'
import { crossesHead, headAt, isHead } from './head-fields.ts'

/** Enter: on to the next field or the body. What stands after the caret stays. */
export const goOn: Command = (state, dispatch) => {
  if (headAt(state.selection.$from) === null) return false
  if (dispatch) dispatch(toNextBlock(state.tr, state.selection.$to).scrollIntoView())
  return true
}

/** Backspace. A selection over several fields is cleared; at the start of a field the caret goes back. */
export const deleteBackward: Command = (state, dispatch) => {
  if (clearSelection(state, dispatch)) return true
  const $caret = caretAt(state)
  if ($caret === null || $caret.parentOffset > 0 || !isFirstTextblock($caret)) return false
  const before = $caret.index(0) > 0 ? state.doc.child($caret.index(0) - 1) : null
  if (headAt($caret) === null && (before === null || !isHead(before))) return false
  if (before === null) return true
  if (dispatch) {
    const tr = state.tr
    const start = $caret.before(1)
    // Two of a kind, from two writers offline: here they can be made one.
    if (before.type === $caret.node(1).type) tr.join(start)
    else {
      const isSpare = isEmptyParagraph($caret) && isParagraphNext(state, $caret)
      if (isSpare) tr.delete(start, $caret.after(1))
      tr.setSelection(Selection.near(tr.doc.resolve(start - 1), -1))
    }
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** Delete, the mirror image. */
export const deleteForward: Command = (state, dispatch) => {
  if (clearSelection(state, dispatch)) return true
  const $caret = caretAt(state)
  if ($caret === null || headAt($caret) === null || $caret.parentOffset < $caret.parent.content.size)
    return false
  if (dispatch) dispatch(toNextBlock(state.tr, $caret).scrollIntoView())
  return true
}

/** Mod+A: first the field or block the caret is in, then everything. */
export const selectMore: Command = (state, dispatch) => {
  const { selection, doc } = state
  const { $from, $to } = selection
  const isInOne = $from.parent.isTextblock && $from.sameParent($to)
  const isWhole = selection.from === $from.start() && selection.to === $from.end()
  if (dispatch)
    dispatch(
      state.tr.setSelection(
        isInOne && !isWhole ? TextSelection.create(doc, $from.start(), $from.end()) : new AllSelection(doc),
      ),
    )
  return true
}

function clearSelection(state: EditorState, dispatch: ((tr: Transaction) => void) | undefined): boolean {
  const { from, to, empty } = state.selection
  if (empty || !crossesHead(state.doc, from, to)) return false
  dispatch?.(clearAcross(state.tr, from, to).scrollIntoView())
  return true
}

/** The start of the block after; a paragraph is made where there is nothing to write in. */
function toNextBlock(tr: Transaction, $pos: ResolvedPos): Transaction {
  const after = $pos.after(1)
  const next = tr.doc.resolve(after).nodeAfter
  if (next === null || !next.isTextblock) {
    const paragraph = tr.doc.type.schema.nodes['paragraph']
    const first = next === null ? null : Selection.findFrom(tr.doc.resolve(after), 1, true)
    if (first !== null) return tr.setSelection(first)
    if (paragraph) tr.insert(after, paragraph.create())
  }
  return tr.setSelection(TextSelection.create(tr.doc, after + 1))
}

const caretAt = (state: EditorState): ResolvedPos | null =>
  state.selection instanceof TextSelection ? state.selection.$cursor : null

/** Whether the caret's textblock is the first thing in its top-level block. */
const isFirstTextblock = ($pos: ResolvedPos): boolean => $pos.start() - $pos.depth === $pos.before(1)

const isEmptyParagraph = ($pos: ResolvedPos): boolean =>
  $pos.depth === 1 && $pos.parent.type.name === 'paragraph' && $pos.parent.content.size === 0

const isParagraphNext = (state: EditorState, $pos: ResolvedPos): boolean =>
  state.doc.maybeChild($pos.index(0) + 1)?.type.name === 'paragraph'
