// Makes a shortest edit read like one: where several places for it cost the same, the natural one; where words that were only kept
// by chance cut a replacement into shreds, one replacement.
import { MAX_BRIDGED_WORDS, MAX_BRIDGED_SHARE } from './diff-limits.ts'
import type { WordEdit } from './shortest-edit.ts'
import type { WordCodes } from './word-codes.ts'

/** One side of a pair of texts. */
export interface EditedText {
  readonly text: string
  readonly words: WordCodes
}

/** Edits in order, none touching the next. The input is used up. */
export function readableEdit(a: EditedText, b: EditedText, edits: WordEdit[]): WordEdit[] {
  return bridged(a, b, settled(a, b, edits))
}

/**
 * A pure insertion or deletion can often stand at several places: "the cat, the dog" from "the dog" is "the cat, " or "cat, the ".
 * It goes where it touches another edit (one region less), else where its edges are those of sentences, phrases or words.
 */
function settled(a: EditedText, b: EditedText, edits: WordEdit[]): WordEdit[] {
  const done: WordEdit[] = []
  for (let index = 0; index < edits.length; index++) {
    const edit = edits[index] as WordEdit
    const next = edits[index + 1]
    const last = done[done.length - 1]
    const isInsertion = edit.aFrom === edit.aTo
    if (!isInsertion && edit.bFrom !== edit.bTo) {
      done.push(edit)
      continue
    }
    const side = isInsertion ? b : a
    const { codes } = side.words
    const from = isInsertion ? edit.bFrom : edit.aFrom
    const to = isInsertion ? edit.bTo : edit.aTo
    const roomUp = edit.aFrom - (last?.aTo ?? 0)
    const roomDown = (next?.aFrom ?? a.words.count) - edit.aTo
    let up = 0
    while (up < roomUp && codes[from - up - 1] === codes[to - up - 1]) up++
    if (up === roomUp && last !== undefined) {
      last.aTo = edit.aTo - up
      last.bTo = edit.bTo - up
      continue
    }
    let down = 0
    while (down < roomDown && codes[from + down] === codes[to + down]) down++
    if (down === roomDown && next !== undefined) {
      next.aFrom = edit.aFrom + down
      next.bFrom = edit.bFrom + down
      continue
    }
    let best = 0
    let bestScore = -1
    for (let by = -up; by <= down; by++) {
      const score = edgeScore(side, from + by) + edgeScore(side, to + by)
      if (score < bestScore || (score === bestScore && Math.abs(by) > Math.abs(best))) continue
      best = by
      bestScore = score
    }
    done.push({
      aFrom: edit.aFrom + best,
      aTo: edit.aTo + best,
      bFrom: edit.bFrom + best,
      bTo: edit.bTo + best,
    })
  }
  return done
}

const SENTENCE_END = /[.!?…。！？]["'”’»)\]]?$/
const PHRASE_END = /[,;:–—)\]”’»]$/
/** Characters looked at before an edge: a mark and a closing quote. */
const EDGE_CHARS = 2

/** How natural it is for an edit to begin or end before this word. */
function edgeScore({ text, words }: EditedText, at: number): number {
  if (at === 0 || at >= words.count) return 4
  const end = words.ends[at - 1] ?? 0
  if (words.starts[at] === end) return 0
  const before = text.slice(Math.max(0, end - EDGE_CHARS), end)
  if (SENTENCE_END.test(before)) return 3
  return PHRASE_END.test(before) ? 2 : 1
}

/**
 * DF5: words kept between two edits are taken into one replacement when they are at most MAX_BRIDGED_WORDS and say less than the edit
 * on each side does, as long as all that is taken in stays within MAX_BRIDGED_SHARE of what had to be marked.
 */
function bridged(a: EditedText, b: EditedText, edits: WordEdit[]): WordEdit[] {
  if (edits.length < 2) return edits
  let allowance = edits.reduce((sum, edit) => sum + wordsOf(edit), 0) * MAX_BRIDGED_SHARE
  const done: WordEdit[] = []
  for (const edit of edits) {
    const last = done[done.length - 1]
    const kept = last === undefined ? 0 : edit.aFrom - last.aTo
    if (
      last !== undefined &&
      kept <= MAX_BRIDGED_WORDS &&
      kept * 2 <= allowance &&
      lettersIn(a, last.aTo, edit.aFrom) <= Math.min(weightOf(a, b, last), weightOf(a, b, edit))
    ) {
      allowance -= kept * 2
      last.aTo = edit.aTo
      last.bTo = edit.bTo
    } else done.push(edit)
  }
  return done
}

const wordsOf = (edit: WordEdit): number => edit.aTo - edit.aFrom + edit.bTo - edit.bFrom

const weightOf = (a: EditedText, b: EditedText, edit: WordEdit): number =>
  Math.max(lettersIn(a, edit.aFrom, edit.aTo), lettersIn(b, edit.bFrom, edit.bTo))

/** Characters of words with letters or digits in them; punctuation weighs nothing. */
function lettersIn({ text, words }: EditedText, from: number, to: number): number {
  let letters = 0
  for (let at = from; at < to; at++) {
    const start = words.starts[at] ?? 0
    const end = words.ends[at] ?? 0
    if (end - start > 1 || /[\p{L}\p{N}]/u.test(text.slice(start, end))) letters += end - start
  }
  return letters
}
