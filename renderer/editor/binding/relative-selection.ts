// Selections that survive what others do: ends are kept as Yjs relative positions and resolved again afterwards.
import type { Selection, Transaction } from '@tiptap/pm/state'
import { AllSelection, NodeSelection, TextSelection } from '@tiptap/pm/state'
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap'
import type * as Y from 'yjs'
import type { NodeMapping } from './element-to-node.ts'

export type RelativeSelection =
  | { readonly kind: 'all' }
  | { readonly kind: 'text'; readonly anchor: Y.RelativePosition; readonly head: Y.RelativePosition }
  | { readonly kind: 'node'; readonly at: Y.RelativePosition }

/** Null for kinds of selection that only ProseMirror itself can map (gap cursor, table cells). */
export function toRelativeSelection(
  selection: Selection,
  fragment: Y.XmlFragment,
  mapping: NodeMapping,
): RelativeSelection | null {
  const relative = (position: number): Y.RelativePosition =>
    absolutePositionToRelativePosition(position, fragment, mapping) as Y.RelativePosition
  if (selection instanceof AllSelection) return { kind: 'all' }
  if (selection instanceof NodeSelection) return { kind: 'node', at: relative(selection.from) }
  if (!(selection instanceof TextSelection)) return null
  const anchor = relative(selection.anchor)
  return { kind: 'text', anchor, head: selection.empty ? anchor : relative(selection.head) }
}

/** Selects again what was selected. What cannot be found any more leaves the mapped selection as it is. */
export function restoreSelection(
  tr: Transaction,
  relative: RelativeSelection | null,
  fragment: Y.XmlFragment,
  mapping: NodeMapping,
): Transaction {
  if (relative === null || fragment.doc === null) return tr
  const doc = fragment.doc
  const absolute = (position: Y.RelativePosition, fallback: number): number => {
    const found = relativePositionToAbsolutePosition(doc, fragment, position, mapping)
    return Math.min(found ?? fallback, tr.doc.content.size)
  }
  switch (relative.kind) {
    case 'all':
      return tr.setSelection(new AllSelection(tr.doc))
    case 'node': {
      const at = absolute(relative.at, tr.selection.from)
      const node = tr.doc.nodeAt(at)
      return node !== null && NodeSelection.isSelectable(node)
        ? tr.setSelection(NodeSelection.create(tr.doc, at))
        : tr
    }
    case 'text': {
      const $anchor = tr.doc.resolve(absolute(relative.anchor, tr.selection.anchor))
      const $head = tr.doc.resolve(absolute(relative.head, tr.selection.head))
      return tr.setSelection(TextSelection.between($anchor, $head))
    }
  }
}
