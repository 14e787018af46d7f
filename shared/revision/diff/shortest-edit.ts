// The least number of words to delete and insert that makes one sequence the other: Myers' algorithm in linear space (1986), with
// a way out for stretches that have nothing in common.
import { MAX_EDITS_AT_ONCE } from './diff-limits.ts'
import { longestAscending } from './longest-ascending.ts'

/** Words [aFrom, aTo) of the old become words [bFrom, bTo) of the new; what lies between two of them is equal. */
export interface WordEdit {
  aFrom: number
  aTo: number
  bFrom: number
  bTo: number
}

export function shortestEdit(a: Int32Array, aCount: number, b: Int32Array, bCount: number): WordEdit[] {
  const edits: WordEdit[] = []
  const change = (aFrom: number, aTo: number, bFrom: number, bTo: number): void => {
    if (aFrom === aTo && bFrom === bTo) return
    const last = edits[edits.length - 1]
    if (last !== undefined && last.aTo === aFrom && last.bTo === bFrom) {
      last.aTo = aTo
      last.bTo = bTo
    } else edits.push({ aFrom, aTo, bFrom, bTo })
  }
  const visit = (aStart: number, aEnd: number, bStart: number, bEnd: number): void => {
    let [aFrom, aTo, bFrom, bTo] = [aStart, aEnd, bStart, bEnd]
    while (aFrom < aTo && bFrom < bTo && a[aFrom] === b[bFrom]) {
      aFrom++
      bFrom++
    }
    while (aFrom < aTo && bFrom < bTo && a[aTo - 1] === b[bTo - 1]) {
      aTo--
      bTo--
    }
    if (aFrom === aTo || bFrom === bTo) return change(aFrom, aTo, bFrom, bTo)
    const middle = middleOf(a, aFrom, aTo, b, bFrom, bTo)
    if (middle !== null) {
      visit(aFrom, middle.aFrom, bFrom, middle.bFrom)
      visit(middle.aTo, aTo, middle.bTo, bTo)
      return
    }
    const anchors = wordsFoundOnce(a, aFrom, aTo, b, bFrom, bTo)
    if (anchors.length === 0) return change(aFrom, aTo, bFrom, bTo)
    for (const [aAt, bAt] of anchors) {
      visit(aFrom, aAt, bFrom, bAt)
      aFrom = aAt + 1
      bFrom = bAt + 1
    }
    visit(aFrom, aTo, bFrom, bTo)
  }
  visit(0, aCount, 0, bCount)
  return edits
}

let forward = new Int32Array(0x1000)
let backward = new Int32Array(0x1000)

/** A stretch of equal words (perhaps empty) on a shortest path, about half-way; null when the two differ too much to look for it. */
function middleOf(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
): WordEdit | null {
  const n = aTo - aFrom
  const m = bTo - bFrom
  const delta = n - m
  const isOdd = (delta & 1) !== 0
  const most = Math.min((n + m + 1) >> 1, MAX_EDITS_AT_ONCE)
  // Diagonal k is kept at k + offset; on the way back they are counted from the end.
  const offset = most + 1
  const size = 2 * most + 3
  if (forward.length < size) {
    forward = new Int32Array(size * 2)
    backward = new Int32Array(size * 2)
  }
  forward[offset + 1] = 0
  backward[offset + 1] = 0
  for (let d = 0; d <= most; d++) {
    for (let k = -d + 2 * Math.max(0, d - m); k <= d - 2 * Math.max(0, d - n); k += 2) {
      const down = forward[offset + k + 1] ?? 0
      const right = (forward[offset + k - 1] ?? 0) + 1
      let x = k === -d || (k !== d && right <= down) ? down : right
      const startX = x
      while (x < n && x - k < m && a[aFrom + x] === b[bFrom + x - k]) x++
      forward[offset + k] = x
      const other = delta - k
      if (isOdd && other > -d && other < d && x + (backward[offset + other] ?? 0) >= n)
        return place(aFrom, bFrom, startX, startX - k, x, x - k)
    }
    for (let k = -d + 2 * Math.max(0, d - m); k <= d - 2 * Math.max(0, d - n); k += 2) {
      const down = backward[offset + k + 1] ?? 0
      const right = (backward[offset + k - 1] ?? 0) + 1
      let x = k === -d || (k !== d && right <= down) ? down : right
      const startX = x
      while (x < n && x - k < m && a[aTo - 1 - x] === b[bTo - 1 - x + k]) x++
      backward[offset + k] = x
      const other = delta - k
      if (!isOdd && other >= -d && other <= d && x + (forward[offset + other] ?? 0) >= n)
        return place(aFrom, bFrom, n - x, m - x + k, n - startX, m - startX + k)
    }
  }
  return null
}

const place = (
  aBase: number,
  bBase: number,
  aFrom: number,
  bFrom: number,
  aTo: number,
  bTo: number,
): WordEdit => ({
  aFrom: aBase + aFrom,
  aTo: aBase + aTo,
  bFrom: bBase + bFrom,
  bTo: bBase + bTo,
})

/** Words that occur once on each side, in an order both share. */
function wordsFoundOnce(
  a: Int32Array,
  aFrom: number,
  aTo: number,
  b: Int32Array,
  bFrom: number,
  bTo: number,
): [number, number][] {
  const inA = placesOfSingles(a, aFrom, aTo)
  const inB = placesOfSingles(b, bFrom, bTo)
  const shared: [number, number][] = []
  for (const [code, at] of inA) {
    const other = inB.get(code) ?? -1
    if (at >= 0 && other >= 0) shared.push([at, other])
  }
  shared.sort((one, two) => one[0] - two[0])
  return longestAscending(
    shared.map(([, at]) => at),
    shared.map(() => 1),
  ).map((index) => shared[index] as [number, number])
}

function placesOfSingles(words: Int32Array, from: number, to: number): Map<number, number> {
  const places = new Map<number, number>()
  for (let at = from; at < to; at++) {
    const code = words[at] ?? 0
    places.set(code, places.has(code) ? -1 : at)
  }
  return places
}
