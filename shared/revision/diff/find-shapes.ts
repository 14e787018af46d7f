// Blocks whose words went on in several blocks, or in one of another kind: splits, joins, a list set as paragraphs.
import type { BlockPairs } from './block-pairs.ts'
import { MAX_PART_PLACES, MIN_PART_WORDS, PART_LIKENESS, WHOLE_LIKENESS } from './diff-limits.ts'
import { familyOf, type KeyedBlock } from './keyed-block.ts'

/** Blocks [bFrom, bTo) say what blocks [aFrom, aTo) say. */
export interface Shape {
  readonly kind: 'split' | 'joined' | 'reshaped'
  readonly bFrom: number
  readonly bTo: number
  readonly aFrom: number
  readonly aTo: number
}

/** Blocks that are words and nothing else. */
const WORDS_ONLY: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'blockQuote',
  'pullQuote',
  'bulletList',
  'orderedList',
  'listItem',
  'factBox',
  'tableBlock',
])

/** In reading order; no block is in two of them, none of them holds a moved block. */
export function findShapes(pairs: BlockPairs, moved: ReadonlySet<number>): Shape[] {
  const settled = new Set(pairs.inOrder().filter((b) => !moved.has(b)))
  const takenBefore = new Set<number>()
  const takenAfter = new Set<number>()
  const shapes: Shape[] = []
  const one = side(pairs.before, (b) => (moved.has(b) ? MOVED : pairs.afterOf(b)), takenBefore)
  const many = side(
    pairs.after,
    (a) => (moved.has(pairs.beforeOf(a)) ? MOVED : pairs.beforeOf(a)),
    takenAfter,
  )
  const keep = (shape: Shape): void => {
    shapes.push(shape)
    for (let b = shape.bFrom; b < shape.bTo; b++) takenBefore.add(b)
    for (let a = shape.aFrom; a < shape.aTo; a++) takenAfter.add(a)
  }
  gapsAround(pairs.before.length, settled, pairs.afterOf, pairs.after.length).forEach((gap, b) => {
    const run = partsOf(one, many, b, gap)
    if (run !== null)
      keep({ kind: kindOf(one, many, b, run, 'split'), bFrom: b, bTo: b + 1, aFrom: run.from, aTo: run.to })
  })
  const settledAfter = new Set([...settled].map(pairs.afterOf))
  gapsAround(pairs.after.length, settledAfter, pairs.beforeOf, pairs.before.length).forEach((gap, a) => {
    const run = partsOf(many, one, a, gap)
    if (run !== null)
      keep({ kind: kindOf(many, one, a, run, 'joined'), bFrom: run.from, bTo: run.to, aFrom: a, aTo: a + 1 })
  })
  return shapes.sort((s, t) => s.aFrom - t.aFrom)
}

const MOVED = -2

interface ShapeSide {
  readonly blocks: readonly KeyedBlock[]
  /** -1: none. */
  readonly partnerOf: (index: number) => number
  isOpen(index: number): boolean
}
function side(
  blocks: readonly KeyedBlock[],
  partnerOf: (index: number) => number,
  taken: ReadonlySet<number>,
): ShapeSide {
  return {
    blocks,
    partnerOf,
    isOpen: (index) => {
      const block = blocks[index]
      return block !== undefined && !taken.has(index) && WORDS_ONLY.has(block.node.type)
    },
  }
}
interface Stretch {
  readonly from: number
  readonly to: number
}

/** For each block, where it could be on the other side: between the partners of its settled neighbours. */
function gapsAround(
  length: number,
  settled: ReadonlySet<number>,
  partnerOf: (index: number) => number,
  otherLength: number,
): Stretch[] {
  const gaps: { from: number; to: number }[] = []
  let from = 0
  for (let index = 0; index < length; index++) {
    gaps.push({ from, to: otherLength })
    if (settled.has(index)) from = partnerOf(index) + 1
  }
  let to = otherLength
  for (let index = length - 1; index >= 0; index--) {
    const gap = gaps[index]
    if (gap !== undefined) gap.to = to
    if (settled.has(index)) to = partnerOf(index)
  }
  return gaps
}

/** The blocks of the other side that hold parts of this one; null when it is one block there, or none. */
function partsOf(one: ShapeSide, many: ShapeSide, index: number, gap: Stretch): Stretch | null {
  const whole = one.blocks[index]
  if (whole === undefined || !one.isOpen(index)) return null
  const partner = one.partnerOf(index)
  const core = many.blocks[partner]
  if (partner === MOVED || (core !== undefined && (!many.isOpen(partner) || core.key === whole.key)))
    return null
  if (
    core !== undefined
      ? !isFree(many, partner - 1) && !isFree(many, partner + 1)
      : gap.to - gap.from > MAX_PART_PLACES
  )
    return null
  const spare = wordCounts(whole)
  let run: Stretch
  if (core !== undefined) {
    take(spare, core)
    run = { from: partner, to: partner + 1 }
  } else {
    const first = firstPart(whole, spare, many, gap)
    if (first < 0) return null
    run = { from: first, to: first + 1 }
  }
  const isPart = (at: number): boolean =>
    at >= gap.from && at < gap.to && isFree(many, at) && takePart(whole, spare, many.blocks[at] as KeyedBlock)
  let { from, to } = run
  while (isPart(to)) to++
  while (isPart(from - 1)) from--
  if (core !== undefined) return to - from > 1 ? { from, to } : null
  let left = 0
  for (const count of spare.values()) left += count
  const isCovered = left <= (1 - WHOLE_LIKENESS) * whole.features().count
  return isCovered ? { from, to } : null
}

const isFree = (side: ShapeSide, index: number): boolean => side.isOpen(index) && side.partnerOf(index) === -1

function firstPart(whole: KeyedBlock, spare: Map<number, number>, many: ShapeSide, gap: Stretch): number {
  for (let at = gap.from; at < gap.to; at++)
    if (isFree(many, at) && takePart(whole, spare, many.blocks[at] as KeyedBlock)) return at
  return -1
}

/** Whether most words of the part are still to spare in the whole; takes them when so. */
function takePart(whole: KeyedBlock, spare: Map<number, number>, part: KeyedBlock): boolean {
  const { count, codes } = part.features()
  if (count === 0) return false
  if (count < MIN_PART_WORDS && !holdsInARow(whole.features().codes, codes)) return false
  const wanted = wordCounts(part)
  let common = 0
  for (const [code, times] of wanted) common += Math.min(times, spare.get(code) ?? 0)
  if (common < PART_LIKENESS * count) return false
  take(spare, part)
  return true
}

function take(spare: Map<number, number>, part: KeyedBlock): void {
  for (const code of part.features().codes) {
    const left = spare.get(code) ?? 0
    if (left > 0) spare.set(code, left - 1)
  }
}

function wordCounts(block: KeyedBlock): Map<number, number> {
  const counts = new Map<number, number>()
  for (const code of block.features().codes) counts.set(code, (counts.get(code) ?? 0) + 1)
  return counts
}

function holdsInARow(whole: Int32Array, part: Int32Array): boolean {
  for (let at = 0; at + part.length <= whole.length; at++)
    if (part.every((code, index) => whole[at + index] === code)) return true
  return false
}

function kindOf(
  one: ShapeSide,
  many: ShapeSide,
  index: number,
  run: Stretch,
  kind: 'split' | 'joined',
): Shape['kind'] {
  const families = new Set(
    [one.blocks[index], ...many.blocks.slice(run.from, run.to)].map((block) =>
      familyOf((block as KeyedBlock).node),
    ),
  )
  return families.size === 1 && run.to - run.from > 1 ? kind : 'reshaped'
}
