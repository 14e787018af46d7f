// How much a change of text says, so that a reader can dim what says little.
import type { Weight } from './revision-diff.ts'
import { countWords } from './word-codes.ts'

/** Every style of quotation mark, and of apostrophe. */
const DOUBLE_QUOTES = /[“”„‟«»″＂]/gu
const SINGLE_QUOTES = /[‘’‚‛‹›′ʼ＇`´]/gu
/** White space and what is seen as none. */
const SPACE = /[\s\u00ad\u200b\u2060\ufeff]+/gu
/** Marks that part and join words. Signs that say something (5 %, § 3, R&D, $, +) are words. */
const PUNCTUATION_ONLY = /^(?:(?![%‰§&@#])\p{P}|[|`^~¨])*$/u

/** What stands right before and after a change. */
export interface Neighbours {
  readonly last: string
  readonly next: string
}

const NOBODY: Neighbours = { last: '', next: '' }
/** 1.5 is not 15, and -5 is not 5. */
const SIGN = /[-‐‑–−.,]$/u

export function weigh(before: string, after: string, { last, next }: Neighbours = NOBODY): Weight {
  const a = before.replace(SPACE, '')
  const b = after.replace(SPACE, '')
  // "every day" and "everyday" are other words.
  if (a === b) return countWords(before) === countWords(after) ? 'space' : 'words'
  if (plainQuotes(a) === plainQuotes(b)) return 'quotes'
  if (PUNCTUATION_ONLY.test(a) && PUNCTUATION_ONLY.test(b)) {
    const isInNumber = /^\p{N}/u.test(next) && (/\p{N}$/u.test(last) || SIGN.test(a) || SIGN.test(b))
    return isInNumber ? 'words' : 'punctuation'
  }
  if (a.toLowerCase() === b.toLowerCase()) return 'case'
  return 'words'
}

const plainQuotes = (text: string): string => text.replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'")
