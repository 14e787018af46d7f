// Lists: on, off, changed in kind, nested and un-nested.
import type { NodeType, ResolvedPos } from '@tiptap/pm/model'
import { liftListItem, sinkListItem, splitListItem, wrapInList } from '@tiptap/pm/schema-list'
import { type Command, TextSelection } from '@tiptap/pm/state'
import type { EditorAction, EditorActions } from '../editor-feature.ts'

type ListName = 'bulletList' | 'orderedList'

const listAction = (name: ListName): EditorAction => ({
  command: (state, dispatch, view) => {
    const type = state.schema.nodes[name]
    const item = state.schema.nodes['listItem']
    if (!type || !item) return false
    const list = listAround(state.selection.$from)
    if (list === null) return wrapInList(type)(state, dispatch, view)
    if (list.type === type) return liftListItem(item)(state, dispatch, view)
    dispatch?.(state.tr.setNodeMarkup(list.at, type, { blockId: list.blockId }).scrollIntoView())
    return true
  },
  isActive: (state) => listAround(state.selection.$from)?.type.name === name,
})

export const listActions: EditorActions = {
  'format.bullet-list': listAction('bulletList'),
  'format.ordered-list': listAction('orderedList'),
}

const withItem =
  (command: (item: NodeType) => Command): Command =>
  (state, dispatch, view) => {
    const item = state.schema.nodes['listItem']
    if (!item || listAround(state.selection.$from) === null) return false
    return command(item)(state, dispatch, view)
  }

/** Enter: a new item; in an empty one, one level out. The stock command would leave an item without a paragraph behind,
 * which our loose grammar allows. */
export const splitItem: Command = withItem((item) => (state, dispatch, view) => {
  const { $from, empty } = state.selection
  const isEmptyItem =
    empty &&
    $from.parent.content.size === 0 &&
    $from.node(-1).type === item &&
    $from.indexAfter(-1) === $from.node(-1).childCount
  return (isEmptyItem ? liftListItem : splitListItem)(item)(state, dispatch, view)
})
/** Tab in a list never leaves the text, even where nothing can be nested. */
export const nestItem: Command = (state, dispatch, view) =>
  listAround(state.selection.$from) !== null && (withItem(sinkListItem)(state, dispatch, view) || true)
export const unnestItem: Command = (state, dispatch, view) =>
  listAround(state.selection.$from) !== null && (withItem(liftListItem)(state, dispatch, view) || true)

/** Backspace at the start of an item takes it out of the list before anything is joined. */
export const leaveItemBackward: Command = (state, dispatch, view) => {
  const { $from, empty } = state.selection
  if (!empty || !(state.selection instanceof TextSelection) || $from.parentOffset > 0) return false
  const isFirstInItem = $from.depth >= 2 && $from.node(-1).type.name === 'listItem' && $from.index(-1) === 0
  return isFirstInItem && withItem(liftListItem)(state, dispatch, view)
}

interface ListAround {
  readonly type: NodeType
  readonly at: number
  readonly blockId: unknown
}

/** The innermost list that holds a position. */
function listAround($pos: ResolvedPos): ListAround | null {
  for (let depth = $pos.depth; depth > 0; depth -= 1) {
    const node = $pos.node(depth)
    if (node.type.name === 'bulletList' || node.type.name === 'orderedList')
      return { type: node.type, at: $pos.before(depth), blockId: node.attrs['blockId'] ?? null }
  }
  return null
}
