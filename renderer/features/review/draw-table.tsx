// A table of both versions: rows and columns that came or went are whole marked lines of cells.
import { Fragment, type ReactNode } from 'react'
import type { NodeJson } from '#shared/article/article.ts'
import type {
  ChangeId,
  MergedBlock,
  MergedCell,
  MergedContent,
  MergedTableRow,
  Side,
  TableLine,
} from '#shared/revision/diff/revision-diff.ts'
import { readOnlyShell, type ShellProps } from '../../editor/index.ts'
import { type Drawing, markData } from './drawing.ts'

type Table = Extract<MergedContent, { type: 'table' }>

/** How the blocks in cells are drawn. */
export interface CellBlocks {
  inBoth(block: MergedBlock): ReactNode
  inOne(node: NodeJson, side: Side, id: ChangeId): ReactNode
}

export function drawTable(
  node: NodeJson,
  table: Table,
  drawing: Drawing,
  blocks: CellBlocks,
  shell: ShellProps,
): ReactNode {
  const rows = table.rows.filter((row) => isShown(row, drawing))
  return readOnlyShell(
    node,
    rows.map((row, index) => (
      <Fragment key={index}>{drawTableRow(row, table.columns, drawing, blocks)}</Fragment>
    )),
    shell,
  )
}

function drawTableRow(
  row: MergedTableRow,
  columns: readonly TableLine[],
  drawing: Drawing,
  blocks: CellBlocks,
): ReactNode {
  const node = (drawing.shows === 'before' ? row.before : row.after) ?? row.before ?? row.after
  if (node === null) return null
  const cells = row.cells.map((cell, index) => {
    const column = columns[index]
    if (column === undefined || !isShown(column, drawing)) return null
    return <Fragment key={index}>{drawCell(cell, row, column, drawing, blocks)}</Fragment>
  })
  return readOnlyShell(node, cells, row.changeId === null ? {} : markData(drawing, row.changeId))
}

function drawCell(
  cell: MergedCell | null,
  row: MergedTableRow,
  column: TableLine,
  drawing: Drawing,
  blocks: CellBlocks,
): ReactNode {
  if (cell === null) return EMPTY_CELL
  if (cell.block !== null) return blocks.inBoth(cell.block)
  const side: Side = cell.after === null ? 'before' : 'after'
  const node = cell[side]
  if (node === null || (drawing.shows !== 'both' && drawing.shows !== side)) return EMPTY_CELL
  const id = row.changeId ?? column.changeId
  return id === null ? readOnlyShell(node, null) : blocks.inOne(node, side, id)
}

function isShown(line: TableLine, drawing: Drawing): boolean {
  if (drawing.shows === 'before') return line.state !== 'inserted'
  return drawing.shows === 'both' || line.state !== 'deleted'
}

// oxlint-disable-next-line jsx-a11y/control-has-associated-label -- a cell is no control
const EMPTY_CELL = <td />
