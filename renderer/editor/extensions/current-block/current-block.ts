// Marks the top-level block that the caret is in. Focus mode dims the others; and the galley renders this one always, because
// Chromium puts the caret before the first letter when one types into a block that content-visibility has not rendered yet
// (seen in Chromium 156: Enter, then a key within the same frame).
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'

const key = new PluginKey<DecorationSet>('currentBlock')

export const CurrentBlock = Extension.create({
  name: 'currentBlock',
  addProseMirrorPlugins: () => [
    new Plugin<DecorationSet>({
      key,
      state: {
        init: (_config, state) => markBlock(state),
        apply: (tr, marked, _before, state) => follow(tr, marked, state),
      },
      props: { decorations: (state) => key.getState(state) },
    }),
  ],
})

function follow(tr: Transaction, marked: DecorationSet, state: EditorState): DecorationSet {
  if (!tr.docChanged && !tr.selectionSet) return marked
  // Mapping one decoration costs nothing; building a set looks at every block, so only a move between blocks does it.
  const moved = tr.docChanged ? marked.map(tr.mapping, tr.doc) : marked
  const { $from } = state.selection
  if ($from.depth === 0) return DecorationSet.empty
  const [mark] = moved.find($from.pos, $from.pos)
  return mark?.from === $from.before(1) && mark.to === $from.after(1) ? moved : markBlock(state)
}

function markBlock(state: EditorState): DecorationSet {
  const { $from } = state.selection
  if ($from.depth === 0) return DecorationSet.empty
  const current = Decoration.node($from.before(1), $from.after(1), { class: 'is-current' })
  return DecorationSet.create(state.doc, [current])
}
