// The address a page will have, from the profile's site and pattern; null rather than a guess.
import { boundedMemo } from '#shared/article/bounded-memo.ts'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import type { LocalTime } from '#shared/article/format-stamp.ts'
import { slugify } from '#shared/article/url-slug.ts'
import { safeHref } from '#shared/schema/safe-href.ts'

/** Addresses remembered: a profile has four, and they are on every page. */
const MAX_ADDRESSES = 512

/** An absolute http(s) address, or null: for profile addresses, people's pages and policies. */
export const webAddress = boundedMemo(MAX_ADDRESSES, (raw: string): string | null => {
  const href = safeHref(raw)
  return href !== null && /^https?:/.test(href) ? href : null
})

/** Null without a site, and when the pattern asks for a slug or a date that the article does not have. */
export function publicAddress(
  profile: OutputProfile,
  page: { readonly slug: string; readonly section: string; readonly published: LocalTime | null },
): string | null {
  const site = webAddress(profile.siteAddress)
  if (site === null) return null
  const { published } = page
  const values: Readonly<Record<string, string>> = {
    slug: page.slug,
    section: slugify(page.section),
    yyyy: published === null ? '' : String(published.year).padStart(4, '0'),
    mm: published === null ? '' : String(published.month).padStart(2, '0'),
    dd: published === null ? '' : String(published.day).padStart(2, '0'),
  }
  let isComplete = true
  const path = profile.urlPattern.replace(/\{(section|slug|yyyy|mm|dd)\}/g, (_token, name: string) => {
    const value = values[name] ?? ''
    if (value === '' && name !== 'section') isComplete = false // a story without a section has a shorter address
    return value
  })
  if (!isComplete) return null
  const base = site.replace(/[?#].*$/, '').replace(/\/+$/, '')
  return webAddress(`${base}/${path}`.replace(/(?<!:)\/{2,}/g, '/'))
}
