// Makes a table of cells rectangular: spans are clamped to the table, short rows are filled. Editors of tables rely on it.
import type { NodeJson } from '../article/article.ts'

export interface ImportedCell {
  readonly isHeader: boolean
  readonly colspan: number
  /** 0 reaches to the last row, as in HTML. */
  readonly rowspan: number
  readonly content: readonly NodeJson[]
}

/** Columns of one table; spreadsheets paste up to a few hundred, a page shows far fewer. */
const MAX_COLUMNS = 500
/** Cells of one table, spans counted: beyond it a table is a data set. */
const MAX_CELLS = 200_000
/** Rows a cell may reach; the grammar's own ceiling. */
const MAX_ROWSPAN = 1_000
/** A colspan above this means "the whole width". */
const WIDE_SPAN = 100

/** Rows of the grammar, or null when the table is too large to be one. */
export function tableRows(rows: readonly (readonly ImportedCell[])[]): NodeJson[] | null {
  const filled = rows.filter((row) => row.length > 0)
  const width = widths(filled).reduce((widest, row) => Math.max(widest, row), 0)
  if (width > MAX_COLUMNS || width * filled.length > MAX_CELLS) return null
  const reach = Array.from({ length: width }, () => 0) // rows still covered from above, per column
  return filled.map((row, rowIndex) => {
    const cells: NodeJson[] = []
    let column = 0
    const fill = (until: number): void => {
      for (; column < until; column++) {
        if ((reach[column] ?? 0) > 0) reach[column] = (reach[column] ?? 0) - 1
        else cells.push(cellNode({ isHeader: false, colspan: 1, rowspan: 1, content: [] }, 1, 1))
      }
    }
    for (const cell of row) {
      fill(nextFree(reach, column))
      if (column >= width) break
      const rowsLeft = Math.min(filled.length - rowIndex, MAX_ROWSPAN)
      const rowspan = cell.rowspan === 0 ? rowsLeft : Math.min(Math.max(1, cell.rowspan), rowsLeft)
      let colspan = 0
      const wanted = Math.max(1, cell.colspan)
      while (colspan < wanted && column < width && (reach[column] ?? 0) === 0) {
        reach[column] = rowspan - 1
        colspan++
        column++
      }
      cells.push(cellNode(cell, colspan, rowspan))
    }
    fill(width)
    return { type: 'tableRow', content: cells }
  })
}

/** The first column from here on that no cell above reaches into. */
function nextFree(reach: readonly number[], from: number): number {
  const at = reach.findIndex((rows, column) => column >= from && rows === 0)
  return at < 0 ? reach.length : at
}

/** Columns that each row needs, cells reaching down from above included. */
function widths(rows: readonly (readonly ImportedCell[])[]): number[] {
  let reaching: { columns: number; rows: number }[] = []
  return rows.map((row, index) => {
    const above = reaching.reduce((sum, span) => sum + span.columns, 0)
    const own = row.reduce((sum, cell) => sum + (cell.colspan > WIDE_SPAN ? 1 : Math.max(1, cell.colspan)), 0)
    reaching = reaching.map((span) => ({ ...span, rows: span.rows - 1 })).filter((span) => span.rows > 0)
    for (const cell of row) {
      const down = cell.rowspan === 0 ? rows.length - index : cell.rowspan
      if (down > 1)
        reaching.push({ columns: cell.colspan > WIDE_SPAN ? 1 : Math.max(1, cell.colspan), rows: down - 1 })
    }
    if (reaching.length > MAX_COLUMNS) reaching = reaching.slice(0, MAX_COLUMNS)
    return above + own
  })
}

function cellNode(cell: ImportedCell, colspan: number, rowspan: number): NodeJson {
  const attrs = { ...(colspan > 1 ? { colspan } : {}), ...(rowspan > 1 ? { rowspan } : {}) }
  return {
    type: cell.isHeader ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    content: cell.content.length > 0 ? cell.content : [{ type: 'paragraph' }],
  }
}
