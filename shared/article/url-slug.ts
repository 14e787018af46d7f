// The last part of a public address: generated from the headline until a person chooses another. Never the slugline.
import { transliterate } from 'transliteration'
import type { Article } from './article.ts'
import { headText } from './plain-text.ts'

export interface SlugSource {
  readonly headline: string
  /** What a person chose, or '' to follow the headline. */
  readonly urlSlug: string
}

/** Characters of a slug: long enough for a headline, short enough that an address survives a mail and a file name 120 bytes. */
export const MAX_SLUG_CHARS = 80

/** The slug in force: the chosen one if it has letters or digits left, else the headline's; '' when neither has any. */
export function urlSlugOf(source: Article | SlugSource): string {
  const { headline, urlSlug } = 'meta' in source ? slugSourceOf(source) : source
  return slugify(urlSlug) || slugify(headline)
}

export function slugSourceOf(article: Article): SlugSource {
  return { headline: headText(article.content, 'headline'), urlSlug: article.meta.urlSlug }
}

/** Latin small letters, digits and single hyphens, never at an end. Idempotent: slugify(slugify(x)) = slugify(x). */
export function slugify(text: string): string {
  const latin = isPlainAscii(text) ? text : transliterate(text.normalize('NFC'))
  const words = latin
    .toLowerCase()
    .replace(/['`]/g, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
  return cutAtWord(words)
}

/** A sentence saying why this text makes no good address, or null when it does. */
export function slugProblem(text: string): string | null {
  if (text.trim() === '') return 'There are no words to make an address from: write a headline or an address.'
  if (slugify(text) === '') return 'No letter or digit of this can stand in an address: write one by hand.'
  return null
}

/** Whole words up to the ceiling; a single longer word is cut inside. */
function cutAtWord(words: readonly string[]): string {
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`
    if (longer.length > MAX_SLUG_CHARS) return slug === '' ? word.slice(0, MAX_SLUG_CHARS) : slug
    slug = longer
  }
  return slug
}

const isPlainAscii = (text: string): boolean => /^\p{ASCII}*$/u.test(text)
