// House terms found by their first word: a line of text costs one look-up per word, however long the desk file is.
import type { Line } from './block.ts'
import type { HouseTerm } from './desk-file.ts'
import { type Token, tokensOf } from './tokens.ts'

export interface TermIndex {
  /** Terms that stand in a line, longest first where they overlap, in reading order. */
  find(line: Line): readonly { readonly term: HouseTerm; readonly from: number; readonly to: number }[]
}

interface Entry {
  readonly term: HouseTerm
  readonly words: readonly string[]
}

export function createTermIndex(terms: readonly HouseTerm[]): TermIndex {
  const byFirst = new Map<string, Entry[]>()
  for (const term of terms) {
    const words = tokensOf(term.term).map((token) => plain(token.lower))
    const [first] = words
    if (first === undefined) continue
    const entries = byFirst.get(first) ?? []
    entries.push({ term, words })
    byFirst.set(first, entries)
  }
  for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length)
  if (byFirst.size === 0) return { find: () => [] }
  return {
    find(line) {
      const found: { term: HouseTerm; from: number; to: number }[] = []
      for (let index = 0; index < line.tokens.length; index++) {
        const token = line.tokens[index]
        const entries = token === undefined ? undefined : byFirst.get(plain(token.lower))
        const entry = entries?.find((one) => stands(one, line, index))
        if (token === undefined || entry === undefined) continue
        const last = line.tokens[index + entry.words.length - 1] ?? token
        found.push({ term: entry.term, from: token.start, to: last.end })
        index += entry.words.length - 1
      }
      return found
    },
  }
}

function stands({ term, words }: Entry, { text, tokens }: Line, at: number): boolean {
  let before: Token | undefined
  for (const [offset, word] of words.entries()) {
    const token = tokens[at + offset]
    if (token === undefined || plain(token.lower) !== word) return false
    // Words of a term stand side by side: a full stop or a comma between them makes it another thing.
    if (before !== undefined && !/^\s+$/.test(text.slice(before.end, token.start)) && !hasJoiner(term.term))
      return false
    before = token
  }
  const first = tokens[at]
  if (!term.matchCase || first === undefined || before === undefined) return true
  return plain(text.slice(first.start, before.end)) === plain(term.term.trim())
}

/** A term that itself has signs between its words: "his/her", "Mr. Big". */
const hasJoiner = (term: string): boolean => /[\p{L}\p{N}][^\p{L}\p{N}\s'’-]+\s*[\p{L}\p{N}]/u.test(term)

/** Typewriter and typographic apostrophes, hyphens and spaces are the same to a term. */
const plain = (text: string): string => text.replace(/[’ʼ]/g, "'").replace(/[‑‐]/g, '-').replace(/\s+/g, ' ')
