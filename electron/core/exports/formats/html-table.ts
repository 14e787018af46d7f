// A table with its caption, scopes and sound spans, in a box of its own that scrolls where the page is narrow.
import type { NodeJson } from '#shared/article/article.ts'
import { escapeAttribute } from './html-escape.ts'
import { inlineHtml } from './html-inline.ts'
import { childrenOf, hasContent } from './story.ts'
import { type GridCell, tableGrid } from './table-grid.ts'

export interface TableContext {
  /** 1, 2, 3 ... for ids on the page. */
  nextTable(): number
  /** What a table without a caption is called, before its number. */
  readonly label: string
  /** Blocks inside a cell to markup. */
  flow(blocks: readonly NodeJson[]): string
}

export function tableHtml(block: NodeJson, context: TableContext): string {
  const caption = childrenOf(block, 'tableCaption')
    .filter(hasContent)
    .map((line) => inlineHtml(line.content ?? []))
    .join(' ')
  const tables = childrenOf(block, 'table').filter(hasContent)
  // A caption whose table is gone is still the writer's text.
  if (tables.length === 0) return `<p>${caption}</p>\n`
  return tables.map((table, index) => oneTable(table, index === 0 ? caption : '', context)).join('')
}

function oneTable(table: NodeJson, caption: string, context: TableContext): string {
  const { head, body } = tableGrid(childrenOf(table, 'tableRow'))
  const number = context.nextTable()
  const id = `table-${number}`
  const name =
    caption === '' ? ` aria-label="${escapeAttribute(context.label)} ${number}"` : ` aria-labelledby="${id}"`
  const captionHtml = caption === '' ? '' : `<caption id="${id}">${caption}</caption>\n`
  const thead = head.length === 0 ? '' : `<thead>\n${rowsHtml(head, 'col', context)}</thead>\n`
  const tbody = `<tbody>\n${rowsHtml(body, 'row', context)}</tbody>\n`
  return `<div class="table" role="group"${name} tabindex="0">\n<table>\n${captionHtml}${thead}${tbody}</table>\n</div>\n`
}

function rowsHtml(
  rows: readonly (readonly GridCell[])[],
  group: 'col' | 'row',
  context: TableContext,
): string {
  let html = ''
  for (const row of rows) {
    // A row of headers inside the body heads the columns below it.
    const isHeaderRow = row.length > 1 && row.every((cell) => cell.isHeader)
    const scope = group === 'col' || isHeaderRow ? 'col' : 'row'
    html += `<tr>${row.map((cell) => cellHtml(cell, scope, context)).join('')}</tr>\n`
  }
  return html
}

/** An empty header cell heads nothing and is a plain one, so that nobody is told of a header without words. */
function cellHtml(cell: GridCell, scope: 'col' | 'row', context: TableContext): string {
  const content = cell.cell === null ? '' : context.flow(cell.cell.content ?? [])
  const spans =
    (cell.colspan === 1 ? '' : ` colspan="${cell.colspan}"`) +
    (cell.rowspan === 1 ? '' : ` rowspan="${cell.rowspan}"`)
  return cell.isHeader && content !== ''
    ? `<th scope="${scope}"${spans}>${content}</th>`
    : `<td${spans}>${content}</td>`
}
