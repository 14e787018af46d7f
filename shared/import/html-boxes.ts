// Elements that hold other blocks: lists, items, tables, cells, figures. Each answers the context of what is inside it and
// what to do when it closes.
import type { NodeJson } from '../article/article.ts'
import {
  type Container,
  MAX_LIST_DEPTH,
  accepts,
  createContainer,
  createItem,
  isList,
} from './block-builder.ts'
import type { Dropped } from './dropped.ts'
import type { FlatLists } from './flat-lists.ts'
import type { Context } from './html-context.ts'
import { type HtmlElement, attributeOf, classesOf } from './html-tree.ts'
import { tableRows } from './table-grid.ts'

export interface Step {
  readonly context: Context
  readonly leave: (() => void) | null
}

/** What the walker lends to those who open boxes. */
export interface Walk {
  readonly dropped: Dropped
  readonly flat: FlatLists
  /** Figures opened and the pictures found in each. */
  readonly pictures: Map<Container, FigureDraft>
  flush(): void
  put(container: Container, node: NodeJson): void
}
export interface FigureDraft {
  readonly nodes: NodeJson[]
  /** A picture was there but could not be brought along: its words keep a place for it. The alt text, or null. */
  unreachable: string | null
}

export function enterList(walk: Walk, element: HtmlElement, context: Context): Step {
  const kind = element.tagName === 'ol' ? 'orderedList' : 'bulletList'
  const { container } = context
  const asBlock: Step = { context, leave: walk.flush }
  if (flatLevelOfList(element) !== null) return asBlock // its items say their own level
  const parent = listParent(container)
  if (parent === null || !accepts(parent, kind) || parent.listDepth >= MAX_LIST_DEPTH) return asBlock
  const start = wholeNumber(attributeOf(element, 'start')) ?? 1
  const list = createContainer(kind, parent, kind === 'orderedList' ? start : 1)
  return { context: { ...context, role: 'paragraph', container: list }, leave: walk.flush }
}

/** A list directly in a list, or alone in an item, belongs to the item before; with none before, its items join the outer list. */
function listParent(container: Container): Container | null {
  if (isList(container)) return container.lastItem
  if (container.kind === 'listItem' && container.content === null && container.itemBefore !== null)
    return container.itemBefore
  return container
}

export function enterItem(walk: Walk, element: HtmlElement, context: Context): Step {
  const { container } = context
  const inItem = (item: Container): Step => ({
    context: { ...context, role: 'paragraph', container: item },
    leave: walk.flush,
  })
  const level = flatLevelOfItem(element)
  if (
    level !== null &&
    !isList(container) &&
    container.kind !== 'listItem' &&
    accepts(container, 'bulletList')
  ) {
    const parent = element.parentNode !== null && 'tagName' in element.parentNode ? element.parentNode : null
    const isOrdered = parent?.tagName === 'ol'
    const start = isOrdered && isFirstItem(element) ? wholeNumber(attributeOf(parent, 'start')) : null
    const listId = attributeOf(element, 'data-listid') ?? (parent === null ? '' : flatListId(parent))
    return inItem(
      walk.flat.item(container, {
        level,
        listId,
        kind: isOrdered ? 'orderedList' : 'bulletList',
        numbers: start === null ? [] : [start],
      }),
    )
  }
  const list = nearestList(container)
  if (list === null) {
    if (!accepts(container, 'bulletList')) return { context, leave: walk.flush }
    return inItem(walk.flat.item(container, { level: 1, listId: 'loose', kind: 'bulletList', numbers: [] }))
  }
  const value = list.kind === 'orderedList' ? wholeNumber(attributeOf(element, 'value')) : null
  if (value !== null && value !== list.nextNumber) {
    list.content = null // another number: another list
    list.nextNumber = value
    list.lastItem = null
  }
  return inItem(createItem(list))
}

/** The list an `li` belongs to: the one it is in, or the one of the item it was wrongly put into. */
function nearestList(container: Container): Container | null {
  if (isList(container)) return container
  return container.kind === 'listItem' ? container.parent : null
}

const isFirstItem = (element: HtmlElement): boolean =>
  element.parentNode?.childNodes.find((node) => 'tagName' in node) === element

/** Exported Google Docs: a class says list and level, and nested lists stand side by side. */
function flatLevelOfList(element: HtmlElement): number | null {
  for (const name of classesOf(element)) {
    const level = /^lst-kix_\w+-(\d)$/.exec(name)?.[1]
    if (level !== undefined) return Number(level) + 1
  }
  for (const child of element.childNodes)
    if ('tagName' in child) return child.tagName === 'li' ? ownLevel(child) : null
  return null
}

const flatListId = (list: HtmlElement): string =>
  classesOf(list).find((name) => name.startsWith('lst-kix_')) ?? ''

/** Word Online: every item says its level, every change of level begins a new list beside the last. */
function ownLevel(item: HtmlElement): number | null {
  const level = wholeNumber(attributeOf(item, 'data-aria-level'))
  return level !== null && level >= 1 && level <= 9 ? level : null
}

function flatLevelOfItem(element: HtmlElement): number | null {
  const own = ownLevel(element)
  if (own !== null) return own
  const parent = element.parentNode
  return parent !== null && 'tagName' in parent ? flatLevelOfList(parent) : null
}

export function wholeNumber(text: string | null): number | null {
  if (text === null || !/^\s*-?\d{1,9}\s*$/.test(text)) return null
  return Number(text)
}

/** A data table. With `layout` its cells are only blocks, one after the other. */
export function enterTable(walk: Walk, isLayout: boolean, context: Context): Step {
  walk.flush()
  if (isLayout) return { context: { ...context, table: null }, leave: walk.flush }
  const table = createContainer('table', context.container)
  return {
    context: { ...context, role: 'paragraph', container: table, table },
    leave: () => {
      walk.flush()
      closeTable(walk, table, context.container)
    },
  }
}

function closeTable(walk: Walk, table: Container, home: Container): void {
  const hasText = table.rows.some((row) => row.some((cell) => cell.content.length > 0))
  const rows = hasText ? tableRows(table.rows) : []
  const caption: NodeJson[] =
    table.caption.length > 0 ? [{ type: 'tableCaption', content: table.caption }] : []
  if (rows === null || rows.length === 0) {
    // Too large to be a table, or nothing in it: what text there is stays as paragraphs.
    if (caption.length > 0) walk.put(home, { type: 'paragraph', content: table.caption })
    for (const row of table.rows)
      for (const cell of row) for (const node of cell.content) walk.put(home, node)
  } else walk.put(home, { type: 'tableBlock', content: [...caption, { type: 'table', content: rows }] })
  for (const node of table.after) walk.put(home, node)
}

export function enterCell(walk: Walk, element: HtmlElement, context: Context): Step {
  const { table } = context
  if (table === null) return { context, leave: walk.flush }
  const cell = createContainer('cell', table)
  if (table.rows.length === 0) table.rows.push([])
  const row = table.rows[table.rows.length - 1]
  const isHeader = element.tagName === 'th' || inHead(element)
  return {
    context: { ...context, role: 'paragraph', container: cell },
    leave: () => {
      walk.flush()
      row?.push({
        isHeader,
        colspan: wholeNumber(attributeOf(element, 'colspan')) ?? 1,
        rowspan: wholeNumber(attributeOf(element, 'rowspan')) ?? 1,
        content: cell.content ?? [],
      })
    },
  }
}

function inHead(cell: HtmlElement): boolean {
  const section =
    cell.parentNode === null || !('tagName' in cell.parentNode) ? null : cell.parentNode.parentNode
  return section !== null && 'tagName' in section && section.tagName === 'thead'
}

export function enterFigure(walk: Walk, context: Context, stored: NodeJson | null): Step {
  walk.flush()
  const figure = createContainer('figure', context.container)
  const draft: FigureDraft = { nodes: stored === null ? [] : [stored], unreachable: null }
  walk.pictures.set(figure, draft)
  return {
    context: { ...context, role: 'caption', container: figure, marks: { ...context.marks, href: null } },
    leave: () => {
      walk.flush()
      walk.pictures.delete(figure)
      closeFigure(walk, figure, draft, context.container)
    },
  }
}

function closeFigure(walk: Walk, figure: Container, draft: FigureDraft, home: Container): void {
  const hasWords = figure.caption.length + figure.credit.length > 0
  const nodes = [...draft.nodes]
  if (nodes.length === 0 && draft.unreachable !== null && (hasWords || draft.unreachable !== ''))
    nodes.push({ type: 'figure', ...(draft.unreachable === '' ? {} : { attrs: { alt: draft.unreachable } }) })
  if (nodes.length === 0) {
    // Nothing pictured: the words stay, as words.
    for (const content of [figure.caption, figure.credit])
      if (content.length > 0) walk.put(home, { type: 'paragraph', content })
  }
  nodes.forEach((node, index) => {
    const isLast = index === nodes.length - 1
    const content: NodeJson[] = []
    if (isLast && figure.caption.length > 0) content.push({ type: 'caption', content: figure.caption })
    if (isLast && figure.credit.length > 0) content.push({ type: 'credit', content: figure.credit })
    // Filled in place, so that the node stays the one whose picture is known.
    if (content.length > 0) Object.assign(node, { content })
    walk.put(home, node)
  })
  for (const node of figure.after) walk.put(home, node)
}
