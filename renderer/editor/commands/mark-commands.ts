// Marks: strong, emphasis, super- and subscript, code. Links and language runs have surfaces of their own.
import { toggleMark } from '@tiptap/pm/commands'
import type { MarkType } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import type { EditorAction, EditorActions } from '../editor-feature.ts'

/** What "Clear Formatting" takes away: looks. Links and languages are meaning and stay. */
const LOOKS = ['strong', 'emphasis', 'superscript', 'subscript', 'code'] as const

const markAction = (name: (typeof LOOKS)[number]): EditorAction => ({
  command: (state, dispatch, view) => {
    const type = state.schema.marks[name]
    // `removeWhenPresent: false` in effect: a selection that is only partly strong becomes strong as a whole.
    return type ? toggleMark(type, null, { removeWhenPresent: false })(state, dispatch, view) : false
  },
  isActive: (state) => {
    const type = state.schema.marks[name]
    return type !== undefined && isMarkActive(state, type)
  },
})

const clearLooks: Command = (state, dispatch) => {
  const { empty, ranges } = state.selection
  if (dispatch) {
    const tr = state.tr
    for (const name of LOOKS) {
      const type = state.schema.marks[name]
      if (type === undefined) continue
      if (empty) tr.removeStoredMark(type)
      else for (const { $from, $to } of ranges) tr.removeMark($from.pos, $to.pos, type)
    }
    dispatch(tr)
  }
  return true
}

export const markActions: EditorActions = {
  'format.strong': markAction('strong'),
  'format.emphasis': markAction('emphasis'),
  'format.superscript': markAction('superscript'),
  'format.subscript': markAction('subscript'),
  'format.code': markAction('code'),
  'format.clear': { command: clearLooks },
}

/** On when all text of the selection carries the mark, or when typing at the caret would. */
export function isMarkActive(state: EditorState, type: MarkType): boolean {
  const { empty, $from, ranges } = state.selection
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined
  let hasText = false
  let isEverywhere = true
  for (const range of ranges)
    state.doc.nodesBetween(range.$from.pos, range.$to.pos, (node, at) => {
      const selected = node.isText
        ? (node.text ?? '').slice(Math.max(0, range.$from.pos - at), range.$to.pos - at)
        : ''
      // Space at the ends is never marked, so it does not count against being marked.
      if (selected.trim() !== '') {
        hasText = true
        isEverywhere &&= type.isInSet(node.marks) !== undefined
      }
      return isEverywhere
    })
  return hasText && isEverywhere
}
