// Writes changed top-level blocks into Yjs. Typing, splitting, joining, inserting and deleting touch only the blocks they are
// about, whatever the length of the story; anything more tangled is left to the library's comparison of all blocks.
import type { MarkType, Node } from '@tiptap/pm/model'
import { updateYFragment } from '@tiptap/y-tiptap'
import * as Y from 'yjs'
import type { NodeMapping } from './element-to-node.ts'
import { changedChildren } from './replace-children.ts'

/** What `updateYFragment` keeps between calls. */
export interface WriteMeta {
  readonly mapping: NodeMapping
  readonly isOMark: Map<MarkType, boolean>
}

export function writeBlocks(fragment: Y.XmlFragment, before: Node, after: Node, meta: WriteMeta): void {
  const { from, toOld, toNew } = changedChildren(before.content.content, after.content.content)
  const olds = elementsAt(fragment, from, toOld)
  const news = after.content.content.slice(from, toNew)
  // One block on either side keeps its Yjs element, so that what others write in it meanwhile stays.
  const kept = olds === null ? null : keptPair(olds, news, before.content.content.slice(from, toOld))
  if (olds === null || kept === null) {
    updateYFragment({ transact: (run: () => void) => run() }, fragment, after, meta)
    return
  }
  if (
    olds.length === 1 &&
    news.length === 1 &&
    writeTyped(olds[0], before.child(from), after.child(from), meta)
  )
    return
  deleteBlocks(fragment, from + kept.old + 1, olds.slice(kept.old + 1), meta)
  const element = olds[kept.old]
  const node = news[kept.new]
  if (element && node) update(element, node, meta)
  deleteBlocks(fragment, from, olds.slice(0, Math.max(0, kept.old)), meta)
  insertBlocks(fragment, from, news.slice(0, Math.max(0, kept.new)), meta)
  insertBlocks(fragment, from + kept.new + 1, news.slice(kept.new + 1), meta)
}

interface Letters {
  readonly at: number
  readonly letters: string
}

/** Letters put into a run of text go into Yjs as they are, uncompared: that is nearly every key. False when it is anything else. */
function writeTyped(element: Y.XmlElement | undefined, before: Node, after: Node, meta: WriteMeta): boolean {
  const text = element?.length === 1 ? element.firstChild : null
  if (!(element && text instanceof Y.XmlText) || !after.sameMarkup(before)) return false
  if (before.childCount !== after.childCount || text.length !== before.content.size) return false
  let at = 0
  let typed: Letters | null = null
  for (let index = 0; index < before.childCount; index += 1) {
    const old = before.child(index)
    const run = after.child(index)
    if (!old.isText || !run.isText) return false
    if (old !== run && !old.eq(run)) {
      const put: Letters | null =
        typed === null && old.sameMarkup(run) ? lettersIn(old.text ?? '', run.text ?? '') : null
      // Before its first letter Yjs would give it the look of the run before.
      if (put === null || put.at === 0) return false
      typed = { at: at + put.at, letters: put.letters }
    }
    at += old.nodeSize
  }
  if (typed === null) return false
  text.insert(typed.at, typed.letters)
  meta.mapping.set(element, after)
  meta.mapping.set(text, [...after.content.content])
  return true
}

/** What was put into a text, and where; null when something went as well. */
function lettersIn(before: string, after: string): Letters | null {
  const more = after.length - before.length
  if (more <= 0) return null
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  // Two characters may begin with the same half: Yjs would break what is put between halves.
  if (at > 0 && isFirstHalf(before.charCodeAt(at - 1))) at -= 1
  return before.slice(at) === after.slice(at + more) ? { at, letters: after.slice(at, at + more) } : null
}

const isFirstHalf = (code: number): boolean => code >= 0xd800 && code < 0xdc00

interface Pair {
  readonly old: number
  readonly new: number
}

const NO_PAIR: Pair = { old: -1, new: -1 }

/** Which old block goes on as which new one; -1 on both sides when all are new or all go; null when it is not that simple. */
function keptPair(
  olds: readonly Y.XmlElement[],
  news: readonly Node[],
  before: readonly Node[],
): Pair | null {
  if (olds.length === 0 || news.length === 0) return NO_PAIR
  if (olds.length > 1 && news.length > 1) return null
  const pairs = olds.flatMap((element, old) =>
    news.flatMap((node, index) => (element.nodeName === node.type.name ? [{ old, new: index }] : [])),
  )
  const hasSameId = (pair: Pair): boolean => {
    const id: unknown = news[pair.new]?.attrs['blockId']
    return typeof id === 'string' && before[pair.old]?.attrs['blockId'] === id
  }
  return pairs.find(hasSameId) ?? pairs[0] ?? NO_PAIR
}

/** The elements of a range, or null when something else lies there. */
function elementsAt(fragment: Y.XmlFragment, from: number, to: number): Y.XmlElement[] | null {
  const elements: Y.XmlElement[] = []
  for (let index = from; index < to; index += 1) {
    const element = fragment.get(index)
    if (!(element instanceof Y.XmlElement)) return null
    elements.push(element)
  }
  return elements
}

function deleteBlocks(
  fragment: Y.XmlFragment,
  at: number,
  gone: readonly Y.XmlElement[],
  meta: WriteMeta,
): void {
  if (gone.length === 0) return
  for (const element of gone) meta.mapping.delete(element)
  fragment.delete(at, gone.length)
}

function insertBlocks(fragment: Y.XmlFragment, at: number, added: readonly Node[], meta: WriteMeta): void {
  if (added.length === 0) return
  const elements = added.map((node) => new Y.XmlElement(node.type.name))
  fragment.insert(at, elements)
  for (const [index, element] of elements.entries()) {
    const node = added[index]
    if (node) update(element, node, meta)
  }
}

/** Runs inside of the transaction that `writeBlocks` is called in. */
const update = (element: Y.XmlElement, node: Node, meta: WriteMeta): void =>
  updateYFragment({ transact: (run: () => void) => run() }, element, node, meta)
