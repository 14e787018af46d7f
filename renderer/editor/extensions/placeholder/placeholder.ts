// Quiet words in empty head fields and in an empty body. The decorations are made anew only when emptiness changes.
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

/** What each empty field says; the body speaks only while it is one empty paragraph. */
export interface PlaceholderWords {
  readonly kicker: string
  readonly headline: string
  readonly standfirst: string
  readonly body: string
}

/** Top-level blocks that are looked at: three head fields, a twin of each, and the first paragraph. */
const LOOKED_AT = 7

interface Shown {
  readonly signature: string
  readonly decorations: DecorationSet
}
const key = new PluginKey<Shown>('placeholder')

export const Placeholder = Extension.create<{ readonly words: PlaceholderWords }>({
  name: 'placeholder',
  addOptions: () => ({ words: { kicker: '', headline: '', standfirst: '', body: '' } }),
  addProseMirrorPlugins() {
    const { words } = this.options
    return [
      new Plugin<Shown>({
        key,
        state: {
          init: (_config, state) => show(state.doc, words),
          apply(tr, shown) {
            if (!tr.docChanged) return shown
            const signature = signatureOf(tr.doc)
            return signature === shown.signature
              ? { signature, decorations: shown.decorations.map(tr.mapping, tr.doc) }
              : show(tr.doc, words)
          },
        },
        props: { decorations: (state) => key.getState(state)?.decorations },
      }),
    ]
  },
})

function emptyBlocks(doc: Node): { name: keyof PlaceholderWords; index: number }[] {
  const found: { name: keyof PlaceholderWords; index: number }[] = []
  for (let index = 0; index < Math.min(doc.childCount, LOOKED_AT); index += 1) {
    const block = doc.child(index)
    const { name } = block.type
    if (block.content.size > 0) continue
    if (name === 'kicker' || name === 'headline' || name === 'standfirst') found.push({ name, index })
    else if (name === 'paragraph' && index === doc.childCount - 1 && isFirstOfBody(doc, index))
      found.push({ name: 'body', index })
  }
  return found
}

const isFirstOfBody = (doc: Node, index: number): boolean =>
  index === 0 || doc.child(index - 1).type.spec.group === 'head'

const signatureOf = (doc: Node): string =>
  emptyBlocks(doc)
    .map(({ name, index }) => `${name}${index}`)
    .join()

function show(doc: Node, words: PlaceholderWords): Shown {
  const decorations = emptyBlocks(doc).map(({ name, index }) => {
    const at = doc.resolve(0).posAtIndex(index, 0)
    return Decoration.node(at, at + doc.child(index).nodeSize, {
      class: 'is-empty',
      'data-placeholder': words[name],
    })
  })
  return { signature: signatureOf(doc), decorations: DecorationSet.create(doc, decorations) }
}
