// How many words two blocks share, counted as multisets.
import type { KeyedBlock } from './keyed-block.ts'

export interface Likeness {
  /** Words both have. */
  common(one: KeyedBlock, two: KeyedBlock): number
  /** Dice's share, 0 to 1; equal blocks are 1 even without a word. */
  of(one: KeyedBlock, two: KeyedBlock): number
}

export function createLikeness(): Likeness {
  let counts = new Int32Array(0x1000)
  let counted: KeyedBlock | null = null
  /** Comparisons come in rows: the words of the first block are counted once for all its partners. */
  const count = (block: KeyedBlock): void => {
    if (counted === block) return
    if (counted !== null) add(counted, -1)
    add(block, 1)
    counted = block
  }
  const add = (block: KeyedBlock, by: number): void => {
    const { codes } = block.features()
    for (const code of codes) {
      if (code >= counts.length) {
        const wider = new Int32Array(code * 2)
        wider.set(counts)
        counts = wider
      }
      counts[code] = (counts[code] ?? 0) + by
    }
  }
  const common = (one: KeyedBlock, two: KeyedBlock): number => {
    count(one)
    const { codes } = two.features()
    let shared = 0
    for (const code of codes) {
      const left = counts[code] ?? 0
      if (left > 0) shared++
      counts[code] = left - 1
    }
    for (const code of codes) counts[code] = (counts[code] ?? 0) + 1
    return shared
  }
  return {
    common,
    of(one, two) {
      if (one.key === two.key) return 1
      const words = one.features().count + two.features().count
      return words === 0 ? 0 : (2 * common(one, two)) / words
    },
  }
}
