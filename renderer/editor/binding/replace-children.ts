// The smallest steps that turn the shown blocks into the stored ones. Whole-document replacement, as the stock binding does
// it, throws away every position, decoration and cached block; this keeps all that did not change.
import { Fragment, type Node, Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import { ReplaceStep } from '@tiptap/pm/transform'

/** Children `from..toOld` of one list stand where `from..toNew` stand in the other; outside of that both are equal. */
export interface ChildWindow {
  readonly from: number
  readonly toOld: number
  readonly toNew: number
}

/** Compares by identity, as ProseMirror shares unchanged nodes: some microseconds for thousands of blocks. */
export function changedChildren(
  before: readonly Node[],
  after: readonly Node[],
  isSame: (a: Node, b: Node) => boolean = (a, b) => a === b,
): ChildWindow {
  let from = 0
  let toOld = before.length
  let toNew = after.length
  while (from < toOld && from < toNew && isSame(before[from] as Node, after[from] as Node)) from += 1
  while (toOld > from && toNew > from && isSame(before[toOld - 1] as Node, after[toNew - 1] as Node)) {
    toOld -= 1
    toNew -= 1
  }
  return { from, toOld, toNew }
}

/** Adds steps to `tr` that make `parent`, whose content begins at `start`, hold `children`. */
export function replaceChildren(
  tr: Transaction,
  parent: Node,
  start: number,
  children: readonly Node[],
): Transaction {
  const { from, toOld, toNew } = changedChildren(
    parent.content.content,
    children,
    (a, b) => a === b || a.eq(b),
  )
  if (from === toOld && from === toNew) return tr
  let at = start
  for (let index = 0; index < from; index += 1) at += parent.child(index).nodeSize
  const before = parent.child(Math.min(from, parent.childCount - 1))
  const after = children[from]
  if (toOld - from === 1 && toNew - from === 1 && after?.sameMarkup(before) && !before.isLeaf) {
    return before.inlineContent
      ? replaceInline(tr, before, after, at + 1)
      : replaceChildren(tr, before, at + 1, after.content.content)
  }
  let end = at
  for (let index = from; index < toOld; index += 1) end += parent.child(index).nodeSize
  return replaceExactly(tr, at, end, Fragment.fromArray(children.slice(from, toNew)))
}

function replaceInline(tr: Transaction, before: Node, after: Node, start: number): Transaction {
  const from = before.content.findDiffStart(after.content)
  const ends = before.content.findDiffEnd(after.content)
  if (from === null || ends === null) return tr
  // Where the two ends overlap ("aa" -> "aaa") both are moved to the right by as much.
  const overlap = Math.max(0, from - Math.min(ends.a, ends.b))
  return replaceExactly(tr, start + from, start + ends.a + overlap, after.content.cut(from, ends.b + overlap))
}

/** Both ends lie in the same parent, so nothing has to be fitted. */
function replaceExactly(tr: Transaction, from: number, to: number, content: Fragment): Transaction {
  return tr.step(new ReplaceStep(from, to, content.size > 0 ? new Slice(content, 0, 0) : Slice.empty))
}
