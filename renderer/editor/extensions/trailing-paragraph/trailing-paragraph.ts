// One can always go on below the last block: a click under it, or the down key at its end, makes a paragraph there. Only then:
// a spare paragraph kept at the end all the time would be in the text, in every comparison and on the page.
import { Extension } from '@tiptap/core'
import {
  type EditorState,
  Plugin,
  PluginKey,
  Selection,
  TextSelection,
  type Transaction,
} from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export const TrailingParagraph = Extension.create({
  name: 'trailingParagraph',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('trailingParagraph'),
      props: {
        handleKeyDown: (view, event) =>
          event.key === 'ArrowDown' && !event.shiftKey && !event.altKey && !event.metaKey && goBelow(view),
        handleDOMEvents: {
          mousedown: (view, event) => view.editable && event.button === 0 && clickBelow(view, event),
        },
      },
    }),
  ],
})

/** A paragraph at the end, unless the last block is one that can simply be written on. */
function addParagraph(state: EditorState): Transaction | null {
  const { lastChild } = state.doc
  const paragraph = state.schema.nodes['paragraph']
  const isOpen = lastChild !== null && lastChild.isTextblock && lastChild.type.spec.group !== 'head'
  return isOpen || !paragraph ? null : state.tr.insert(state.doc.content.size, paragraph.create())
}

function goBelow(view: EditorView): boolean {
  const { $to } = view.state.selection
  const isInLast = $to.depth === 0 ? $to.nodeAfter === null : $to.index(0) === view.state.doc.childCount - 1
  if (!isInLast || !view.endOfTextblock('down')) return false
  const after = $to.depth === 0 ? $to.pos : $to.after()
  if (Selection.findFrom(view.state.doc.resolve(after), 1, true) !== null) return false
  return caretAtEnd(view, addParagraph(view.state))
}

function clickBelow(view: EditorView, event: MouseEvent): boolean {
  if (event.target !== view.dom) return false
  const last = view.dom.lastElementChild
  if (last !== null && event.clientY <= last.getBoundingClientRect().bottom) return false
  view.focus()
  event.preventDefault()
  return caretAtEnd(view, addParagraph(view.state) ?? view.state.tr)
}

function caretAtEnd(view: EditorView, tr: Transaction | null): boolean {
  if (tr === null) return false
  const end = tr.doc.resolve(tr.doc.content.size)
  view.dispatch(tr.setSelection(TextSelection.near(end, -1)).scrollIntoView())
  return true
}
