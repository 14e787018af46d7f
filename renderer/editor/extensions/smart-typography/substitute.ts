// Which typed character becomes which mark, by language. Pure: the plugin beside it applies the answer.

/** Opening and closing marks: outer pair, then inner pair. Source: CLDR 44 delimiters; spaces inside French marks as in the Lexique. */
const NARROW_NBSP = '\u202f'
const QUOTES: Readonly<Record<string, readonly [string, string, string, string]>> = {
  en: ['“', '”', '‘', '’'],
  de: ['„', '“', '‚', '‘'],
  'de-CH': ['«', '»', '‹', '›'],
  fr: [`«${NARROW_NBSP}`, `${NARROW_NBSP}»`, '“', '”'],
  'fr-CH': ['«', '»', '‹', '›'],
  es: ['«', '»', '“', '”'],
  it: ['«', '»', '“', '”'],
  pt: ['“', '”', '‘', '’'],
  'pt-PT': ['«', '»', '“', '”'],
  nl: ['“', '”', '‘', '’'],
  sv: ['”', '”', '’', '’'],
  fi: ['”', '”', '’', '’'],
  nb: ['«', '»', '‘', '’'],
  no: ['«', '»', '‘', '’'],
  nn: ['«', '»', '‘', '’'],
  da: ['“', '”', '‘', '’'],
  pl: ['„', '”', '«', '»'],
  cs: ['„', '“', '‚', '‘'],
  sk: ['„', '“', '‚', '‘'],
  hu: ['„', '”', '»', '«'],
  ro: ['„', '”', '«', '»'],
  bg: ['„', '“', '’', '’'],
  hr: ['„', '“', '‚', '‘'],
  sl: ['„', '“', '‚', '‘'],
  el: ['«', '»', '“', '”'],
  ru: ['«', '»', '„', '“'],
  uk: ['«', '»', '„', '“'],
  tr: ['“', '”', '‘', '’'],
}
const APOSTROPHE = '’'

export interface Substitution {
  /** Characters before the typed one that go as well. */
  readonly remove: number
  readonly insert: string
}

/**
 * What the typed character becomes after `before` (the text of the block up to the caret), or null to leave it as typed.
 * Languages are matched exactly, then by their first subtag, then as English.
 */
export function substitute(before: string, typed: string, language: string): Substitution | null {
  const last = before.at(-1) ?? ''
  if (typed === '"')
    return { remove: 0, insert: opensHere(last, language) ? quotes(language)[0] : quotes(language)[1] }
  if (typed === "'") return { remove: 0, insert: singleQuote(before, last, language) }
  if (typed === '-') return dash(before, language)
  if (typed === '.' && before.endsWith('..') && !before.endsWith('...')) return { remove: 2, insert: '…' }
  // '90s, '08: the mark before figures is an apostrophe, though it looked like an opening quote when it was typed.
  if (/^\d$/.test(typed) && last === quotes(language)[2] && last === '‘' && !/\S‘$/.test(before))
    return { remove: 1, insert: `${APOSTROPHE}${typed}` }
  return null
}

function singleQuote(before: string, last: string, language: string): string {
  const [, , open, close] = quotes(language)
  if (!opensHere(last, language)) {
    // Inside or after a word it is an apostrophe, unless an inner quote is open in a language that closes it otherwise.
    const isOpen = close !== APOSTROPHE && before.lastIndexOf(open) > before.lastIndexOf(close)
    return isOpen ? close : APOSTROPHE
  }
  return open
}

function dash(before: string, language: string): Substitution | null {
  if (before.endsWith('–')) return { remove: 1, insert: '—' }
  if (!before.endsWith('-') || before.endsWith('--')) return null
  // A line of hyphens at the start of a block is the input rule for a horizontal rule.
  if (/^-*$/.test(before)) return null
  // American English sets the em dash closed up; elsewhere the spaced en dash is the custom. A third hyphen gives the other.
  const isSpaced = /\s-$/.test(before)
  return { remove: 1, insert: isSpaced || !isAmerican(language) ? '–' : '—' }
}

/** A quote opens at the start, after a space, bracket or dash, and right inside another opening quote of the same language. */
function opensHere(last: string, language: string): boolean {
  if (last === '' || /[\s([{<\u2013\u2014/]/u.test(last)) return true
  const [outer, outerClose, inner, innerClose] = quotes(language)
  return [outer, inner].some((mark) => mark.endsWith(last)) && last !== outerClose && last !== innerClose
}

const isAmerican = (language: string): boolean => /^en(-US)?$/i.test(language)

function quotes(language: string): readonly [string, string, string, string] {
  const english = ['“', '”', '‘', '’'] as const
  return QUOTES[language] ?? QUOTES[language.split('-')[0]?.toLowerCase() ?? 'en'] ?? english
}
