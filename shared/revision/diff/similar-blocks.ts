// Pairs blocks that were edited: those between two blocks that match in the order that keeps most words, others by words found nowhere else.
import { type BlockPairs, createBlockPairs, type Gap, gapsOf } from './block-pairs.ts'
import {
  ANCHOR_WORDS,
  MAX_GAP_PAIRS,
  OTHER_KIND_LIKENESS,
  PART_LIKENESS,
  MIN_MOVED_WORDS,
  SAME_BLOCK_LIKENESS,
} from './diff-limits.ts'
import { familyOf, type KeyedBlock } from './keyed-block.ts'
import type { Likeness } from './likeness.ts'

/** The choice of pairs in order, within a gap, that keeps most words. A gap too large to try them all is first cut at anchors. */
export function pairGap(pairs: BlockPairs, gap: Gap, likeness: Likeness, least: number): void {
  const b = range(gap.bFrom, gap.bTo).filter((index) => pairs.afterOf(index) < 0)
  const a = range(gap.aFrom, gap.aTo).filter((index) => pairs.beforeOf(index) < 0)
  if (b.length * a.length <= MAX_GAP_PAIRS) return pairInOrder(pairs, b, a, likeness, least)
  if (least > SAME_BLOCK_LIKENESS) return // what is surely the same in it is found by its anchors, with what moved
  const within = createBlockPairs(
    b.map((index) => pairs.before[index] as KeyedBlock),
    a.map((index) => pairs.after[index] as KeyedBlock),
  )
  pairAnchored(within, range(0, b.length), range(0, a.length), likeness, least)
  const anchors = within.inOrder()
  for (const at of anchors) pairs.pair(b[at] ?? -1, a[within.afterOf(at)] ?? -1)
  for (const inner of gapsOf(within, anchors)) {
    const innerB = b.slice(inner.bFrom, inner.bTo)
    const innerA = a.slice(inner.aFrom, inner.aTo)
    if (innerB.length * innerA.length <= MAX_GAP_PAIRS) pairInOrder(pairs, innerB, innerA, likeness, least)
  }
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, index) => from + index)

function pairInOrder(
  pairs: BlockPairs,
  b: readonly number[],
  a: readonly number[],
  likeness: Likeness,
  least: number,
): void {
  const rowBlocks = b.map((index) => pairs.before[index])
  const columnBlocks = a.map((index) => pairs.after[index])
  const width = a.length + 1
  // best[i * width + j]: words kept in the first i blocks before and the first j after.
  const best = new Float64Array((b.length + 1) * width)
  const worth = new Float64Array((b.length + 1) * width)
  for (let i = 1; i <= b.length; i++)
    for (let j = 1; j <= a.length; j++) {
      const kept = worthOf(rowBlocks[i - 1] as KeyedBlock, columnBlocks[j - 1] as KeyedBlock, likeness, least)
      const at = i * width + j
      worth[at] = kept
      const skipped = Math.max(best[at - 1] ?? 0, best[at - width] ?? 0)
      best[at] = kept > 0 ? Math.max(skipped, (best[at - width - 1] ?? 0) + kept) : skipped
    }
  let i = b.length
  let j = a.length
  while (i > 0 && j > 0) {
    const at = i * width + j
    const kept = worth[at] ?? 0
    if (kept > 0 && best[at] === (best[at - width - 1] ?? 0) + kept) {
      pairs.pair(b[i - 1] ?? -1, a[j - 1] ?? -1)
      i--
      j--
    } else if (best[at] === best[at - width]) i--
    else j--
  }
}

/** For pairs without a common word: equal empty blocks, and blocks that are known by their place. */
const PLACE_WORTH = 0.5

/** A picture in a picture's place is that picture swapped; a caption is the caption, a cell the cell, whatever they say. */
const KNOWN_BY_PLACE: ReadonlySet<string> = new Set([
  'figure',
  'caption',
  'credit',
  'table',
  'tableCaption',
  'tableRow',
  'tableCell',
  'quoteSource',
  'factTitle',
])

/** Words kept by pairing the two; 0 when they are not one block that was edited. */
function worthOf(before: KeyedBlock, after: KeyedBlock, likeness: Likeness, least: number): number {
  if (familyOf(before.node) !== familyOf(after.node)) return 0
  if (before.key === after.key) return before.features().count + PLACE_WORTH
  const common = likeness.common(before, after)
  const isLastResort = least <= SAME_BLOCK_LIKENESS
  if (isLastResort && KNOWN_BY_PLACE.has(familyOf(before.node))) return common + PLACE_WORTH
  const [one, two] = [before.features().count, after.features().count]
  const share = before.node.type === after.node.type ? least : Math.max(least, OTHER_KIND_LIKENESS)
  const isLike = 2 * common >= share * (one + two) && common > 0
  // A block that lost or gained most of its text: most of the smaller one is in the larger.
  const isPart =
    isLastResort && Math.min(one, two) >= 2 * MIN_MOVED_WORDS && common >= PART_LIKENESS * Math.min(one, two)
  return isLike || isPart ? common + PLACE_WORTH : 0
}

/** Pairs blocks anywhere that share words, or words in a row, which no other block on their side has. */
export function pairAnchored(
  pairs: BlockPairs,
  b: readonly number[],
  a: readonly number[],
  likeness: Likeness,
  least: number,
): void {
  if (b.length === 0 || a.length === 0) return
  const ownersInBefore = anchorOwners(b, pairs.before)
  const votes = new Map<number, Map<number, number>>()
  for (const [anchor, at] of anchorOwners(a, pairs.after)) {
    const from = ownersInBefore.get(anchor) ?? -1
    if (from < 0 || at < 0) continue
    const own = votes.get(from) ?? new Map<number, number>()
    votes.set(from, own.set(at, (own.get(at) ?? 0) + 1))
  }
  for (const from of b) {
    const ranked = [...(votes.get(from) ?? [])].sort((one, two) => two[1] - one[1] || one[0] - two[0])
    const block = pairs.before[from]
    const to = ranked.find(([at]) => {
      const other = pairs.after[at]
      return (
        block !== undefined &&
        other !== undefined &&
        pairs.beforeOf(at) < 0 &&
        familyOf(block.node) === familyOf(other.node) &&
        likeness.of(block, other) >= least
      )
    })
    if (to !== undefined) pairs.pair(from, to[0])
  }
}

/** Numbers below this are words; above, words in a row. */
const WORD_LIMIT = 2 ** 26

/** The one block each anchor is in, or -1 when several have it. */
function anchorOwners(indices: readonly number[], blocks: readonly KeyedBlock[]): Map<number, number> {
  const owners = new Map<number, number>()
  const own = (anchor: number, index: number): void => {
    const owner = owners.get(anchor)
    if (owner !== index) owners.set(anchor, owner === undefined ? index : -1)
  }
  for (const index of indices) {
    const { codes, count } = blocks[index]?.features() ?? { codes: new Int32Array(0), count: 0 }
    for (let at = 0; at < count; at++) {
      own(codes[at] ?? 0, index)
      if (at + ANCHOR_WORDS <= count) own(rowOfWords(codes, at), index)
    }
  }
  return owners
}

function rowOfWords(codes: Int32Array, at: number): number {
  let row = 0
  // Numbers that happen to be equal for different words cost a comparison, nothing else.
  for (let n = 0; n < ANCHOR_WORDS; n++) row = (row * 131_071 + (codes[at + n] ?? 0)) % 2 ** 35
  return row + WORD_LIMIT
}
