// Enter in a one-line field of a block (caption, credit, title of a table) goes on to what comes next: the next field or cell
// of the same block, else the paragraph below it, made where there is none.
import { type Command, TextSelection } from '@tiptap/pm/state'

export const goOnFrom =
  (names: readonly string[]): Command =>
  (state, dispatch) => {
    const { $from } = state.selection
    const paragraph = state.schema.nodes['paragraph']
    if (!paragraph || $from.depth < 2 || !names.includes($from.parent.type.name)) return false
    if (dispatch) {
      const tr = state.tr
      const end = $from.after(1)
      const inside = TextSelection.findFrom(tr.doc.resolve($from.after()), 1, true)
      if (inside !== null && inside.from < end) tr.setSelection(inside)
      else {
        if (tr.doc.resolve(end).nodeAfter?.isTextblock !== true) tr.insert(end, paragraph.create())
        tr.setSelection(TextSelection.create(tr.doc, end + 1))
      }
      dispatch(tr.scrollIntoView())
    }
    return true
  }
