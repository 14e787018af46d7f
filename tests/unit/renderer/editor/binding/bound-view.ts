// A ProseMirror view on a draft, as the editor builds it, without React: for tests of the binding and the extensions.
import { prosemirrorJSONToYXmlFragment } from '@tiptap/y-tiptap'
import { EditorState, type Plugin, TextSelection } from '@tiptap/pm/state'
import { EditorView } from '@tiptap/pm/view'
import * as Y from 'yjs'
import { createDraftBinding } from '#renderer/editor/binding/draft-binding.ts'
import type { NodeJson } from '#shared/article/article.ts'
import { contentOf, createDraftDoc } from '#shared/draft/draft-doc.ts'
import { articleGrammar } from '#shared/schema/article-schema.ts'

export const schema = articleGrammar()

export const text = (words: string, ...marks: string[]): NodeJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && { marks: marks.map((type) => ({ type })) }),
})
export const block = (type: string, ...content: (NodeJson | string)[]): NodeJson => ({
  type,
  content: content.map((child) => (typeof child === 'string' ? text(child) : child)),
})
export const paragraph = (words: string, blockId: string | null = null): NodeJson => ({
  type: 'paragraph',
  attrs: { blockId },
  content: words === '' ? [] : [text(words)],
})
export const head = (kicker = '', headline = 'Headline', standfirst = 'Standfirst'): NodeJson[] =>
  Object.entries({ kicker, headline, standfirst }).map(([type, words]) =>
    block(type, ...(words ? [words] : [])),
  )

export function draftOf(...content: NodeJson[]): Y.Doc {
  const doc = createDraftDoc()
  prosemirrorJSONToYXmlFragment(schema, { type: 'doc', content }, contentOf(doc))
  return doc
}

export function bindView(doc: Y.Doc, plugins: readonly Plugin[] = []) {
  const broken: unknown[] = []
  const binding = createDraftBinding(contentOf(doc), schema, (error) => broken.push(error))
  const place = document.createElement('div')
  document.body.append(place)
  const view = new EditorView(place, {
    state: EditorState.create({ doc: binding.initialDoc, plugins: [binding.plugin, ...plugins] }),
  })
  return {
    doc,
    binding,
    view,
    broken,
    /** Puts the caret or a selection by the place of words in the text: `|` marks are up to `findText`. */
    select(from: number, to = from) {
      view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)))
    },
    insert(words: string, at = view.state.selection.from) {
      view.dispatch(view.state.tr.insertText(words, at, at))
    },
    destroy() {
      view.destroy()
      binding.stop()
      place.remove()
    },
  }
}

/** The position of the first occurrence of `words`. */
export function findText(view: EditorView, words: string): number {
  let found = -1
  view.state.doc.descendants((node, at) => {
    const index = node.isTextblock && found < 0 ? node.textContent.indexOf(words) : -1
    if (index >= 0) found = at + 1 + index
  })
  if (found < 0) throw new Error(`no "${words}" in ${view.state.doc}`)
  return found
}

export const FROM_TEST = { source: 'test' }
/** Two copies of a draft; updates travel when told, in order. */
export function connect(a: Y.Doc): { other: Y.Doc; exchange: () => void } {
  const other = createDraftDoc()
  Y.applyUpdate(other, Y.encodeStateAsUpdate(a), FROM_TEST)
  const exchange = () => {
    Y.applyUpdate(other, Y.encodeStateAsUpdate(a, Y.encodeStateVector(other)), FROM_TEST)
    Y.applyUpdate(a, Y.encodeStateAsUpdate(other, Y.encodeStateVector(a)), FROM_TEST)
  }
  return { other, exchange }
}
