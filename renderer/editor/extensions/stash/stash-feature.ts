// Stash: fences the selected blocks off, in place; again inside of one, takes the fence away.
import { Extension } from '@tiptap/core'
import { keydownHandler } from '@tiptap/pm/keymap'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type Command, Plugin, PluginKey, Selection, TextSelection } from '@tiptap/pm/state'
import type { EditorFeature } from '../../editor-feature.ts'
import { caretInto, insertBlock } from '../../commands/block-commands.ts'

const isIn = ($pos: ResolvedPos): boolean => $pos.depth > 0 && $pos.node(1).type.name === 'stash'

const toggleStash: Command = (state, dispatch) => {
  const { stash, paragraph } = state.schema.nodes
  const { $from, $to } = state.selection
  if (!stash || !paragraph || $from.depth === 0) return false
  if (isIn($from)) {
    const fence = $from.node(1)
    const at = $from.before(1)
    if (dispatch) {
      const blocks = fence.childCount > 0 ? fence.content : paragraph.create()
      const tr = state.tr.replaceWith(at, at + fence.nodeSize, blocks)
      dispatch(
        tr
          .setSelection(Selection.near(tr.doc.resolve(Math.max(at, state.selection.from - 1))))
          .scrollIntoView(),
      )
    }
    return true
  }
  // Whole top-level blocks only, head fields never.
  const first = $from.index(0)
  const last = $to.depth === 0 ? $to.index(0) - 1 : $to.index(0)
  const blocks: Node[] = []
  for (let index = first; index <= last; index += 1) {
    const block = state.doc.child(index)
    if (block.type.spec.group === 'head' || block.type === stash) return false
    blocks.push(block)
  }
  if (blocks.length === 0) return false
  if (dispatch) {
    const start = state.doc.resolve(0).posAtIndex(first, 0)
    const end = start + blocks.reduce((size, block) => size + block.nodeSize, 0)
    const tr = state.tr.replaceWith(start, end, stash.create(null, blocks))
    tr.setSelection(
      TextSelection.between(tr.doc.resolve(state.selection.from + 1), tr.doc.resolve(state.selection.to + 1)),
    )
    dispatch(tr.scrollIntoView())
  }
  return true
}

/** Enter on an empty last paragraph of a stash goes on below the fence. */
export const leaveFence =
  (name: 'stash' | 'factBox'): Command =>
  (state, dispatch) => {
    const { $from, empty } = state.selection
    const paragraph = state.schema.nodes['paragraph']
    if (!empty || !paragraph || $from.depth !== 2 || $from.node(1).type.name !== name) return false
    const fence = $from.node(1)
    if ($from.parent.type !== paragraph || $from.parent.content.size > 0) return false
    if ($from.index(1) !== fence.childCount - 1 || fence.childCount === 1) return false
    if (dispatch) {
      const tr = state.tr.delete($from.before(), $from.after())
      const after = tr.mapping.map($from.after(1))
      tr.insert(after, paragraph.create())
      dispatch(tr.setSelection(TextSelection.create(tr.doc, after + 1)).scrollIntoView())
    }
    return true
  }

/** An empty stash where there is nothing to fence. */
const insertStash: Command = (state, dispatch) => {
  const { stash, paragraph } = state.schema.nodes
  if (!stash || !paragraph) return false
  const inserted = insertBlock(state, stash.create(null, paragraph.create()))
  if (inserted === null) return false
  dispatch?.(caretInto(inserted.tr, inserted.at))
  return true
}

const StashKeys = Extension.create({
  name: 'stashKeys',
  priority: 850, // before the base keys, which would split the paragraph
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('stashKeys'),
      props: { handleKeyDown: keydownHandler({ Enter: leaveFence('stash') }) },
    }),
  ],
})

export const stashFeature: EditorFeature = {
  name: 'stash',
  extensions: () => [StashKeys],
  actions: () => ({
    'insert.stash': {
      command: (state, dispatch, view) =>
        toggleStash(state, dispatch, view) || insertStash(state, dispatch, view),
      isActive: ({ selection }) => isIn(selection.$from),
    },
  }),
}
