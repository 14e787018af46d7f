// What the spelling engine says of a text, as plain data that crosses from its worker.

export interface Lint {
  /** UTF-16 units of the text that was asked about. */
  readonly from: number
  readonly to: number
  readonly kind: 'spelling' | 'grammar'
  readonly words: string
  readonly message: string
  /** What to write instead, the best first. */
  readonly suggestions: readonly string[]
}

export const DIALECTS = ['American', 'British', 'Australian', 'Canadian', 'Indian'] as const
export type Dialect = (typeof DIALECTS)[number]

/** The English to check by, or null: the engine knows no other language. */
export function dialectOf(language: string): Dialect | null {
  const [base, ...rest] = language.toLowerCase().split('-')
  if (base !== 'en') return null
  const region = rest.find((part) => part.length === 2)
  switch (region) {
    case undefined:
    case 'us':
    case 'ph':
      return 'American'
    case 'au':
      return 'Australian'
    case 'ca':
      return 'Canadian'
    case 'in':
      return 'Indian'
    default:
      return 'British'
  }
}

/** What the worker is told and asked. */
export type SpellingRequest =
  | { readonly kind: 'set'; readonly dialect: Dialect; readonly words: readonly string[] }
  | { readonly kind: 'check'; readonly id: number; readonly text: string }
export type SpellingAnswer =
  | { readonly id: number; readonly lints: readonly Lint[] }
  | { readonly id: number; readonly problem: string }
