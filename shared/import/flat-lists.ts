// Lists that arrive as a row of items with levels instead of lists within lists: Word, Word Online, exported Google Docs.
import { type Container, MAX_LIST_DEPTH, createContainer, createItem } from './block-builder.ts'

export interface FlatItem {
  readonly level: number
  /** Points from the margin to its text, where the source says. */
  readonly indent?: number
  readonly listId: string
  readonly kind: 'bulletList' | 'orderedList'
  /** What its number may be; empty when nothing says. */
  readonly numbers: readonly number[]
}

export interface FlatLists {
  /** The container for an item's blocks, nested under the items before it. */
  item(base: Container, item: FlatItem): Container
  /** The last item whose text stands at this indent, for a further paragraph of it. */
  openItem(indent: number): Container | null
  /** Whether this container belongs to the running list. */
  holds(container: Container): boolean
  /** Something else came: the next item begins a new list. */
  end(): void
}

/** Points by which a paragraph may stand off its item's text and still belong to it. */
const INDENT_SLACK = 12

interface OpenLevel {
  readonly level: number
  readonly indent: number
  readonly listId: string
  readonly list: Container
  readonly item: Container
}

export function createFlatLists(): FlatLists {
  let open: OpenLevel[] = []
  let home: Container | null = null
  return {
    item: (base, next) => {
      if (home !== base) open = []
      home = base
      while ((open[open.length - 1]?.level ?? 0) > next.level) open.pop()
      const top = open[open.length - 1]
      const isSameLevel = top?.level === next.level
      if (isSameLevel) open.pop()
      const continues =
        isSameLevel && top.list.kind === next.kind && (next.kind === 'bulletList' || goesOn(top, next))
      const parent = open[open.length - 1]?.item ?? base
      const isTooDeep = parent.listDepth >= MAX_LIST_DEPTH
      const list =
        continues || (isTooDeep && top !== undefined)
          ? top.list
          : createContainer(next.kind, parent, next.numbers[0] ?? 1)
      const item = createItem(list)
      open.push({ level: next.level, indent: next.indent ?? 0, listId: next.listId, list, item })
      return item
    },
    openItem: (indent) => {
      const depth = open.findLastIndex((level) => Math.abs(level.indent - indent) <= INDENT_SLACK)
      if (depth < 0) return null
      open.length = depth + 1
      return open[depth]?.item ?? null
    },
    holds: (container) => open.some((level) => level.item === container),
    end: () => {
      open = []
    },
  }
}

/** Whether a numbered item carries the list on rather than starting another. */
function goesOn(top: OpenLevel, next: FlatItem): boolean {
  return next.numbers.length === 0 ? top.listId === next.listId : next.numbers.includes(top.list.nextNumber)
}
