// Two tables by rows and columns: a column that went is one change, not one for each of its cells.
import type { NodeJson } from '../../article/article.ts'
import { alignBlocks } from './align-blocks.ts'
import { blockText, type DiffContext } from './change-list.ts'
import { type KeyedBlock, keyedBlock } from './keyed-block.ts'
import type { MergedBlock, MergedCell, MergedContent, MergedTableRow, TableLine } from './revision-diff.ts'

export type MergeCell = (before: KeyedBlock, after: KeyedBlock, context: DiffContext) => MergedBlock

/** A row or column of the merged table and where it is on each side, -1 where it is not. */
interface Line {
  readonly b: number
  readonly a: number
}

/** Null for a table that is no plain grid (spans, ragged rows): its rows and cells are then compared as blocks. */
export function diffTable(
  before: NodeJson,
  after: NodeJson,
  context: DiffContext,
  mergeCell: MergeCell,
): MergedContent | null {
  const [oldRows, newRows] = [gridOf(before), gridOf(after)]
  if (oldRows === null || newRows === null) return null
  const rowsOf = { before: oldRows, after: newRows }
  const columnsOf = { before: turned(rowsOf.before), after: turned(rowsOf.after) }
  const columnLines = alignLines(columnsOf.before, columnsOf.after, context)
  const rowLines = alignLines(rowsOf.before, rowsOf.after, context)
  const columns = columnLines.map((line) =>
    tableLine(line, 'column', columnsOf.before, columnsOf.after, context),
  )
  const rows = rowLines.map((row): MergedTableRow => {
    const old = before.content?.[row.b] ?? null
    const now = after.content?.[row.a] ?? null
    const line = tableLine(row, 'row', rowsOf.before, rowsOf.after, context)
    const cells = columnLines.map((column): MergedCell | null => {
      const oldCell = old?.content?.[column.b] ?? null
      const nowCell = now?.content?.[column.a] ?? null
      if (oldCell === null && nowCell === null) return null
      if (oldCell === null || nowCell === null) return { before: oldCell, after: nowCell, block: null }
      const [one, two] = [keyed(oldCell, context), keyed(nowCell, context)]
      const block =
        one.key === two.key
          ? sameBlock(oldCell, nowCell)
          : mergeCell(one, two, cellContext(context, row.a, column.a, oldCell, nowCell))
      return { before: oldCell, after: nowCell, block }
    })
    return { ...line, before: old, after: now, cells }
  })
  return { type: 'table', columns, rows }
}

/** Most cells of a table are as they were: nothing in them is looked at again. */
function sameBlock(before: NodeJson, after: NodeJson): MergedBlock {
  const rows = (after.content ?? []).map((child, index) => ({
    state: 'same' as const,
    beforeIndex: index,
    afterIndex: index,
    before: before.content?.[index] ?? child,
    after: child,
  }))
  return {
    before,
    after,
    attributes: [],
    content: rows.length === 0 ? { type: 'none' } : { type: 'blocks', rows },
  }
}

/** Cells by row; null when the rows differ in length or a cell spans several. */
function gridOf(table: NodeJson): NodeJson[][] | null {
  const rows = (table.content ?? []).map((row) => [...(row.content ?? [])])
  const width = rows[0]?.length ?? 0
  const isGrid =
    width > 0 &&
    rows.every(
      (row) => row.length === width && row.every((cell) => isOne(cell, 'colspan') && isOne(cell, 'rowspan')),
    )
  return isGrid ? rows : null
}

const isOne = (cell: NodeJson, name: string): boolean => (cell.attrs?.[name] ?? 1) === 1

const turned = (grid: readonly (readonly NodeJson[])[]): NodeJson[][] =>
  (grid[0] ?? []).map((_cell, column) => grid.map((row) => row[column] as NodeJson))

const keyed = (node: NodeJson, { list }: DiffContext): KeyedBlock => keyedBlock(node, list.book)

/** Lines in an order both sides keep. What is left between two that match is the same line when it is as many on both sides. */
function alignLines(
  before: readonly NodeJson[][],
  after: readonly NodeJson[][],
  context: DiffContext,
): Line[] {
  const block = (cells: NodeJson[]): KeyedBlock => keyed({ type: 'tableRow', content: cells }, context)
  const { pairs, moved } = alignBlocks(before.map(block), after.map(block))
  const settled = pairs.inOrder().filter((b) => !moved.has(b))
  const lines: Line[] = []
  let b = 0
  let a = 0
  for (const next of [...settled, before.length]) {
    const to = next === before.length ? after.length : pairs.afterOf(next)
    const isSameCount = next - b === to - a
    if (isSameCount) while (b < next) lines.push({ b: b++, a: a++ })
    while (b < next) lines.push({ b: b++, a: -1 })
    while (a < to) lines.push({ b: -1, a: a++ })
    if (next < before.length) lines.push({ b: b++, a: a++ })
  }
  return lines
}

function tableLine(
  { b, a }: Line,
  noun: 'row' | 'column',
  before: readonly NodeJson[][],
  after: readonly NodeJson[][],
  { list, place }: DiffContext,
): TableLine {
  if (b >= 0 && a >= 0) return { state: 'same', changeId: null }
  const action = b < 0 ? 'inserted' : 'deleted'
  const text = (action === 'inserted' ? (after[a] ?? []) : (before[b] ?? [])).map(blockText).join(' ').trim()
  const name = `${place.name}, ${noun} ${(action === 'inserted' ? a : b) + 1}`
  const texts = action === 'inserted' ? { before: '', after: text } : { before: text, after: '' }
  const kind = noun === 'row' ? 'table-row' : 'table-column'
  return { state: action, changeId: list.add({ kind, action, place: { ...place, name }, ...texts }) }
}

function cellContext(
  context: DiffContext,
  row: number,
  column: number,
  before: NodeJson,
  after: NodeJson,
): DiffContext {
  return {
    ...context,
    place: { ...context.place, name: `${context.place.name}, row ${row + 1}, column ${column + 1}` },
    cell: { changeId: null, before: blockText(before), after: blockText(after) },
  }
}
