// Text of an article without its markup, and the counts a newsroom works with. Everything here is linear in the text.
import type { NodeJson } from './article.ts'
import { READING_WORDS_PER_MINUTE } from './limits.ts'

export interface ArticleMeasure {
  readonly words: number
  readonly characters: number
  readonly readingMinutes: number
}
export type HeadName = 'kicker' | 'headline' | 'standfirst'

const HEADS: ReadonlySet<string> = new Set(['kicker', 'headline', 'standfirst'])
const STASH = 'stash'
/** Furniture around the story: it never counts towards a commissioned length, and a pull quote repeats what is counted already. */
const UNCOUNTED: ReadonlySet<string> = new Set([
  ...HEADS,
  STASH,
  'pullQuote',
  'caption',
  'credit',
  'tableCaption',
])

/**
 * Words of a text: runs of letters, marks and digits; apostrophes, hyphens and full stops join when they stand inside a
 * word ("didn't", "on-the-record", "U.S."), commas and colons inside a number ("1,000", "5:35"). Han, Hiragana and Katakana count one each;
 * Hangul is written with spaces and counts as words. Scripts without spaces (Thai, Lao, Khmer) count a run as one word.
 */
export function wordsIn(text: string): number {
  let count = 0
  eachWord(text, () => count++)
  return count
}

/** Calls back with the bounds of each word; the only place that knows what a word is. */
function eachWord(text: string, visit: (start: number, end: number) => void): void {
  const length = text.length
  let start = -1
  let index = 0
  while (index < length) {
    const width = isHighSurrogate(text.charCodeAt(index)) && index + 1 < length ? 2 : 1
    const kind = kindAt(text, index)
    const isInside =
      kind === WORD || kind === DIGIT || (start >= 0 && joins(kind, text, index, start) && index + 1 < length)
    if (isInside) {
      if (start < 0) start = index
    } else {
      if (start >= 0) visit(start, index)
      start = -1
      if (kind === IDEOGRAPH) visit(index, index + width)
    }
    index += width
  }
  if (start >= 0) visit(start, length)
}

/**
 * The body as text, one line per text block: captions, credits, quotes, tables and fact boxes included, kicker, headline and
 * standfirst not. Works on content a newer Stet wrote, too: an unknown node contributes its text.
 */
export function bodyText(content: NodeJson, options: { readonly withStash: boolean }): string {
  const lines: string[] = []
  collectLines(content, (type) => HEADS.has(type) || (type === STASH && !options.withStash), lines)
  return lines.join('\n')
}

/** Text of a head line. Two writers offline can leave several of them: all of their text is kept, a space between. */
export function headText(content: NodeJson, name: HeadName): string {
  const parts: string[] = []
  for (const child of content.content ?? []) if (child.type === name) parts.push(inlineText(child))
  return parts.filter((part) => part.trim() !== '').join(' ')
}

/** All text below a node, without separators; a line break counts as a newline. */
export function inlineText(node: NodeJson): string {
  if (node.text !== undefined) return node.text
  if (node.type === 'hardBreak') return '\n'
  let text = ''
  for (const child of node.content ?? []) text += inlineText(child)
  return text
}

/**
 * The length of the story as a desk commissions it: body copy with crossheads, block quotes, lists, tables and fact boxes.
 * Not kicker, headline, standfirst, pull quotes, captions, credits, and never the stash. Characters include spaces.
 */
export function measureArticle(content: NodeJson): ArticleMeasure {
  let words = 0
  let characters = 0
  for (const line of countedLines(content)) {
    words += wordsIn(line)
    characters += codePointsIn(line)
  }
  return { words, characters, readingMinutes: readingMinutes(words) }
}

/** The words of `measureArticle` alone, for callers that need no more. */
export const storyWords = (content: NodeJson): number =>
  countedLines(content).reduce((words, line) => words + wordsIn(line), 0)

function countedLines(content: NodeJson): readonly string[] {
  const lines: string[] = []
  collectLines(content, (type) => UNCOUNTED.has(type), lines)
  return lines
}

/** Whole minutes; anything with a word in it takes at least one. */
export function readingMinutes(words: number): number {
  return words === 0 ? 0 : Math.max(1, Math.round(words / READING_WORDS_PER_MINUTE))
}

/** Words that one text has and the other has not, counted as multisets: moving a sentence changes nothing. */
export function multisetWordDelta(
  before: string,
  after: string,
): { readonly added: number; readonly removed: number } {
  const balance = new Map<string, number>()
  eachWord(after, (start, end) => tally(balance, after.slice(start, end), 1))
  eachWord(before, (start, end) => tally(balance, before.slice(start, end), -1))
  let added = 0
  let removed = 0
  for (const count of balance.values()) {
    if (count > 0) added += count
    else removed -= count
  }
  return { added, removed }
}

function tally(balance: Map<string, number>, word: string, by: number): void {
  balance.set(word, (balance.get(word) ?? 0) + by)
}

/** One line per node that holds inline content directly. */
function collectLines(node: NodeJson, isSkipped: (type: string) => boolean, lines: string[]): void {
  let line: string | null = null
  for (const child of node.content ?? []) {
    if (child.text !== undefined || child.type === 'hardBreak') {
      line = (line ?? '') + inlineText(child)
      continue
    }
    if (line !== null) lines.push(line)
    line = null
    if (!isSkipped(child.type)) collectLines(child, isSkipped, lines)
  }
  if (line !== null) lines.push(line)
}

function codePointsIn(text: string): number {
  let count = text.length
  for (let index = 0; index < text.length - 1; index++)
    if (isHighSurrogate(text.charCodeAt(index)) && isLowSurrogate(text.charCodeAt(index + 1))) count--
  return count
}

const UNKNOWN = 0
const BREAK = 1
const WORD = 2
const DIGIT = 3
const IDEOGRAPH = 4
/** Joins two word characters. */
const JOINER = 5
/** Joins two digits. */
const NUMBER_JOINER = 6

/** Kind of each UTF-16 unit, filled as texts are met: one array look-up per character, a regular expression once per letter. */
const kinds = new Uint8Array(0x10000)

function kindAt(text: string, index: number): number {
  const unit = text.charCodeAt(index)
  if (isHighSurrogate(unit)) return classify(String.fromCodePoint(text.codePointAt(index) ?? unit))
  const known = kinds[unit] ?? UNKNOWN
  if (known !== UNKNOWN) return known
  const kind = classify(String.fromCharCode(unit))
  kinds[unit] = kind
  return kind
}

function classify(character: string): number {
  if (/['’‘ʼ\-‐‑.]/u.test(character)) return JOINER
  if (/[,:]/.test(character)) return NUMBER_JOINER
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(character) && /\p{L}/u.test(character))
    return IDEOGRAPH
  if (/\p{N}/u.test(character)) return DIGIT
  return /[\p{L}\p{M}]/u.test(character) ? WORD : BREAK
}

function joins(kind: number, text: string, index: number, start: number): boolean {
  if (kind !== JOINER && kind !== NUMBER_JOINER) return false
  const before = kindAt(text, index > start ? index - 1 : index)
  const after = kindAt(text, index + 1)
  if (kind === NUMBER_JOINER) return before === DIGIT && after === DIGIT
  return before !== JOINER && before !== NUMBER_JOINER && (after === WORD || after === DIGIT)
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff
