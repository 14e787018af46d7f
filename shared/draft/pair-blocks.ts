// Which blocks of one version are which blocks of another, in an order both share.

export interface BlockKeys {
  /** The block's own id, or null when it has none yet. */
  readonly id: string | null
  readonly type: string
  /** All it says, or null when it must not be paired. */
  readonly exact: string | null
}
export interface BlockPair {
  readonly before: number
  readonly after: number
}

/** Blocks there is one of; they are themselves whatever they say. */
const SINGLE: ReadonlySet<string> = new Set(['kicker', 'headline', 'standfirst'])

/**
 * Pairs by id, then head lines by kind, then by equal content, then by place: as many blocks of the same kinds between the same
 * neighbours, where one has no id yet. Ids that stand for several blocks are ignored. The pairs answered ascend on both sides: of
 * blocks that changed places, those that would have to move are left out.
 */
export function pairBlocks(before: readonly BlockKeys[], after: readonly BlockKeys[]): BlockPair[] {
  const partner = new Map<number, number>()
  const taken = new Set<number>()
  const match = (keyOf: (block: BlockKeys) => string | null, onlyUnique: boolean): void => {
    const places = placesByKey(after, keyOf, taken)
    const own = placesByKey(before, keyOf, new Set(partner.keys()))
    for (const [key, indices] of own) {
      const found = places.get(key) ?? []
      if (onlyUnique && (indices.length > 1 || found.length > 1)) continue
      for (let n = 0; n < Math.min(indices.length, found.length); n++) {
        partner.set(indices[n] as number, found[n] as number)
        taken.add(found[n] as number)
      }
    }
  }
  match((block) => (block.id && block.exact !== null ? `${block.type} ${block.id}` : null), true)
  match((block) => (SINGLE.has(block.type) ? block.type : null), false)
  match((block) => (block.exact === null ? null : `${block.type} ${block.exact}`), false)
  const known = longestAscending(
    [...partner].map(([from, to]) => ({ before: from, after: to })).sort((a, b) => a.before - b.before),
  )
  return known.concat(pairsByPlace(before, after, known)).sort((a, b) => a.before - b.before)
}

function pairsByPlace(
  before: readonly BlockKeys[],
  after: readonly BlockKeys[],
  known: readonly BlockPair[],
): BlockPair[] {
  const found: BlockPair[] = []
  let previous: BlockPair = { before: -1, after: -1 }
  for (const next of [...known, { before: before.length, after: after.length }]) {
    const olds = before.slice(previous.before + 1, next.before)
    const news = after.slice(previous.after + 1, next.after)
    if (olds.length === news.length && olds.every((block, index) => mayBe(block, news[index])))
      olds.forEach((_, index) =>
        found.push({ before: previous.before + 1 + index, after: previous.after + 1 + index }),
      )
    previous = next
  }
  return found
}

/** A block that was named meanwhile is the one without a name; two names are two blocks. */
const mayBe = (old: BlockKeys, now: BlockKeys | undefined): boolean =>
  now !== undefined &&
  old.type === now.type &&
  old.exact !== null &&
  now.exact !== null &&
  (old.id === null || now.id === null)

function placesByKey(
  blocks: readonly BlockKeys[],
  keyOf: (block: BlockKeys) => string | null,
  without: ReadonlySet<number>,
): Map<string, number[]> {
  const places = new Map<string, number[]>()
  blocks.forEach((block, index) => {
    const key = without.has(index) ? null : keyOf(block)
    if (key === null) return
    const indices = places.get(key)
    if (indices === undefined) places.set(key, [index])
    else indices.push(index)
  })
  return places
}

/** Patience sorting: the longest run of pairs that ascends in `after`, in O(n log n). */
function longestAscending(pairs: readonly BlockPair[]): BlockPair[] {
  const tails: number[] = []
  const previous: number[] = []
  pairs.forEach((pair, index) => {
    let low = 0
    let high = tails.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((pairs[tails[middle] as number] as BlockPair).after < pair.after) low = middle + 1
      else high = middle
    }
    previous[index] = low > 0 ? (tails[low - 1] as number) : -1
    tails[low] = index
  })
  const chosen: BlockPair[] = []
  for (let at = tails.at(-1) ?? -1; at >= 0; at = previous[at] as number) chosen.push(pairs[at] as BlockPair)
  return chosen.reverse()
}
