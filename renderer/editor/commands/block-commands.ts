// Kinds of textblock: paragraph and headings 2-4. Changing the kind keeps the block's id, so that history follows it.
import type { Attrs, Node, NodeType } from '@tiptap/pm/model'
import { type Command, type EditorState, TextSelection } from '@tiptap/pm/state'
import { liftTarget } from '@tiptap/pm/transform'
import { HEADING_LEVELS, type HeadingLevel } from '#shared/schema/nodes/heading.ts'
import type { EditorAction, EditorActions } from '../editor-feature.ts'

const keepId = (block: Node, attrs: Attrs): Attrs => ({ ...attrs, blockId: block.attrs['blockId'] ?? null })

/** Textblocks in the selection that can become `type`. */
function convertible(state: EditorState, type: NodeType): { node: Node; at: number }[] {
  const found: { node: Node; at: number }[] = []
  for (const { $from, $to } of state.selection.ranges)
    state.doc.nodesBetween($from.pos, $to.pos, (node, at, parent, index) => {
      if (!node.isTextblock) return true
      const isKind = node.type.name === 'paragraph' || node.type.name === 'heading'
      if (isKind && (node.type === type || parent?.canReplaceWith(index, index + 1, type)))
        found.push({ node, at })
      return false
    })
  return found
}

function becomeBlock(state: EditorState, name: 'paragraph' | 'heading', attrs: Attrs): Command {
  return (_state, dispatch) => {
    const type = state.schema.nodes[name]
    const blocks = type ? convertible(state, type) : []
    if (type === undefined || blocks.every(({ node }) => node.hasMarkup(type, keepId(node, attrs))))
      return false
    if (dispatch) {
      const tr = state.tr
      for (const { node, at } of blocks) tr.setBlockType(at, at + node.nodeSize, type, keepId(node, attrs))
      dispatch(tr.scrollIntoView())
    }
    return true
  }
}

/** A paragraph of the story itself: out of its heading first, then out of list or quote. */
const toParagraph: Command = (state, dispatch, view) =>
  becomeBlock(state, 'paragraph', {})(state, dispatch, view) || liftOut(state, dispatch)

const liftOut: Command = (state, dispatch) => {
  const { $from, $to } = state.selection
  const range = $from.blockRange($to)
  const target = range && liftTarget(range)
  if (range === null || target === null || target === undefined) return false
  dispatch?.(state.tr.lift(range, target).scrollIntoView())
  return true
}

const headingAction = (level: HeadingLevel): EditorAction => ({
  command: (state, dispatch, view) =>
    becomeBlock(state, 'heading', { level })(state, dispatch, view) ||
    becomeBlock(state, 'paragraph', {})(state, dispatch, view),
  isActive: ({ selection: { $from } }) =>
    $from.parent.type.name === 'heading' && $from.parent.attrs['level'] === level,
})

export const blockActions: EditorActions = {
  'format.paragraph': {
    command: toParagraph,
    isActive: ({ selection: { $from } }) => $from.depth === 1 && $from.parent.type.name === 'paragraph',
  },
  'format.heading-2': headingAction(HEADING_LEVELS[0]),
  'format.heading-3': headingAction(HEADING_LEVELS[1]),
  'format.heading-4': headingAction(HEADING_LEVELS[2]),
}

/** Puts a block where the caret is: in place of an empty paragraph, else after the top-level block. */
export function insertBlock(state: EditorState, block: Node): { tr: EditorState['tr']; at: number } | null {
  const { $from, $to } = state.selection
  if ($from.depth === 0 && $from.nodeAfter === null && $from.nodeBefore === null) return null
  const isSpare =
    $from.depth === 1 && $from.parent.type.name === 'paragraph' && $from.parent.content.size === 0
  const tr = state.tr
  // Head fields stay together: after the last of them at the earliest.
  const index = Math.max($to.depth > 0 ? $to.index(0) + 1 : $to.index(0), headCount(state.doc))
  const at = isSpare ? $from.before(1) : tr.doc.resolve(0).posAtIndex(index, 0)
  if (isSpare) tr.replaceWith(at, $from.after(1), block)
  else tr.insert(at, block)
  return { tr, at }
}

/** Puts the caret into the first textblock at or after a position, making a paragraph where there is none. */
export function caretInto(tr: EditorState['tr'], at: number): EditorState['tr'] {
  const paragraph = tr.doc.type.schema.nodes['paragraph']
  const found = TextSelection.findFrom(tr.doc.resolve(at), 1, true)
  if (found === null && paragraph) tr.insert(tr.doc.content.size, paragraph.create())
  return tr
    .setSelection(found ?? TextSelection.near(tr.doc.resolve(tr.doc.content.size), -1))
    .scrollIntoView()
}

function headCount(doc: Node): number {
  let count = 0
  while (count < doc.childCount && doc.child(count).type.spec.group === 'head') count += 1
  return count
}
