// Text as numbers: each word a code, so that comparing words is comparing integers. A word is a run of letters, marks and digits;
// every other visible character is a word of its own, with what belongs to it (accents, joiners, skin tones). White space is in between.
import type { InlineText } from './inline-text.ts'

export interface WordCodes {
  readonly count: number
  readonly codes: Int32Array
  /** Offsets of each word in the text. */
  readonly starts: Int32Array
  readonly ends: Int32Array
}

/** Gives equal words equal codes, for as long as one diff takes. */
export interface CodeBook {
  readonly codeOf: (word: string) => number
  readonly size: () => number
}

export function createCodeBook(): CodeBook {
  const codes = new Map<string, number>()
  return {
    codeOf(word) {
      const known = codes.get(word)
      if (known !== undefined) return known
      codes.set(word, codes.size + 1)
      return codes.size
    },
    size: () => codes.size + 1,
  }
}

export function encodeWords(inline: InlineText, book: CodeBook): WordCodes {
  const { text, spans, breaks } = inline
  if (scratch.length < text.length * 3) scratch = new Int32Array(text.length * 6)
  let filled = 0
  const add = (code: number, from: number, to: number): void => {
    scratch[filled++] = code
    scratch[filled++] = from
    scratch[filled++] = to
  }
  const addWord = (from: number, to: number): void => add(book.codeOf(text.slice(from, to)), from, to)
  let at = 0
  let nextBreak = 0
  const scanTo = (end: number): void => {
    for (; nextBreak < breaks.length && (breaks[nextBreak] ?? 0) < end; nextBreak++) {
      const stop = breaks[nextBreak] ?? 0
      scanWords(text, at, stop, addWord)
      at = Math.max(at, stop)
    }
    scanWords(text, at, end, addWord)
    at = end
  }
  for (const span of spans) {
    if (span.leaf === null) continue
    scanTo(span.from)
    // No word of a text contains white space, so this code is nobody else's.
    add(book.codeOf(`\n${span.leaf}`), span.from, span.to)
    at = span.to
  }
  scanTo(text.length)
  return wordsIn(scratch, filled / 3)
}

/** Triples of code, start and end, kept from text to text. */
let scratch = new Int32Array(0x4000)

/** Numbers in one allocation; the words of a paragraph take a hundred. Thousands of small arrays are what collecting garbage takes time for. */
const SHARED_LENGTH = 0x8000
let shared = new Int32Array(SHARED_LENGTH)
let used = 0

function wordsIn(triples: Int32Array, count: number): WordCodes {
  if (used + count * 3 > shared.length) {
    shared = new Int32Array(Math.max(SHARED_LENGTH, count * 3))
    used = 0
  }
  const codes = shared.subarray(used, used + count)
  const starts = shared.subarray(used + count, used + count * 2)
  const ends = shared.subarray(used + count * 2, used + count * 3)
  used += count * 3
  for (let index = 0, at = 0; index < count; index++, at += 3) {
    codes[index] = triples[at] ?? 0
    starts[index] = triples[at + 1] ?? 0
    ends[index] = triples[at + 2] ?? 0
  }
  return { count, codes, starts, ends }
}

const UNKNOWN = 0
const SPACE = 1
const LETTER = 2
/** Han and kana: written without spaces, so each is a word. */
const IDEOGRAPH = 3
const SYMBOL = 4
/** Belongs to the character before it. */
const EXTENDER = 5
const FLAG_LETTER = 6

const JOINER = 0x200d

/** Calls back with the bounds of each word. */
export function scanWords(
  text: string,
  from: number,
  end: number,
  visit: (from: number, to: number) => void,
): void {
  let at = from
  while (at < end) {
    const kind = kindAt(text, at)
    const start = at
    at += widthAt(text, at)
    if (kind === SPACE) continue
    if (kind === LETTER || kind === EXTENDER) at = endOfWord(text, at, end)
    else {
      if (kind === FLAG_LETTER && at < end && kindAt(text, at) === FLAG_LETTER) at += widthAt(text, at)
      at = endOfSymbol(text, at, end)
    }
    visit(start, at)
  }
}

function endOfWord(text: string, from: number, end: number): number {
  let at = from
  while (at < end) {
    const kind = kindAt(text, at)
    if (kind !== LETTER && kind !== EXTENDER) return at
    at += widthAt(text, at)
  }
  return end
}

/** Accents and variation selectors stay with a symbol, and what a joiner joins to it. */
function endOfSymbol(text: string, from: number, end: number): number {
  let at = from
  while (at < end && kindAt(text, at) === EXTENDER) {
    const isJoiner = text.charCodeAt(at) === JOINER
    at += widthAt(text, at)
    if (isJoiner && at < end && kindAt(text, at) === SYMBOL) at += widthAt(text, at)
  }
  return at
}

/** Kind of each UTF-16 unit, filled as texts are met. */
const kinds = new Uint8Array(0x10000)

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at)
  const known = kinds[unit] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  if (isHighSurrogate(unit)) return classify(String.fromCodePoint(text.codePointAt(at) ?? unit))
  const kind = classify(String.fromCharCode(unit))
  kinds[unit] = kind
  return kind
}

function classify(character: string): number {
  if (/\s/u.test(character)) return SPACE
  if (/[\p{M}\p{Cf}\p{Emoji_Modifier}]/u.test(character)) return EXTENDER
  if (/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character) && /\p{L}/u.test(character))
    return IDEOGRAPH
  if (/[\p{L}\p{N}]/u.test(character)) return LETTER
  return /\p{Regional_Indicator}/u.test(character) ? FLAG_LETTER : SYMBOL
}

const widthAt = (text: string, at: number): number =>
  isHighSurrogate(text.charCodeAt(at)) && isLowSurrogate(text.charCodeAt(at + 1)) ? 2 : 1
const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Words as they are counted for people and in the reference figures: an unbroken run of ideographs is one. */
export function countWords(text: string): number {
  let count = 0
  let endOfIdeographs = -1
  scanWords(text, 0, text.length, (from, to) => {
    const isIdeograph = kindAt(text, from) === IDEOGRAPH
    if (!(isIdeograph && from === endOfIdeographs)) count++
    endOfIdeographs = isIdeograph ? to : -1
  })
  return count
}
