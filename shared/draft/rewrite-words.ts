// Turns the text of stored blocks into other text word by word. The binding's own writer replaces everything between the first and
// the last difference; that would take carets, colleagues' words and who wrote what with it.
import type { Node } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** Share of the longer text that both have in common, below which one is not an edit of the other: it is replaced whole. */
const LEAST_COMMON_SHARE = 0.5
/** Places in which one rewrite cuts texts. Each costs Yjs a walk through its list of pieces: 5,000 take some 50 ms, 100,000 take seconds. */
const MAX_CUTS = 5_000
/** Pairs of words compared in one text. 1,000 changed words on either side take about 10 ms; beyond, the stretch is replaced whole. */
const MAX_WORD_PAIRS = 1_000_000

/** What one rewrite may still cut. */
export interface Cuts {
  left: number
}
export const newCuts = (): Cuts => ({ left: MAX_CUTS })

/** Makes the text of `element` that of `node` wherever both have the same shape. Marks, attributes and shape are left to the caller. */
export function rewriteWords(element: Y.XmlElement, node: Node, cuts: Cuts): void {
  const children = element.toArray()
  const [first, ...others] = children
  if (node.inlineContent) {
    if (first instanceof Y.XmlText && others.length === 0 && isOnlyText(node))
      spliceWords(first, node.textContent, cuts)
    return
  }
  if (children.length !== node.childCount) return
  node.forEach((child, _offset, index) => {
    const stored = children[index]
    if (stored instanceof Y.XmlElement && stored.nodeName === child.type.name)
      rewriteWords(stored, child, cuts)
  })
}

function isOnlyText(node: Node): boolean {
  let isText = true
  node.forEach((child) => {
    isText &&= child.isText
  })
  return isText
}

function spliceWords(text: Y.XmlText, target: string, cuts: Cuts): void {
  const before = plainText(text)
  if (before === null || before === target) return
  const found = splices(before, target)
  if (found.length > cuts.left) return // left to the caller, like everything else
  cuts.left -= found.length
  // From the end, so that offsets in front stay true.
  for (const { from, to, words } of found.reverse()) {
    if (to > from) text.delete(from, to - from)
    if (words !== '') text.insert(from, words)
  }
}

/** Null when something other than text lies in it. */
function plainText(text: Y.XmlText): string | null {
  let plain = ''
  for (const { insert } of text.toDelta() as { insert: unknown }[]) {
    if (typeof insert !== 'string') return null
    plain += insert
  }
  return plain
}

interface Splice {
  readonly from: number
  readonly to: number
  readonly words: string
}

function splices(before: string, after: string): Splice[] {
  const olds = wordsOf(before)
  const news = wordsOf(after)
  let start = 0
  let oldEnd = olds.length
  let newEnd = news.length
  while (start < oldEnd && start < newEnd && olds[start] === news[start]) start += 1
  while (oldEnd > start && newEnd > start && olds[oldEnd - 1] === news[newEnd - 1]) {
    oldEnd -= 1
    newEnd -= 1
  }
  const between = commonWords(olds.slice(start, oldEnd), news.slice(start, newEnd))
  const kept =
    lengthOf(olds.slice(0, start)) +
    lengthOf(olds.slice(oldEnd)) +
    lengthOf(between.map(([index]) => olds[start + index] ?? ''))
  const common = kept < LEAST_COMMON_SHARE * Math.max(before.length, after.length) ? [] : between
  const found: Splice[] = []
  let from = lengthOf(olds.slice(0, start))
  let atOld = start
  let atNew = start
  for (const [oldIndex, newIndex] of [...common, [oldEnd - start, newEnd - start] as const]) {
    const gone = lengthOf(olds.slice(atOld, start + oldIndex))
    const words = news.slice(atNew, start + newIndex).join('')
    if (gone > 0 || words !== '') found.push({ from, to: from + gone, words })
    from += gone + (olds[start + oldIndex]?.length ?? 0)
    atOld = start + oldIndex + 1
    atNew = start + newIndex + 1
  }
  return found
}

/** A word with its marks, a run of space, or one other character: never half of one. */
const wordsOf = (text: string): string[] => text.match(/[\p{L}\p{M}\p{N}]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu) ?? []

const lengthOf = (words: readonly string[]): number => words.reduce((sum, word) => sum + word.length, 0)

/** The longest common subsequence as pairs of indices; none when it would take too long to find. */
function commonWords(olds: readonly string[], news: readonly string[]): (readonly [number, number])[] {
  if (olds.length * news.length > MAX_WORD_PAIRS) return []
  const width = news.length + 1
  const longest = new Uint32Array((olds.length + 1) * width)
  const at = (i: number, j: number): number => longest[i * width + j] ?? 0
  for (let i = olds.length - 1; i >= 0; i -= 1)
    for (let j = news.length - 1; j >= 0; j -= 1)
      longest[i * width + j] =
        olds[i] === news[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: (readonly [number, number])[] = []
  let i = 0
  let j = 0
  while (i < olds.length && j < news.length) {
    if (olds[i] === news[j]) pairs.push([i++, j++] as const)
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return pairs
}
