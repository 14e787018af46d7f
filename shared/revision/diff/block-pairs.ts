// Which block is which, while it is being found out: each block has at most one partner.
import type { KeyedBlock } from './keyed-block.ts'
import { longestAscending } from './longest-ascending.ts'

export interface BlockPairs {
  readonly before: readonly KeyedBlock[]
  readonly after: readonly KeyedBlock[]
  /** Index of the partner, or -1. */
  afterOf(b: number): number
  beforeOf(a: number): number
  /** Does nothing when one of the two has a partner. */
  pair(b: number, a: number): void
  unpair(b: number): void
  /** Old indices of pairs in an order both sides share: the choice that leaves the fewest blocks out, and of those the shortest. */
  inOrder(): number[]
}

export function createBlockPairs(before: readonly KeyedBlock[], after: readonly KeyedBlock[]): BlockPairs {
  const partners = new Int32Array(before.length).fill(-1)
  const partnersOfAfter = new Int32Array(after.length).fill(-1)
  const afterOf = (b: number): number => partners[b] ?? -1
  const beforeOf = (a: number): number => partnersOfAfter[a] ?? -1
  return {
    before,
    after,
    afterOf,
    beforeOf,
    pair(b, a) {
      if (partners[b] !== -1 || partnersOfAfter[a] !== -1) return
      partners[b] = a
      partnersOfAfter[a] = b
    },
    unpair(b) {
      partnersOfAfter[afterOf(b)] = -1
      partners[b] = -1
    },
    inOrder() {
      const paired: number[] = []
      partners.forEach((a, b) => {
        if (a >= 0) paired.push(b)
      })
      const weights = paired.map((b) => weightOf(before[b]?.key.length ?? 0))
      return longestAscending(paired.map(afterOf), weights).map((index) => paired[index] ?? 0)
    },
  }
}

/** Characters of a key that says hardly more than what kind of block it is: a rule, an empty or very short line. */
const SLIGHT_KEY_CHARS = 40

/** A reader should be told of as few moves as there were drags; what is too short to be called moved counts for little. */
const weightOf = (keyLength: number): number =>
  (keyLength < SLIGHT_KEY_CHARS ? 0.1 : 1) + Math.min(keyLength, 100_000) / 1_000_000

/** A stretch between two pairs in order, without its ends. */
export interface Gap {
  readonly bFrom: number
  readonly bTo: number
  readonly aFrom: number
  readonly aTo: number
}

/** The gaps around the pairs in order that have blocks on both sides. */
export function gapsOf(pairs: BlockPairs, inOrder: readonly number[]): Gap[] {
  const gaps: Gap[] = []
  let bFrom = 0
  let aFrom = 0
  for (const b of [...inOrder, pairs.before.length]) {
    const aTo = b === pairs.before.length ? pairs.after.length : pairs.afterOf(b)
    if (b > bFrom && aTo > aFrom) gaps.push({ bFrom, bTo: b, aFrom, aTo })
    bFrom = b + 1
    aFrom = aTo + 1
  }
  return gaps
}
