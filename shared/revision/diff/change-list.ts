// Collects the changes of one diff in reading order and gives each its id.
import type { NodeJson } from '../../article/article.ts'
import { inlineText } from '../../article/plain-text.ts'
import type { Change, ChangeGroup, ChangeId, ChangePlace } from './revision-diff.ts'
import { weigh } from './weigh-change.ts'
import { type CodeBook, createCodeBook } from './word-codes.ts'

/** A change before it has an id, and what follows from its texts. */
type Draft<C> = C extends Change ? Omit<C, 'id' | 'group' | 'weight'> & { weight?: never } : never
export type ChangeDraft = Draft<Change>

export interface ChangeList {
  readonly book: CodeBook
  add(change: ChangeDraft): ChangeId
  all(): readonly Change[]
}

/** Where the walk is: all that a change needs to say where it stands. */
export interface DiffContext {
  readonly list: ChangeList
  readonly place: ChangePlace
  /** Inside a table cell all changes of text are one change, made with the first of them. */
  readonly cell: { changeId: ChangeId | null; readonly before: string; readonly after: string } | null
}

/** Only text can say little: a field, a link or a place is what it is. */
const TEXT_KINDS: ReadonlySet<string> = new Set(['inserted', 'deleted', 'replaced', 'table-cell'])

export function createChangeList(): ChangeList {
  const changes: Change[] = []
  return {
    book: createCodeBook(),
    add(draft) {
      const id = `c${changes.length + 1}`
      const weight = TEXT_KINDS.has(draft.kind) ? weigh(draft.before, draft.after) : 'words'
      changes.push({ ...draft, id, weight, group: groupOf(draft, weight === 'words') } as Change)
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

/** A change of text at the place of the context: of its own, or the cell's. */
export function addTextChange(
  { list, place, cell }: DiffContext,
  before: string,
  after: string,
  links: { readonly before: readonly string[]; readonly after: readonly string[] },
): ChangeId {
  if (cell !== null) {
    cell.changeId ??= list.add({ kind: 'table-cell', place, before: cell.before, after: cell.after })
    return cell.changeId
  }
  const kind = before === '' ? 'inserted' : after === '' ? 'deleted' : 'replaced'
  return list.add({ kind, scope: 'text', place, before, after, links })
}

/** A whole block that came or went. */
export function addBlockChange(
  { list, cell }: DiffContext,
  place: ChangePlace,
  kind: 'inserted' | 'deleted',
  node: NodeJson,
): ChangeId {
  if (cell !== null) {
    cell.changeId ??= list.add({ kind: 'table-cell', place, before: cell.before, after: cell.after })
    return cell.changeId
  }
  const text = blockText(node)
  const isInserted = kind === 'inserted'
  const links = linksIn([node])
  return list.add({
    kind,
    scope: 'block',
    place,
    before: isInserted ? '' : text,
    after: isInserted ? text : '',
    links: { before: isInserted ? [] : links, after: isInserted ? links : [] },
  })
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
