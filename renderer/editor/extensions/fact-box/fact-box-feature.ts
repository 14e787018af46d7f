// Fact box: a titled box. Selected blocks go into it where they fit; again inside of one, it dissolves into its blocks.
import { Extension } from '@tiptap/core'
import { keydownHandler } from '@tiptap/pm/keymap'
import type { Node, ResolvedPos } from '@tiptap/pm/model'
import { type Command, Plugin, PluginKey, Selection, TextSelection } from '@tiptap/pm/state'
import { caretInto, insertBlock } from '../../commands/block-commands.ts'
import { goOnFrom } from '../../commands/go-on.ts'
import type { EditorFeature } from '../../editor-feature.ts'
import { leaveFence } from '../stash/stash-feature.ts'

const isIn = ($pos: ResolvedPos): boolean => $pos.depth > 0 && $pos.node(1).type.name === 'factBox'

const toggleFactBox: Command = (state, dispatch) => {
  const { factBox, factTitle, paragraph } = state.schema.nodes
  if (!factBox || !factTitle || !paragraph) return false
  const { $from, $to } = state.selection
  if (isIn($from)) return dissolve($from)(state, dispatch)
  const blocks: Node[] = []
  if (!state.selection.empty && $from.depth > 0 && $to.depth > 0)
    for (let index = $from.index(0); index <= $to.index(0); index += 1) blocks.push(state.doc.child(index))
  const content = [factTitle.create(), ...(blocks.length > 0 ? blocks : [paragraph.create()])]
  if (
    blocks.length > 0 &&
    factBox.validContent(paragraph.create().content) &&
    fits(factBox.contentMatch, blocks)
  ) {
    if (dispatch) {
      const start = $from.before(1)
      const tr = state.tr.replaceWith(start, $to.after(1), factBox.create(null, content))
      dispatch(tr.setSelection(TextSelection.create(tr.doc, start + 2)).scrollIntoView())
    }
    return true
  }
  const inserted = insertBlock(state, factBox.create(null, [factTitle.create(), paragraph.create()]))
  if (inserted === null) return false
  dispatch?.(caretInto(inserted.tr, inserted.at))
  return true
}

function fits(match: Node['type']['contentMatch'], blocks: readonly Node[]): boolean {
  return blocks.every((block) => match.matchType(block.type) !== null)
}

function dissolve($from: ResolvedPos): Command {
  return (state, dispatch) => {
    const paragraph = state.schema.nodes['paragraph']
    if (!paragraph) return false
    if (dispatch) {
      const box = $from.node(1)
      const at = $from.before(1)
      // A title that says something stays, as a paragraph.
      const blocks = box.content.content.flatMap((child) =>
        child.type.name !== 'factTitle'
          ? [child]
          : child.content.size > 0
            ? [paragraph.create(null, child.content)]
            : [],
      )
      const tr = state.tr.replaceWith(at, at + box.nodeSize, blocks.length > 0 ? blocks : paragraph.create())
      dispatch(tr.setSelection(Selection.near(tr.doc.resolve(at))).scrollIntoView())
    }
    return true
  }
}

const enterKeys: Command = (state, dispatch, view) =>
  goOnFrom(['factTitle'])(state, dispatch, view) ||
  leaveFence('factBox')(state, dispatch) ||
  leaveFence('stash')(state, dispatch)

const BoxKeys = Extension.create({
  name: 'boxKeys',
  priority: 850, // before the base keys, which would split the title
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('boxKeys'),
      props: { handleKeyDown: keydownHandler({ Enter: enterKeys }) },
    }),
  ],
})

export const factBoxFeature: EditorFeature = {
  name: 'fact-box',
  extensions: () => [BoxKeys],
  actions: () => ({
    'insert.fact-box': { command: toggleFactBox, isActive: ({ selection }) => isIn(selection.$from) },
  }),
}
