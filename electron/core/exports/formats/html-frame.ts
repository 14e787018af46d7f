// What stands around the content of every page: doctype, skip link, masthead, main, colophon.
import type { FurnitureWords } from '#shared/article/furniture.ts'
import type { PictureSource } from './html-blocks.ts'
import { escapeAttribute, escapeText } from './html-escape.ts'
import type { PolicyFact } from './page-facts.ts'

export interface Frame {
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** ` lang="de"` where the page's own words are in another language than its content; '' where not. */
  readonly furniture: string
  readonly words: FurnitureWords
  readonly publication: string
  readonly site: string | null
  readonly logo: PictureSource | null
  readonly policies: readonly PolicyFact[]
  /** Below the policies, or ''. */
  readonly record: string
}

/** `head` and `main` with their line ends. */
export function frameHtml(frame: Frame, head: string, main: string): string {
  const { furniture, words } = frame
  return `<!doctype html>
<html lang="${escapeAttribute(frame.language)}" dir="${frame.direction}">
${head}<body>
<a class="skip" href="#main"${furniture}>${escapeText(words.skip)}</a>
<header class="masthead">
${mastheadHtml(frame)}</header>
<main id="main" tabindex="-1">
${main}</main>
<footer class="colophon"${furniture}>
${policiesHtml(frame)}${frame.record}</footer>
</body>
</html>
`
}

/** The publication's name, in letters or as its logo. */
function mastheadHtml({ publication, site, logo }: Frame): string {
  const sign = logo === null ? escapeText(publication) : logoHtml(logo, publication)
  if (sign === '') return ''
  const linked = site === null ? sign : `<a href="${escapeAttribute(site)}">${sign}</a>`
  return `<p class="publication">${linked}</p>\n`
}

/** A logo alone is the name of the publication to whoever cannot see it. */
const logoHtml = ({ src, width, height }: PictureSource, name: string): string =>
  `<img class="logo" src="${escapeAttribute(src)}" width="${width}" height="${height}" alt="${escapeAttribute(name)}">`

function policiesHtml({ policies }: Frame): string {
  const links = policies.map(
    ({ href, label }) => `<li><a href="${escapeAttribute(href)}">${escapeText(label)}</a></li>\n`,
  )
  return links.length === 0 ? '' : `<ul class="policies">\n${links.join('')}</ul>\n`
}
