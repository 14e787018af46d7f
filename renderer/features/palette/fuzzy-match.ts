// Fuzzy match of what was typed against a short label: letters in order, better at word starts and in runs.

export interface FuzzyMatch {
  readonly score: number
  /** Which characters (by code point) were matched, ascending. */
  readonly at: readonly number[]
}

const WORD_START = 8
const RUN = 5
const GAP = -1

/** The best match, or null when the letters do not occur in this order. Nothing typed matches everything equally. */
export function fuzzyMatch(typed: string, label: string): FuzzyMatch | null {
  const wanted = Array.from(typed.toLowerCase()).filter((character) => character.trim() !== '')
  const text = Array.from(label.toLowerCase())
  if (wanted.length === 0) return { score: 0, at: [] }
  let best: FuzzyMatch | null = null
  for (let start = 0; start <= text.length - wanted.length; start++) {
    if (text[start] !== wanted[0]) continue
    const match = matchFrom(wanted, text, start)
    if (match && (best === null || match.score > best.score)) best = match
  }
  return best
}

/** Greedy from a start, preferring the beginning of the next word when the run breaks. */
function matchFrom(wanted: readonly string[], text: readonly string[], start: number): FuzzyMatch | null {
  const at: number[] = []
  let score = -start
  let from = start
  for (const character of wanted) {
    const inRun = text[from] === character ? from : -1
    const found = inRun >= 0 ? inRun : nextPlace(text, character, from)
    if (found < 0) return null
    const previous = at.at(-1)
    if (isWordStart(text, found)) score += WORD_START
    if (previous === found - 1) score += RUN
    else if (previous !== undefined) score += GAP * Math.min(found - previous, 10)
    at.push(found)
    from = found + 1
  }
  return { score, at }
}

function nextPlace(text: readonly string[], character: string, from: number): number {
  let first = -1
  for (let index = from; index < text.length; index++) {
    if (text[index] !== character) continue
    if (isWordStart(text, index)) return index
    if (first < 0) first = index
  }
  return first
}

const isWordStart = (text: readonly string[], index: number): boolean =>
  index === 0 || !/[\p{L}\p{N}]/u.test(text[index - 1] ?? '')
