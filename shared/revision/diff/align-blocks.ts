// Which blocks of the old version are which blocks of the new: by their ids, by all they say, by the words they share, in that order.
import { type BlockPairs, createBlockPairs, gapsOf } from './block-pairs.ts'
import { MIN_MOVED_WORDS, MOVED_LIKENESS, SAME_BLOCK_LIKENESS } from './diff-limits.ts'
import { findShapes, type Shape } from './find-shapes.ts'
import { familyOf, type KeyedBlock } from './keyed-block.ts'
import { createLikeness, type Likeness } from './likeness.ts'
import { pairAnchored, pairGap } from './similar-blocks.ts'

export interface Alignment {
  readonly pairs: BlockPairs
  /** Old indices of blocks that changed places. All other pairs ascend on both sides. */
  readonly moved: ReadonlySet<number>
  readonly shapes: readonly Shape[]
}

export function alignBlocks(before: readonly KeyedBlock[], after: readonly KeyedBlock[]): Alignment {
  const pairs = createBlockPairs(before, after)
  const likeness = createLikeness()
  pairEqualEnds(pairs)
  pairSingles(pairs, ({ id, key }) => (id === null ? null : `${id} ${key}`))
  pairSingles(pairs, ({ key }) => key)
  pairSingles(pairs, ({ id, node }) => (id === null ? headOf(node.type) : `${familyOf(node)} ${id}`))
  pairEqualNeighbours(pairs)
  // What is surely the same first, wherever it stands: else a block that moved away would be paired with whatever took its place.
  for (const gap of gapsOf(pairs, pairs.inOrder())) pairGap(pairs, gap, likeness, MOVED_LIKENESS)
  pairAnchored(
    pairs,
    unpaired(before, pairs.afterOf),
    unpaired(after, pairs.beforeOf),
    likeness,
    MOVED_LIKENESS,
  )
  for (const gap of gapsOf(pairs, pairs.inOrder())) pairGap(pairs, gap, likeness, SAME_BLOCK_LIKENESS)
  const moved = sortMoves(pairs, likeness)
  return { pairs, moved, shapes: findShapes(pairs, moved) }
}

/** Equal blocks only, where they stand or where their id says: linear in their number, whatever they hold. */
export function alignEqualBlocks(before: readonly KeyedBlock[], after: readonly KeyedBlock[]): Alignment {
  const pairs = createBlockPairs(before, after)
  pairEqualEnds(pairs)
  pairSingles(pairs, ({ key }) => key)
  pairEqualNeighbours(pairs)
  const settled = new Set(pairs.inOrder())
  before.forEach((_block, b) => {
    if (pairs.afterOf(b) >= 0 && !settled.has(b)) pairs.unpair(b)
  })
  return { pairs, moved: new Set(), shapes: [] }
}

/** Blocks out of order either moved or, when that is doubtful, are not the same block after all. */
function sortMoves(pairs: BlockPairs, likeness: Likeness): Set<number> {
  const settled = new Set(pairs.inOrder())
  const moved = new Set<number>()
  pairs.before.forEach((block, b) => {
    const other = pairs.after[pairs.afterOf(b)]
    if (other === undefined || settled.has(b)) return
    const isMove =
      block.node.type === other.node.type &&
      block.features().count >= MIN_MOVED_WORDS &&
      likeness.of(block, other) >= MOVED_LIKENESS
    if (isMove) moved.add(b)
    else pairs.unpair(b)
  })
  return moved
}

function pairEqualEnds(pairs: BlockPairs): void {
  const { before, after } = pairs
  const most = Math.min(before.length, after.length)
  let head = 0
  for (; head < most && before[head]?.key === after[head]?.key; head++) pairs.pair(head, head)
  for (let tail = 1; tail <= most - head; tail++) {
    const [b, a] = [before.length - tail, after.length - tail]
    if (before[b]?.key !== after[a]?.key) return
    pairs.pair(b, a)
  }
}

/** Blocks there is one of are themselves whatever they say. */
const headOf = (type: string): string | null =>
  type === 'kicker' || type === 'headline' || type === 'standfirst' ? type : null

/** Pairs blocks whose key (null: has none) nobody else on their side has. */
function pairSingles(pairs: BlockPairs, keyOf: (block: KeyedBlock) => string | null): void {
  const inAfter = singlesByKey(pairs.after, pairs.beforeOf, keyOf)
  for (const [key, b] of singlesByKey(pairs.before, pairs.afterOf, keyOf)) {
    const a = inAfter.get(key) ?? -1
    if (a >= 0 && b >= 0) pairs.pair(b, a)
  }
}

/** Index by key of the blocks without a partner; -1 where several share a key. */
function singlesByKey(
  blocks: readonly KeyedBlock[],
  partnerOf: (index: number) => number,
  keyOf: (block: KeyedBlock) => string | null,
): Map<string, number> {
  const singles = new Map<string, number>()
  blocks.forEach((block, index) => {
    const key = partnerOf(index) >= 0 ? null : keyOf(block)
    if (key !== null) singles.set(key, singles.has(key) ? -1 : index)
  })
  return singles
}

/** Blocks that say what others say too (a rule, an empty line) are the same where their neighbours are. */
function pairEqualNeighbours(pairs: BlockPairs): void {
  const { before, after } = pairs
  for (const step of [1, -1])
    for (const start of pairs.inOrder()) {
      let b = start + step
      let a = pairs.afterOf(start) + step
      while (
        before[b] !== undefined &&
        before[b]?.key === after[a]?.key &&
        pairs.afterOf(b) < 0 &&
        pairs.beforeOf(a) < 0
      ) {
        pairs.pair(b, a)
        b += step
        a += step
      }
    }
}

const unpaired = (blocks: readonly KeyedBlock[], partnerOf: (index: number) => number): number[] =>
  blocks.flatMap((_block, index) => (partnerOf(index) < 0 ? [index] : []))
