// Cuts the place that a search found out of an article's text, in pieces and never as markup. Reads words as the index
// does (unicode61, diacritics removed) from the stored text: FTS5's own snippet() asks the whole query again for each row.
import type { Snippet } from '#shared/library/article-summary.ts'
import type { SearchQuery, SearchTerm } from '#shared/library/search-query.ts'

/** Words shown, and how many of them before the first hit: a desk row has room for about two lines. */
const SNIPPET_WORDS = 24
const WORDS_BEFORE = 8

/** Where to look first: the row shows headline and slugline anyway. */
const FIELDS = ['body', 'standfirst', 'people', 'slugline', 'headline'] as const
export type SnippetTexts = Readonly<Record<(typeof FIELDS)[number], string>>

interface Word {
  readonly folded: string
  readonly start: number
  readonly end: number
}
interface Wanted {
  readonly words: readonly string[]
  readonly isPrefix: boolean
}
/** Positions in the list of words, the last one included. */
interface Hit {
  readonly first: number
  readonly last: number
}

/** Null when no field holds any of the wanted words. */
export function cutSnippet(texts: SnippetTexts, query: SearchQuery): Snippet | null {
  const wanted = query.wanted.map(wantedOf)
  for (const field of FIELDS) {
    const parts = cutField(texts[field], wanted)
    if (parts !== null) return { field, parts }
  }
  return null
}

function cutField(text: string, wanted: readonly Wanted[]): Snippet['parts'] | null {
  const words: Word[] = []
  const hits: Hit[] = []
  let from = 0
  for (const word of wordsOf(text)) {
    words.push(word)
    const last = words.length - 1
    const hit = hitEndingAt(words, last, wanted)
    if (hit !== null) {
      if (hits.length === 0) from = Math.max(0, hit.first - WORDS_BEFORE)
      hits.push(hit)
    }
    // One word more than is shown tells whether the text goes on.
    if (hits.length > 0 && last >= from + SNIPPET_WORDS) break
  }
  return hits.length === 0 ? null : cutParts(text, words, hits, from)
}

function cutParts(
  text: string,
  words: readonly Word[],
  hits: readonly Hit[],
  from: number,
): Snippet['parts'] {
  const isCutAfter = words.length > from + SNIPPET_WORDS
  const shown = words.slice(0, from + SNIPPET_WORDS)
  const parts: { text: string; isHit: boolean }[] = []
  const add = (start: number, end: number, isHit: boolean) => {
    if (end > start) parts.push({ text: text.slice(start, end), isHit })
  }
  let at = from === 0 ? 0 : (words[from]?.start ?? 0)
  if (from > 0) parts.push({ text: '…', isHit: false })
  for (const { first, last } of hits) {
    const start = Math.max(at, words[first]?.start ?? at)
    const end = shown[last]?.end
    if (end === undefined) continue
    add(at, start, false)
    add(start, end, true)
    at = Math.max(at, end)
  }
  add(at, isCutAfter ? (shown.at(-1)?.end ?? at) : text.length, false)
  if (isCutAfter) parts.push({ text: '…', isHit: false })
  return joinNeighbours(parts)
}

function joinNeighbours(parts: readonly { text: string; isHit: boolean }[]): Snippet['parts'] {
  const joined: { text: string; isHit: boolean }[] = []
  for (const part of parts) {
    const previous = joined.at(-1)
    if (previous?.isHit === part.isHit) previous.text += part.text
    else joined.push({ ...part })
  }
  return joined
}

function hitEndingAt(words: readonly Word[], last: number, wanted: readonly Wanted[]): Hit | null {
  for (const { words: asked, isPrefix } of wanted) {
    const first = last - asked.length + 1
    if (first < 0) continue
    const isHit = asked.every((word, at) => {
      const folded = words[first + at]?.folded ?? ''
      return isPrefix && at === asked.length - 1 ? folded.startsWith(word) : folded === word
    })
    if (isHit) return { first, last }
  }
  return null
}

function wantedOf(term: SearchTerm): Wanted {
  return { words: [...wordsOf(term.text)].map(({ folded }) => folded), isPrefix: term.isPrefix }
}

function* wordsOf(text: string): Generator<Word> {
  for (const match of text.matchAll(/[\p{L}\p{N}\p{Co}][\p{L}\p{N}\p{Co}\p{Mn}]*/gu))
    yield { folded: fold(match[0]), start: match.index, end: match.index + match[0].length }
}

function fold(word: string): string {
  const lower = word.toLowerCase()
  return /^[a-z0-9]*$/u.test(lower) ? lower : lower.normalize('NFD').replaceAll(/\p{Mn}/gu, '')
}
