// Builds blocks of the grammar from a stream of openings, texts and closings. Whatever arrives where the grammar has no place
// for it is adapted (a crosshead in a list becomes a bold paragraph) or set beside (a table in a list parts the list), never lost.
import type { NodeJson } from '../article/article.ts'
import type { ImportedCell } from './table-grid.ts'

export type ContainerKind =
  | 'root'
  | 'stash'
  | 'blockQuote'
  | 'pullQuote'
  | 'factBox'
  | 'bulletList'
  | 'orderedList'
  | 'listItem'
  | 'table'
  | 'cell'
  | 'figure'

export interface Container {
  readonly kind: ContainerKind
  readonly parent: Container | null
  /** Null until something is put in, and again after a block had to be set beside it. */
  content: NodeJson[] | null
  /** Lists: number of the next item. */
  nextNumber: number
  lastItem: Container | null
  itemBefore: Container | null
  /** A list item that was parted: what follows goes on after the list. */
  isSpent: boolean
  readonly listDepth: number
  /** Tables: rows of cells, caption; figures: caption and credit. */
  readonly rows: ImportedCell[][]
  readonly caption: NodeJson[]
  readonly credit: NodeJson[]
  /** Blocks that a table or figure cannot hold: put after it. */
  readonly after: NodeJson[]
}

/** Lists within lists. Two levels of nodes each, so that even inside a table an article stays under MAX_BLOCK_DEPTH. */
export const MAX_LIST_DEPTH = 40

const ANYWHERE = [
  'paragraph',
  'heading',
  'blockQuote',
  'pullQuote',
  'bulletList',
  'orderedList',
  'figure',
  'tableBlock',
  'horizontalRule',
  'factBox',
] as const

const PLACES: Readonly<Record<ContainerKind, ReadonlySet<string>>> = {
  root: new Set([...ANYWHERE, 'stash']),
  stash: new Set(ANYWHERE),
  blockQuote: new Set(['paragraph', 'bulletList', 'orderedList', 'quoteSource']),
  pullQuote: new Set(['paragraph', 'quoteSource']),
  factBox: new Set(['factTitle', 'paragraph', 'heading', 'bulletList', 'orderedList']),
  bulletList: new Set(['listItem']),
  orderedList: new Set(['listItem']),
  listItem: new Set(['paragraph', 'bulletList', 'orderedList']),
  table: new Set(), // tables and figures keep what they are given aside until they close
  cell: new Set(['paragraph', 'bulletList', 'orderedList']),
  figure: new Set(),
}

export const isList = (container: Container): boolean =>
  container.kind === 'bulletList' || container.kind === 'orderedList'
export const accepts = (container: Container, type: string): boolean => PLACES[container.kind].has(type)

export function createContainer(kind: ContainerKind, parent: Container | null, start = 1): Container {
  const isListKind = kind === 'bulletList' || kind === 'orderedList'
  return {
    kind,
    parent,
    content: kind === 'root' || kind === 'cell' ? [] : null,
    nextNumber: start,
    lastItem: null,
    itemBefore: null,
    isSpent: false,
    listDepth: (parent?.listDepth ?? 0) + (isListKind ? 1 : 0),
    rows: [],
    caption: [],
    credit: [],
    after: [],
  }
}

/** A new item of a list; remembered as its last. */
export function createItem(list: Container): Container {
  const item: Container = { ...createContainer('listItem', list), itemBefore: list.lastItem }
  list.lastItem = item
  return item
}

/** Puts a block into a container, or where it may stand nearest to it. */
export function place(container: Container, node: NodeJson): void {
  const home = container.isSpent ? homeOfSpent(container) : container
  if (accepts(home, node.type)) {
    contentOf(home).push(node)
    return
  }
  if (isList(home)) {
    if (node.type === 'paragraph' || node.type === 'heading') place(createItem(home), node)
    else setBeside(home, node)
    return
  }
  if (home.kind === 'table' || home.kind === 'figure') {
    placeInBox(home, node)
    return
  }
  const adapted = adapt(home, node)
  if (adapted === 'beside') setBeside(home, node)
  else if (adapted !== null) contentOf(home).push(adapted)
}

/** Where text goes after an item was parted: past its list. */
function homeOfSpent(item: Container): Container {
  let at: Container = item
  while (at.parent !== null && (at.isSpent || isList(at))) at = at.parent
  return at
}

/** Materialises a container in its parent on first use, so that nothing empty is ever built. */
function contentOf(container: Container): NodeJson[] {
  if (container.content !== null) return container.content
  const content: NodeJson[] = []
  container.content = content
  // Chain of containers not yet built: bounded by MAX_LIST_DEPTH, quotes and boxes do not nest.
  if (container.parent === null) return content
  if (container.kind === 'listItem') {
    contentOf(container.parent).push({ type: 'listItem', content })
    container.parent.nextNumber++
  } else {
    const start = container.kind === 'orderedList' ? container.nextNumber : 1
    place(container.parent, { type: container.kind, ...(start !== 1 ? { attrs: { start } } : {}), content })
  }
  return content
}

function placeInBox(box: Container, node: NodeJson): void {
  const inline = node.content ?? []
  if (box.kind === 'table' && (isTextblock(node) || node.type === 'tableCaption'))
    joinInto(box.caption, inline)
  else if (box.kind === 'figure' && isTextblock(node))
    joinInto(node.type === 'credit' ? box.credit : box.caption, inline)
  else box.after.push(node)
}

/** Lines that end up in one caption are kept apart by a break. */
export function joinInto(target: NodeJson[], inline: readonly NodeJson[]): void {
  if (inline.length === 0) return
  if (target.length > 0) target.push({ type: 'hardBreak' })
  for (const node of inline) target.push(node)
}

const isTextblock = (node: NodeJson): boolean =>
  ['paragraph', 'heading', 'quoteSource', 'caption', 'credit', 'factTitle', 'tableCaption'].includes(
    node.type,
  )

/** The same block in a form that this container takes; 'beside' when it has to stand outside; null when nothing of it is text. */
function adapt(home: Container, node: NodeJson): NodeJson | 'beside' | null {
  if (node.type === 'horizontalRule') return null
  if (node.type === 'heading' || node.type === 'factTitle') {
    const canHold = accepts(home, 'heading') && node.type === 'factTitle'
    return canHold
      ? { type: 'heading', attrs: { level: 3 }, content: node.content ?? [] }
      : { type: 'paragraph', content: embolden(node.content ?? []) }
  }
  if (isTextblock(node)) return { type: 'paragraph', content: node.content ?? [] }
  return 'beside'
}

export function embolden(inline: readonly NodeJson[]): NodeJson[] {
  return inline.map((node) => {
    const marks = node.marks ?? []
    if (node.type !== 'text' || marks.some((mark) => mark.type === 'strong' || mark.type === 'code'))
      return node
    const before = marks.filter((mark) => mark.type === 'link' || mark.type === 'languageRun')
    const behind = marks.filter((mark) => mark.type !== 'link' && mark.type !== 'languageRun')
    return { type: 'text', marks: [...before, { type: 'strong' }, ...behind], text: node.text ?? '' }
  })
}

/** Parts every container up to one that takes the block, puts it there, and lets each go on anew behind it. */
function setBeside(container: Container, node: NodeJson): void {
  const parted: Container[] = []
  let at: Container | null = container
  while (at !== null && !accepts(at, node.type)) {
    if (at.kind === 'cell' || at.kind === 'figure' || at.kind === 'table') {
      boxOf(at).after.push(node)
      return
    }
    parted.push(at)
    at = at.parent
  }
  if (at === null) return
  for (const part of parted) {
    part.content = null
    part.lastItem = null
    if (part.kind === 'listItem') part.isSpent = true
  }
  place(at, node)
}

function boxOf(container: Container): Container {
  return container.kind === 'cell' && container.parent !== null ? container.parent : container
}
