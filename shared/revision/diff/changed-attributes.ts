// What differs between the shells of two blocks, as changes a reader can name.
import type { NodeJson } from '../../article/article.ts'
import { kindName } from './block-names.ts'
import type { DiffContext } from './change-list.ts'
import type { ChangedAttribute, ChangeId, MergedBlock } from './revision-diff.ts'

const NAMES: Readonly<Record<string, ChangedAttribute>> = {
  level: 'heading-level',
  start: 'list-start',
  alt: 'alt',
  decorative: 'decorative',
  assetId: 'picture',
  width: 'picture', // of the file
  height: 'picture',
  colspan: 'cell-span',
  rowspan: 'cell-span',
  colwidth: 'cell-span',
}

/** Adds one change for each attribute that differs; those that always change together are one. */
export function changedAttributes(
  before: NodeJson,
  after: NodeJson,
  context: DiffContext,
): MergedBlock['attributes'] {
  const add = (attribute: ChangedAttribute, old: string, now: string): ChangeId =>
    context.list.add({
      kind: 'attribute',
      attribute,
      place: context.place,
      before: old,
      after: now,
      words: '',
    })
  if (before.type !== after.type) {
    const attribute = before.type.startsWith('table') ? 'cell-kind' : 'block-kind'
    return [{ name: 'type', changeId: add(attribute, shellName(before), shellName(after)) }]
  }
  const changes = new Map<ChangedAttribute, ChangeId>()
  const differing: { name: string; changeId: ChangeId }[] = []
  const names = [...new Set([...Object.keys(before.attrs ?? {}), ...Object.keys(after.attrs ?? {})])].sort()
  for (const name of names) {
    const [old, now] = [before.attrs?.[name], after.attrs?.[name]]
    if (name === 'blockId' || JSON.stringify(old) === JSON.stringify(now)) continue
    const attribute = NAMES[name] ?? 'other'
    const changeId = changes.get(attribute) ?? add(attribute, wordsOf(old), wordsOf(now))
    changes.set(attribute, changeId)
    differing.push({ name, changeId })
  }
  return differing
}

const wordsOf = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '')

/** Names kinds apart that share a noun. */
function shellName(node: NodeJson): string {
  if (node.type === 'bulletList') return 'bulleted list'
  if (node.type === 'orderedList') return 'numbered list'
  if (node.type === 'tableHeader') return 'header cell'
  if (node.type === 'tableCell') return 'cell'
  return kindName(node)
}
