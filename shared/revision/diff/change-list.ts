// Collects the changes of one diff in reading order and gives each its id.
import type { NodeJson } from '../../article/article.ts'
import { inlineText } from '../../article/plain-text.ts'
import type { Change, ChangeGroup, ChangeId, ChangePlace, Weight } from './revision-diff.ts'
import { isTextBlock } from './inline-text.ts'
import { type Neighbours, weigh } from './weigh-change.ts'
import { type CodeBook, createCodeBook } from './word-codes.ts'

/** A change before it has an id, and what follows from its texts. */
type Draft<C> = C extends Change ? Omit<C, 'id' | 'group' | 'weight'> : never
export type ChangeDraft = Draft<Change>

export interface ChangeList {
  readonly book: CodeBook
  /** Only text can say little: a picture, a link or a move is what it is. */
  add(change: ChangeDraft, weight?: Weight): ChangeId
  all(): readonly Change[]
}

/** Where the walk is: all that a change needs to say where it stands. */
export interface DiffContext {
  readonly list: ChangeList
  readonly place: ChangePlace
  /** Inside a table cell all changes of text are one change, made with the first of them. */
  readonly cell: { changeId: ChangeId | null; readonly before: string; readonly after: string } | null
}

/** Outside of all blocks. */
export const NOWHERE: ChangePlace = { name: '', beforeIndex: null, afterIndex: null, blockId: null }

export function createChangeList(): ChangeList {
  const changes: Change[] = []
  return {
    book: createCodeBook(),
    add(draft, weight = 'words') {
      const id = `c${changes.length + 1}`
      changes.push({ id, ...draft, weight, group: groupOf(draft, weight === 'words') })
      return id
    },
    all: () => changes,
  }
}

function groupOf({ kind }: ChangeDraft, isWords: boolean): ChangeGroup {
  switch (kind) {
    case 'inserted':
    case 'deleted':
    case 'replaced':
    case 'table-cell':
      return isWords ? 'text' : 'punctuation'
    case 'moved':
    case 'split':
    case 'joined':
    case 'reshaped':
    case 'table-row':
    case 'table-column':
      return 'structure'
    case 'formatting':
    case 'attribute':
    case 'field':
      return kind
  }
}

/** Text that changed inside a block, and what stands around it. */
export interface ChangedText extends Neighbours {
  readonly before: string
  readonly after: string
  readonly links: { readonly before: readonly string[]; readonly after: readonly string[] }
}

/** A change of text at the place of the context: of its own, or the cell's. */
export function addTextChange(
  context: DiffContext,
  { before, after, links, ...around }: ChangedText,
): ChangeId {
  if (context.cell !== null) return cellChange(context, context.cell)
  const kind = before === '' ? 'inserted' : after === '' ? 'deleted' : 'replaced'
  const isLinkedAnew = links.before.join(' ') !== links.after.join(' ')
  const weight = isLinkedAnew ? 'words' : weigh(before, after, around)
  return context.list.add({ kind, scope: 'text', place: context.place, before, after, links }, weight)
}

/** A whole block that came or went. */
export function addBlockChange(
  context: DiffContext,
  place: ChangePlace,
  kind: 'inserted' | 'deleted',
  node: NodeJson,
): ChangeId {
  if (context.cell !== null) return cellChange(context, context.cell)
  const texts = { before: '', after: '', [kind === 'inserted' ? 'after' : 'before']: blockText(node) }
  const links = { before: [], after: [], [kind === 'inserted' ? 'after' : 'before']: linksIn([node]) }
  const weight = isTextBlock(node) ? weigh(texts.before, texts.after) : 'words'
  return context.list.add({ kind, scope: 'block', place, ...texts, links }, weight)
}

function cellChange({ list, place }: DiffContext, cell: NonNullable<DiffContext['cell']>): ChangeId {
  const { before, after } = cell
  cell.changeId ??= list.add({ kind: 'table-cell', place, before, after }, weigh(before, after))
  return cell.changeId
}

/** Text of a block for reading: text blocks inside on lines of their own. */
export function blockText(node: NodeJson): string {
  const children = node.content ?? []
  if (children.length === 0) return typeof node.attrs?.['alt'] === 'string' ? node.attrs['alt'] : ''
  if (children.some((child) => child.text !== undefined || child.type === 'hardBreak'))
    return inlineText(node)
  return children
    .map(blockText)
    .filter((text) => text !== '')
    .join('\n')
}

/** Addresses of links in reading order, each run of one address once. */
export function linksIn(nodes: readonly NodeJson[]): string[] {
  const found: string[] = []
  const visit = (node: NodeJson): void => {
    for (const mark of node.marks ?? []) {
      const href = mark.type === 'link' ? mark.attrs?.['href'] : undefined
      if (typeof href === 'string' && found[found.length - 1] !== href) found.push(href)
    }
    node.content?.forEach(visit)
  }
  nodes.forEach(visit)
  return found
}
