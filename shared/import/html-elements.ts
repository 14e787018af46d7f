// Which elements are blocks, which marks, which hold nothing a reader sees.
import { type HtmlElement, attributeOf, classesOf } from './html-tree.ts'
import { safeHref } from '../schema/safe-href.ts'

export const BLOCK_TAGS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu nav ol p plaintext pre search section summary table ' +
    'tbody td tfoot th thead tr ul xmp optgroup option'
  ).split(' '),
)
/** Blocks that a style may turn into inline boxes without losing what they are. */
export const PLAIN_BLOCK_TAGS: ReadonlySet<string> = new Set(
  'address article div footer form header main nav p section'.split(' '),
)

export const EMBED_TAGS: ReadonlySet<string> = new Set(
  'iframe object embed video audio canvas applet frame frameset bgsound portal fencedframe'.split(' '),
)
export const CONTROL_TAGS: ReadonlySet<string> = new Set(
  'input select textarea button datalist progress meter option optgroup keygen'.split(' '),
)
/** Never seen by a reader. */
export const SILENT_TAGS: ReadonlySet<string> = new Set(
  'head title meta link base style script noscript template noframes noembed area map param source track col colgroup xml annotation annotation-xml'.split(
    ' ',
  ),
)

/** Office's own elements: paragraphs, smart tags and content controls pass through; shapes, equations and settings do not. */
export function isOfficeClutter(tag: string): boolean {
  const colon = tag.indexOf(':')
  if (colon < 1) return false
  const prefix = tag.slice(0, colon)
  return (
    prefix === 'v' ||
    prefix === 'm' ||
    prefix === 'x' ||
    (prefix === 'o' && tag !== 'o:p') ||
    tag === 'w:sdtpr'
  )
}

export const EMPHASIS_TAGS: ReadonlySet<string> = new Set(['em', 'i', 'cite', 'dfn', 'var'])
export const CODE_TAGS: ReadonlySet<string> = new Set(['code', 'kbd', 'samp', 'tt'])
export const PRE_TAGS: ReadonlySet<string> = new Set(['pre', 'listing', 'xmp', 'plaintext'])

/** Words that mark a picture's credit in class names and microdata everywhere. */
const CREDIT_NAME =
  /(^|[-_])(credits?|copyright|photographer|attribution)($|[-_])|(image|photo|picture|caption)(credit|copyright)/i

export function isCredit(element: HtmlElement): boolean {
  const property = attributeOf(element, 'itemprop')
  if (
    property !== null &&
    /^(copyrightHolder|creditText|copyrightNotice|creator|author|contributor)$/i.test(property)
  )
    return true
  if (attributeOf(element, 'data-stet') === 'credit') return true
  return classesOf(element).some((name) => CREDIT_NAME.test(name))
}

export const isPullQuote = (element: HtmlElement): boolean =>
  attributeOf(element, 'data-stet') === 'pullQuote' ||
  classesOf(element).some((name) => /(^|[-_])pull-?quote($|[-_])/i.test(name))

/** Mail and old editors indent with quotes that show no bar and quote nothing. */
export const isIndent = (element: HtmlElement): boolean =>
  /border\s*:\s*(none|0|medium none)/i.test(attributeOf(element, 'style') ?? '') &&
  /margin/i.test(attributeOf(element, 'style') ?? '')

/** The address a link may keep, resolved against the page's own; null when there is none that is safe. */
export function linkAddress(raw: string, base: string | null): string | null {
  const text = raw.trim()
  if (text === '') return null
  if (text.startsWith('#')) return safeHref(text)
  if (text.startsWith('//')) return unwrapped(safeHref(`https:${text}`))
  if (/^[a-z][a-z0-9+.-]*:/i.test(text) || /[\t\n\r]/.test(text)) return unwrapped(safeHref(text))
  // A relative address is resolved by the parser of addresses, which could hide a scheme behind control characters: asked again.
  return base !== null && URL.canParse(text, base) ? unwrapped(safeHref(new URL(text, base).href)) : null
}

/** Google Docs writes every link of an exported page as a redirect through itself. */
function unwrapped(href: string | null): string | null {
  if (href === null || !/^https?:\/\/(www\.)?google\.com\/url\?/.test(href)) return href
  const target = /[?&]q=([^&#]*)/.exec(href)?.[1]
  if (target === undefined) return href
  try {
    return safeHref(decodeURIComponent(target)) ?? href
  } catch {
    return href // not valid percent-encoding: the address stays as it was written
  }
}
