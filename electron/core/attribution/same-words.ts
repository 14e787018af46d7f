// Finds where the words of one text stand in another: which deleted characters those that came back were.

/** Places of the same words that are weighed against each other; more would be letters. */
const MAX_PLACES = 200
/** Cells of the table in which the longest common run is sought: 4 million take some 15 ms. Beyond, only anchors are. */
const MAX_CELLS = 4_000_000
/** Characters of an anchor: rare enough to stand in a few places only. */
const ANCHOR_CHARS = 16

/** For each character of `wanted` its place in `source`, or -1. */
export type Places = Int32Array

/** All of `wanted` in one place; of several the one that `prefer` says most of. Null when it is in none. */
export function wholeRun(
  wanted: string,
  source: string,
  prefer: (from: number, to: number) => number,
): Places | null {
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  let from = source.indexOf(wanted)
  for (let count = 0; from >= 0 && count < MAX_PLACES; count += 1) {
    const score = prefer(from, from + wanted.length)
    if (score >= bestScore) {
      best = from
      bestScore = score
    }
    from = source.indexOf(wanted, from + 1)
  }
  return best < 0 ? null : Int32Array.from({ length: wanted.length }, (_, index) => best + index)
}

/** All of `wanted` in order, with other characters between: in the longest runs if those leave nothing over. Null when it is not there. */
export function scattered(wanted: string, source: string): Places | null {
  const runs = commonRuns(wanted, source, 1)
  if (runs.every((place) => place >= 0)) return runs
  const places = new Int32Array(wanted.length)
  let at = -1
  for (let index = 0; index < wanted.length; index += 1) {
    at = source.indexOf(wanted[index] ?? '', at + 1)
    if (at < 0) return null
    places[index] = at
  }
  return places
}

/** What both have in common, in order, in runs of at least `least` characters: the longest first, then what is left on either side. */
export function commonRuns(wanted: string, source: string, least: number): Places {
  const places = new Int32Array(wanted.length).fill(-1)
  const open = [{ a0: 0, a1: wanted.length, b0: 0, b1: source.length }]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { a0, a1, b0, b1 } = part
    const run = longestRun(wanted.slice(a0, a1), source.slice(b0, b1))
    if (run === null || run.length < least) continue
    for (let index = 0; index < run.length; index += 1) places[a0 + run.a + index] = b0 + run.b + index
    open.push({ a0, a1: a0 + run.a, b0, b1: b0 + run.b })
    open.push({ a0: a0 + run.a + run.length, a1, b0: b0 + run.b + run.length, b1 })
  }
  return places
}

interface CommonRun {
  readonly a: number
  readonly b: number
  readonly length: number
}

function longestRun(a: string, b: string): CommonRun | null {
  if (a === '' || b === '') return null
  return a.length * b.length <= MAX_CELLS ? longestByTable(a, b) : longestByAnchors(a, b)
}

function longestByTable(a: string, b: string): CommonRun | null {
  let above = new Uint32Array(b.length + 1)
  let row = new Uint32Array(b.length + 1)
  let best: CommonRun | null = null
  for (let i = 0; i < a.length; i += 1) {
    const unit = a.charCodeAt(i)
    for (let j = 0; j < b.length; j += 1) {
      const length = unit === b.charCodeAt(j) ? (above[j] ?? 0) + 1 : 0
      row[j + 1] = length
      if (length > 0 && length > (best?.length ?? 0)) best = { a: i + 1 - length, b: j + 1 - length, length }
    }
    ;[above, row] = [row, above]
  }
  return best
}

function longestByAnchors(a: string, b: string): CommonRun | null {
  const anchors = new Map<string, number>()
  for (let at = 0; at + ANCHOR_CHARS <= b.length; at += ANCHOR_CHARS)
    anchors.set(b.slice(at, at + ANCHOR_CHARS), at)
  let best: CommonRun | null = null
  for (let at = 0; at + ANCHOR_CHARS <= a.length; at += 1) {
    const found = anchors.get(a.slice(at, at + ANCHOR_CHARS))
    if (found === undefined) continue
    const run = widened(a, b, at, found)
    if (run.length > (best?.length ?? 0)) best = run
    at = Math.max(at, run.a + run.length - ANCHOR_CHARS)
  }
  return best
}

function widened(a: string, b: string, atA: number, atB: number): CommonRun {
  let before = 0
  while (before < Math.min(atA, atB) && a[atA - before - 1] === b[atB - before - 1]) before += 1
  let length = before
  const start = { a: atA - before, b: atB - before }
  while (
    start.a + length < a.length &&
    start.b + length < b.length &&
    a[start.a + length] === b[start.b + length]
  )
    length += 1
  return { ...start, length }
}
