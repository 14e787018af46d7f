// Turns what two merged edits can leave behind (ragged rows, overlapping or dangling spans) into a table that is one.
import type { NodeJson } from '#shared/article/article.ts'

export interface GridCell {
  /** Null for a slot that no cell filled. */
  readonly cell: NodeJson | null
  readonly isHeader: boolean
  readonly colspan: number
  readonly rowspan: number
}
export interface TableGrid {
  /** Leading rows made of header cells only. */
  readonly head: readonly (readonly GridCell[])[]
  readonly body: readonly (readonly GridCell[])[]
}

interface PlacedCell {
  readonly cell: NodeJson
  readonly column: number
  readonly colspan: number
  readonly rowspan: number
}
type PlacedRow = readonly PlacedCell[]

/** Every slot is covered once, every row and column has a cell that begins in it, no span leaves its row group. */
export function tableGrid(rows: readonly NodeJson[]): TableGrid {
  const placed = place(rows)
  const headRows = countHeadRows(placed)
  const columns = [...new Set(placed.flatMap((row) => row.map((cell) => cell.column)))].sort((a, b) => a - b)
  /** Per column, the first row that is free again. */
  const freeFrom = new Map<number, number>()
  const grid = placed.map((row, rowIndex) => {
    const groupEnd = rowIndex < headRows ? headRows : placed.length
    const cells = new Map(row.map((cell) => [cell.column, cell]))
    const line: GridCell[] = []
    for (const column of columns) {
      if ((freeFrom.get(column) ?? 0) > rowIndex) continue
      const cell = cells.get(column)
      const end = Math.min(rowIndex + (cell?.rowspan ?? 1), groupEnd)
      const spanned =
        cell === undefined || cell.colspan === 1
          ? [column]
          : columns.filter((start) => start >= column && start < column + cell.colspan)
      for (const start of spanned) freeFrom.set(start, end)
      line.push({
        cell: cell?.cell ?? null,
        isHeader: cell?.cell.type === 'tableHeader',
        colspan: spanned.length,
        rowspan: end - rowIndex,
      })
    }
    return line
  })
  return { head: grid.slice(0, headRows), body: grid.slice(headRows) }
}

/** The same as a plain matrix for formats without spans: a cell stands where it begins, the slots it covers are null. */
export function tableMatrix(grid: TableGrid): readonly (readonly (NodeJson | null)[])[] {
  const matrix: (NodeJson | null)[][] = []
  const freeFrom: number[] = []
  for (const [rowIndex, row] of [...grid.head, ...grid.body].entries()) {
    const line: (NodeJson | null)[] = []
    const skipCovered = () => {
      while ((freeFrom[line.length] ?? 0) > rowIndex) line.push(null)
    }
    for (const { cell, colspan, rowspan } of row) {
      skipCovered()
      for (let column = 0; column < colspan; column++) {
        freeFrom[line.length] = rowIndex + rowspan
        line.push(column === 0 ? cell : null)
      }
    }
    skipCovered()
    matrix.push(line)
  }
  return matrix
}

/** Cells on their columns, as a browser would place them, but a span stops where another cell already stands. Rows in which
 * no cell begins are dropped, and the spans that crossed them shrink. */
function place(rows: readonly NodeJson[]): readonly PlacedRow[] {
  const placed: PlacedRow[] = []
  const beginning = rows.map((row) => (row.content ?? []).length > 0)
  const freeFrom: number[] = []
  for (const [rowIndex, row] of rows.entries()) {
    if (beginning[rowIndex] !== true) continue
    const at = placed.length
    const isFree = (column: number) => (freeFrom[column] ?? 0) <= at
    const line: PlacedCell[] = []
    let column = 0
    for (const cell of row.content ?? []) {
      while (!isFree(column)) column++
      const wanted = spanOf(cell, 'colspan')
      let colspan = 1
      while (colspan < wanted && isFree(column + colspan)) colspan++
      const crossed = beginning.slice(rowIndex, rowIndex + spanOf(cell, 'rowspan'))
      const rowspan = crossed.filter(Boolean).length
      for (let c = column; c < column + colspan; c++) freeFrom[c] = at + rowspan
      line.push({ cell, column, colspan, rowspan })
      column += colspan
    }
    placed.push(line)
  }
  return placed
}

/** A head needs a body below it, and no cell may reach from one into the other. */
function countHeadRows(placed: readonly PlacedRow[]): number {
  const isHead = (row: PlacedRow | undefined) =>
    row !== undefined && row.every(({ cell }) => cell.type === 'tableHeader')
  let count = 0
  while (isHead(placed[count])) count++
  if (count === placed.length) return 0
  const reaches = placed
    .slice(0, count)
    .some((row, rowIndex) => row.some((cell) => rowIndex + cell.rowspan > count))
  return reaches ? 0 : count
}

function spanOf(cell: NodeJson, name: 'colspan' | 'rowspan'): number {
  const span = cell.attrs?.[name]
  return typeof span === 'number' && Number.isSafeInteger(span) && span >= 1 ? span : 1
}
