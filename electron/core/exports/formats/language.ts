// Language tags as checkers and screen readers accept them, and the direction that goes with a language.
import { boundedMemo } from '#shared/article/bounded-memo.ts'

const RTL_LANGUAGES = new Set([
  'ar',
  'arc',
  'azb',
  'bal',
  'bqi',
  'ckb',
  'dv',
  'fa',
  'glk',
  'he',
  'khw',
  'lrc',
  'mzn',
  'nqo',
  'pnb',
  'ps',
  'sd',
  'syr',
  'ug',
  'ur',
  'yi',
])
const RTL_SCRIPTS = new Set(['Adlm', 'Arab', 'Hebr', 'Mand', 'Nkoo', 'Rohg', 'Samr', 'Syrc', 'Thaa'])

export type Direction = 'ltr' | 'rtl'

/** Tags in use at once. */
const MAX_TAGS = 256

/** The tag in canonical form, 'und' (undetermined) when it is none. */
export const languageTag = boundedMemo(MAX_TAGS, (raw: string): string => {
  try {
    return Intl.getCanonicalLocales(raw.trim())[0] ?? 'und'
  } catch {
    return 'und' // Intl reports an ill-formed tag by throwing: this is the question, not a failure
  }
})

export function directionOf(tag: string): Direction {
  const [language = '', second = ''] = tag.split('-')
  if (/^[A-Z][a-z]{3}$/.test(second)) return RTL_SCRIPTS.has(second) ? 'rtl' : 'ltr'
  return RTL_LANGUAGES.has(language) ? 'rtl' : 'ltr'
}
