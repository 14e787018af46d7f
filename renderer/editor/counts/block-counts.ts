// Words and characters of blocks, remembered per node: ProseMirror makes a new node only for a block that changed, so a recount
// after a key looks at one block. The same rules as `measureArticle`, on the live document.
import type { Node } from '@tiptap/pm/model'
import { wordsIn } from '#shared/article/plain-text.ts'

export interface Counts {
  readonly words: number
  readonly characters: number
}

export const NO_COUNTS: Counts = { words: 0, characters: 0 }
export const addCounts = (a: Counts, b: Counts): Counts => ({
  words: a.words + b.words,
  characters: a.characters + b.characters,
})

/** Not part of the commissioned length: see `measureArticle`. */
const UNCOUNTED: ReadonlySet<string> = new Set([
  'kicker',
  'headline',
  'standfirst',
  'stash',
  'pullQuote',
  'caption',
  'credit',
  'tableCaption',
])

const storyCounts = new WeakMap<Node, Counts>()
const textCounts = new WeakMap<Node, Counts>()

export const isCounted = (block: Node): boolean => storyCounts.has(block)

/** What a block adds to the length of the story. */
export function countBlock(block: Node): Counts {
  const known = storyCounts.get(block)
  if (known !== undefined) return known
  let counts = NO_COUNTS
  if (!UNCOUNTED.has(block.type.name)) {
    if (block.isTextblock) counts = countTextblock(block)
    else
      block.forEach((child) => {
        counts = addCounts(counts, countBlock(child))
      })
  }
  storyCounts.set(block, counts)
  return counts
}

/** Everything between two positions, furniture and stash included: what is selected is what is counted. */
export function countRange(doc: Node, from: number, to: number): Counts {
  let counts = NO_COUNTS
  doc.nodesBetween(from, to, (node, at) => {
    if (!node.isTextblock) return true
    const start = Math.max(0, from - at - 1)
    const end = Math.min(node.content.size, to - at - 1)
    const isWhole = start === 0 && end === node.content.size
    counts = addCounts(counts, isWhole ? countTextblock(node) : countText(textOf(node, start, end)))
    return false
  })
  return counts
}

/** All text of one textblock. */
export function countTextblock(node: Node): Counts {
  const known = textCounts.get(node)
  if (known !== undefined) return known
  const counts = countText(textOf(node, 0, node.content.size))
  textCounts.set(node, counts)
  return counts
}

/** A line break stands as one character, so that offsets in the text are offsets in the block. */
const textOf = (node: Node, start: number, end: number): string =>
  node.textBetween(start, end, undefined, '\n')

const SURROGATE_PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/g
const countText = (text: string): Counts => ({
  words: wordsIn(text),
  characters: text.length - (text.match(SURROGATE_PAIR)?.length ?? 0),
})
