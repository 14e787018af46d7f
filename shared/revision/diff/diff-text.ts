// Two texts to the stretches they share and the stretches that were changed, in characters.
import type { InlineText } from './inline-text.ts'
import { readableEdit } from './readable-edit.ts'
import { shortestEdit, type WordEdit } from './shortest-edit.ts'
import type { WordCodes } from './word-codes.ts'

/** Characters [aFrom, aTo) of the old and [bFrom, bTo) of the new text. Equal text has equal length. */
export interface TextSegment {
  readonly isSame: boolean
  readonly aFrom: number
  readonly aTo: number
  readonly bFrom: number
  readonly bTo: number
}
export interface CodedText {
  readonly inline: InlineText
  readonly words: WordCodes
}

const NO_EDIT: Readonly<WordEdit> = { aFrom: 0, aTo: 0, bFrom: 0, bTo: 0 }

/** Segments cover both texts, changed ones never touch each other. White space belongs to what it stands between. */
export function diffText(a: CodedText, b: CodedText): TextSegment[] {
  const textA = a.inline.text
  const textB = b.inline.text
  const segments: TextSegment[] = []
  const add = (isSame: boolean, aFrom: number, aTo: number, bFrom: number, bTo: number): void => {
    if (aFrom === aTo && bFrom === bTo) return
    const last = segments[segments.length - 1]
    if (last?.isSame !== isSame) segments.push({ isSame, aFrom, aTo, bFrom, bTo })
    else segments[segments.length - 1] = { ...last, aTo, bTo }
  }
  const edits = readableEdit(
    { text: textA, words: a.words },
    { text: textB, words: b.words },
    shortestEdit(a.words.codes, a.words.count, b.words.codes, b.words.count),
  )
  let charA = 0
  let charB = 0
  /** What stands between two kept words: white space and perhaps edited words. */
  const between = (toA: number, toB: number, edit: Readonly<WordEdit> = NO_EDIT): void => {
    const { aFrom, aTo, bFrom, bTo } = edit
    // White space that both begin or end with is nobody's change; what is not white space stops the search.
    const headA = aFrom < aTo ? (a.words.starts[aFrom] ?? toA) : toA
    const headB = bFrom < bTo ? (b.words.starts[bFrom] ?? toB) : toB
    let head = 0
    while (charA + head < headA && charB + head < headB && textA[charA + head] === textB[charB + head]) head++
    const tailA = aFrom < aTo ? (a.words.ends[aTo - 1] ?? charA) : charA + head
    const tailB = bFrom < bTo ? (b.words.ends[bTo - 1] ?? charB) : charB + head
    let tail = 0
    while (toA - tail > tailA && toB - tail > tailB && textA[toA - tail - 1] === textB[toB - tail - 1]) tail++
    add(true, charA, charA + head, charB, charB + head)
    add(false, charA + head, toA - tail, charB + head, toB - tail)
    add(true, toA - tail, toA, toB - tail, toB)
    charA = toA
    charB = toB
  }
  let wordA = 0
  let wordB = 0
  const keepUntil = (end: number): void => {
    if (wordA >= end) return
    const length = end - wordA
    const toA = a.words.ends[end - 1] ?? charA
    const toB = b.words.ends[wordB + length - 1] ?? charB
    const startA = a.words.starts[wordA] ?? charA
    const startB = b.words.starts[wordB] ?? charB
    if (toA - startA === toB - startB && textA.slice(startA, toA) === textB.slice(startB, toB))
      add(true, startA, toA, startB, toB)
    else
      for (let at = 0; at < length; at++) {
        const fromA = a.words.starts[wordA + at] ?? charA
        const fromB = b.words.starts[wordB + at] ?? charB
        if (at > 0) between(fromA, fromB)
        charA = a.words.ends[wordA + at] ?? charA
        charB = b.words.ends[wordB + at] ?? charB
        add(true, fromA, charA, fromB, charB)
      }
    charA = toA
    charB = toB
    wordA = end
    wordB += length
  }
  for (const edit of edits) {
    if (edit.aFrom > wordA) {
      between(a.words.starts[wordA] ?? 0, b.words.starts[wordB] ?? 0)
      keepUntil(edit.aFrom)
    }
    const toA = edit.aTo < a.words.count ? (a.words.starts[edit.aTo] ?? 0) : textA.length
    const toB = edit.bTo < b.words.count ? (b.words.starts[edit.bTo] ?? 0) : textB.length
    between(toA, toB, edit)
    wordA = edit.aTo
    wordB = edit.bTo
  }
  if (wordA < a.words.count) {
    between(a.words.starts[wordA] ?? 0, b.words.starts[wordB] ?? 0)
    keepUntil(a.words.count)
  }
  between(textA.length, textB.length)
  return segments
}
