// One can always go on below the last block: an edit that leaves a list, quote, picture or rule at the end adds a paragraph, and so
// does a click below it. Opening a draft never changes it.
import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import { Plugin, PluginKey, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { isFromDraft } from '../../binding/draft-binding.ts'

export const TrailingParagraph = Extension.create({
  name: 'trailingParagraph',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('trailingParagraph'),
      appendTransaction: (transactions, _before, after) =>
        transactions.some((tr) => tr.docChanged) && !transactions.some(isFromDraft)
          ? addParagraph(after)
          : null,
      props: {
        handleDOMEvents: {
          mousedown: (view, event) => view.editable && event.button === 0 && clickBelow(view, event),
        },
      },
    }),
  ],
})

function addParagraph(state: EditorState): Transaction | null {
  const { lastChild } = state.doc
  const paragraph = state.schema.nodes['paragraph']
  const isOpen = lastChild !== null && lastChild.isTextblock && lastChild.type.spec.group !== 'head'
  return isOpen || !paragraph ? null : state.tr.insert(state.doc.content.size, paragraph.create())
}

function clickBelow(view: EditorView, event: MouseEvent): boolean {
  if (event.target !== view.dom) return false
  const last = view.dom.lastElementChild
  if (last !== null && event.clientY <= last.getBoundingClientRect().bottom) return false
  const tr = addParagraph(view.state) ?? view.state.tr
  view.focus()
  view.dispatch(tr.setSelection(TextSelection.near(tr.doc.resolve(tr.doc.content.size), -1)).scrollIntoView())
  event.preventDefault()
  return true
}
