// Tables: a caption, a header row, and every change a newsroom table needs, as commands.
import type { Node, Schema } from '@tiptap/pm/model'
import type { Command, EditorState } from '@tiptap/pm/state'
import { deleteTable, goToNextCell, isInTable, addRowAfter } from '@tiptap/pm/tables'
import { caretInto, insertBlock } from '../../commands/block-commands.ts'

/** Rows (the header one included) and columns of a new table. */
const NEW_ROWS = 3
const NEW_COLUMNS = 3

export const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false
  const inserted = insertBlock(state, newTable(state.schema))
  if (inserted === null) return false
  dispatch?.(caretInto(inserted.tr, inserted.at))
  return true
}

function newTable(schema: Schema): Node {
  const { tableBlock, tableCaption, table, tableRow, tableHeader, tableCell, paragraph } = schema.nodes
  if (!tableBlock || !tableCaption || !table || !tableRow || !tableHeader || !tableCell || !paragraph)
    throw new Error('The grammar has no tables')
  const row = (index: number) =>
    tableRow.create(
      null,
      Array.from({ length: NEW_COLUMNS }, () =>
        (index === 0 ? tableHeader : tableCell).create(null, paragraph.create()),
      ),
    )
  return tableBlock.create(null, [
    tableCaption.create(),
    table.create(
      null,
      Array.from({ length: NEW_ROWS }, (_none, index) => row(index)),
    ),
  ])
}

/** The table with its caption goes. */
export const deleteTableBlock: Command = (state, dispatch) => {
  const { $from } = state.selection
  for (let depth = $from.depth; depth > 0; depth -= 1)
    if ($from.node(depth).type.name === 'tableBlock') {
      dispatch?.(state.tr.delete($from.before(depth), $from.after(depth)).scrollIntoView())
      return true
    }
  return deleteTable(state, dispatch)
}

/** Tab: the next cell; in the last one a new row. */
export const nextCell: Command = (state, dispatch, view) => {
  if (!isInTable(state)) return false
  if (goToNextCell(1)(state, dispatch)) return true
  if (!addRowAfter(state, dispatch)) return false
  if (view) goToNextCell(1)(view.state, view.dispatch)
  return true
}

export const previousCell: Command = (state, dispatch) =>
  isInTable(state) && goToNextCell(-1)(state, dispatch)

export const isTableAt = (state: EditorState): boolean => isInTable(state)
