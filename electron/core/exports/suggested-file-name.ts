// S11: a file name made from an article is valid on Windows, macOS and Linux, whatever the headline says.
import type { Article } from '#shared/article/article.ts'
import { urlSlugOf } from '#shared/article/url-slug.ts'

/** Bytes of a file name: readable in a dialog, far below every file system's 255, room for a copy's number. */
const MAX_NAME_BYTES = 120
/** Names that Windows keeps for devices, with any extension. Superscript digits count as digits there; a slug has none. */
const DEVICE = /^(con|prn|aux|nul|conin|conout|clock|(com|lpt)[0-9])$/
const FALLBACK = 'article'

/**
 * Small ASCII letters, digits and hyphens, then the extension: that is NFC, has no control, bidi or invisible character, no
 * trailing dot or space, and two names that differ still differ where case does not count.
 */
export function suggestedFileName(article: Article, extension: string): string {
  const slug = urlSlugOf(article)
  const stem = slug === '' ? FALLBACK : DEVICE.test(slug) ? `${FALLBACK}-${slug}` : slug
  const suffix = extension.toLowerCase().replace(/[^a-z0-9]/g, '')
  const ending = suffix === '' ? '' : `.${suffix}`
  return stem.slice(0, MAX_NAME_BYTES - ending.length).replace(/-+$/, '') + ending
}
