// How much a change of text says, so that a reader can dim what says little.
import type { Weight } from './revision-diff.ts'

/** Every style of quotation mark, and of apostrophe. */
const DOUBLE_QUOTES = /[“”„‟«»″＂]/gu
const SINGLE_QUOTES = /[‘’‚‛‹›′ʼ＇`´]/gu
/** White space and what is seen as none. */
const SPACE = /[\s\u00ad\u200b\u2060\ufeff]+/gu
const PUNCTUATION_ONLY = /^\p{P}*$/u

export function weigh(before: string, after: string): Weight {
  const a = before.replace(SPACE, '')
  const b = after.replace(SPACE, '')
  if (a === b) return 'space'
  if (plainQuotes(a) === plainQuotes(b)) return 'quotes'
  if (PUNCTUATION_ONLY.test(a) && PUNCTUATION_ONLY.test(b)) return 'punctuation'
  if (a.toLowerCase() === b.toLowerCase()) return 'case'
  return 'words'
}

const plainQuotes = (text: string): string => text.replace(DOUBLE_QUOTES, '"').replace(SINGLE_QUOTES, "'")
