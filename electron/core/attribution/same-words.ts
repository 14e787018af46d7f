// Finds where the words of one text stand in another: which deleted characters those that came back were.

/** Places of the same words that are weighed against each other; more would be letters. */
const MAX_PLACES = 200
/** Pairs of characters compared for one text: 2 million take some 8 ms. Longer texts are held against each other by anchors. */
const MAX_PAIRS = 2_000_000
/** Characters of an anchor, and between two of them: rare enough to stand in few places, and in every run of 31. */
const ANCHOR_CHARS = 16
/** Places at which one anchor is followed; a story repeats itself less often. */
const MAX_ANCHOR_PLACES = 4

/** For each character of `wanted` its place in the source, or -1. */
export type Places = Int32Array

/** A text that others are sought in. */
export interface Source {
  readonly text: string
  /** Where each anchor stands; made when first asked for. */
  anchors(): ReadonlyMap<string, readonly number[]>
}

export function sourceOf(text: string): Source {
  let anchors: Map<string, number[]> | null = null
  return {
    text,
    anchors() {
      if (anchors !== null) return anchors
      anchors = new Map()
      for (let at = 0; at + ANCHOR_CHARS <= text.length; at += ANCHOR_CHARS) {
        const anchor = text.slice(at, at + ANCHOR_CHARS)
        const places = anchors.get(anchor)
        if (places === undefined) anchors.set(anchor, [at])
        else if (places.length < MAX_ANCHOR_PLACES) places.push(at)
      }
      return anchors
    },
  }
}

/** All of `wanted` in one place; of several the one that `prefer` says most of. Null when it is in none. */
export function wholeRun(
  wanted: string,
  { text }: Source,
  prefer: (from: number, to: number) => number,
): Places | null {
  let best = -1
  let bestScore = Number.NEGATIVE_INFINITY
  let from = text.indexOf(wanted)
  for (let count = 0; from >= 0 && count < MAX_PLACES; count += 1) {
    const score = prefer(from, from + wanted.length)
    if (score >= bestScore) {
      best = from
      bestScore = score
    }
    from = text.indexOf(wanted, from + 1)
  }
  return best < 0 ? null : Int32Array.from({ length: wanted.length }, (_, index) => best + index)
}

/** All of `wanted` in order, with other characters between: in the longest runs if those leave nothing over. Null when it is not there. */
export function scattered(wanted: string, source: Source): Places | null {
  const places = new Int32Array(wanted.length)
  let at = -1
  for (let index = 0; index < wanted.length; index += 1) {
    at = source.text.indexOf(wanted[index] ?? '', at + 1)
    if (at < 0) return null
    places[index] = at
  }
  const runs = commonRuns(wanted, source, 1)
  return runs.every((place) => place >= 0) ? withSpaceBehind(runs, wanted, source.text) : places
}

/** The space between two words goes with the one in front, if that has one: it could as well be the other's. */
function withSpaceBehind(places: Places, wanted: string, text: string): Places {
  for (let index = 1; index < places.length; index += 1) {
    const behind = (places[index - 1] ?? 0) + 1
    if (/\s/.test(wanted[index] ?? '') && wanted[index] === text[behind]) places[index] = behind
  }
  return places
}

/**
 * What both have in common, in runs of at least `least` characters. Short texts: in order, the longest run first, then what is left
 * on either side. Long ones: from the front, wherever each run stands, as far as anchors find it.
 */
export function commonRuns(wanted: string, source: Source, least: number): Places {
  const places = new Int32Array(wanted.length).fill(-1)
  const take = (run: CommonRun): void => {
    for (let index = 0; index < run.length; index += 1) places[run.a + index] = run.b + index
  }
  if (wanted.length * source.text.length > MAX_PAIRS) {
    for (const run of anchoredRuns(wanted, source)) if (run.length >= least) take(run)
    return places
  }
  const open: Part[] = [{ a0: 0, a1: wanted.length, b0: 0, b1: source.text.length }]
  let pairs = MAX_PAIRS
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const { a0, a1, b0, b1 } = part
    pairs -= (a1 - a0) * (b1 - b0)
    const found = pairs < 0 ? null : longestRun(wanted, source.text, part)
    if (found === null || found.length < least) continue
    const run = wholeWords(wanted, found, part, least)
    take(run)
    open.push({ a0, a1: run.a, b0, b1: run.b })
    open.push({ a0: run.a + run.length, a1, b0: run.b + run.length, b1 })
  }
  return places
}

/** From `a0` to `a1` of the one text, from `b0` to `b1` of the other. */
interface Part {
  readonly a0: number
  readonly a1: number
  readonly b0: number
  readonly b1: number
}
interface CommonRun {
  readonly a: number
  readonly b: number
  readonly length: number
}

function longestRun(wanted: string, text: string, { a0, a1, b0, b1 }: Part): CommonRun | null {
  let above = new Uint32Array(b1 - b0 + 1)
  let row = new Uint32Array(b1 - b0 + 1)
  let best: CommonRun | null = null
  for (let a = a0; a < a1; a += 1) {
    const unit = wanted.charCodeAt(a)
    for (let b = b0; b < b1; b += 1) {
      const length = unit === text.charCodeAt(b) ? (above[b - b0] ?? 0) + 1 : 0
      row[b - b0 + 1] = length
      if (length > (best?.length ?? 0)) best = { a: a + 1 - length, b: b + 1 - length, length }
    }
    ;[above, row] = [row, above]
  }
  return best
}

/** Without ends that are parts of a word of `wanted`: the word may stand whole elsewhere. As it is when too little is left. */
function wholeWords(wanted: string, run: CommonRun, { a0, a1 }: Part, least: number): CommonRun {
  let from = run.a
  let to = run.a + run.length
  if (from > a0) while (from < to && isInWord(wanted, from)) from += 1
  if (to < a1) while (to > from && isInWord(wanted, to)) to -= 1
  return to - from < least ? run : { a: from, b: run.b + from - run.a, length: to - from }
}

/** Whether a cut before this character would part a word. */
const isInWord = (text: string, at: number): boolean => isWordly(text[at - 1]) && isWordly(text[at])
const isWordly = (character: string | undefined): boolean =>
  character !== undefined && /[\p{L}\p{M}\p{N}]/u.test(character)

/** Each begins where the one before ended, at the earliest; of an anchor's places the one with the longest run. */
function anchoredRuns(wanted: string, source: Source): CommonRun[] {
  const anchors = source.anchors()
  const runs: CommonRun[] = []
  let done = 0
  for (let a = 0; a + ANCHOR_CHARS <= wanted.length; a += 1) {
    let best: CommonRun | null = null
    for (const b of anchors.get(wanted.slice(a, a + ANCHOR_CHARS)) ?? []) {
      const run = widened(wanted, source.text, a, b, done)
      if (run.length > (best?.length ?? 0)) best = run
    }
    if (best === null) continue
    runs.push(best)
    done = best.a + best.length
    a = done - 1
  }
  return runs
}

function widened(wanted: string, text: string, a: number, b: number, done: number): CommonRun {
  let before = 0
  while (
    a - before > done &&
    b - before > 0 &&
    wanted.charCodeAt(a - before - 1) === text.charCodeAt(b - before - 1)
  )
    before += 1
  const [from, to] = [a - before, b - before]
  let length = before
  while (
    from + length < wanted.length &&
    to + length < text.length &&
    wanted.charCodeAt(from + length) === text.charCodeAt(to + length)
  )
    length += 1
  return { a: from, b: to, length }
}
