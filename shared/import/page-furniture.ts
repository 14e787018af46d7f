// What on a page is not the article: navigation, sharing, comments, teasers, sign-ups, advertising. By role, element and the
// words that class names everywhere use; never by the name of a site.
import { type HtmlElement, attributeOf, classesOf } from './html-tree.ts'
import { isHidden } from './html-style.ts'

const FURNITURE_TAGS: ReadonlySet<string> = new Set(['nav', 'footer', 'menu', 'dialog', 'form', 'search'])
const FURNITURE_ROLES =
  /^(navigation|banner|contentinfo|complementary|search|dialog|alertdialog|alert|menu|menubar|toolbar|tablist|form|status|log)$/
/** Whole words inside class names and ids (camelCase and hyphens part words). */
const FURNITURE_WORDS = new Set(
  (
    'ad ads advert adverts advertisement advertising adsense adslot sponsor sponsored promo promos promoted promotion outbrain taboola ' +
    'comment comments commenting disqus discussion respond replies share sharing sharebar sharedaddy social socials follow addthis ' +
    'related recommended recommendations recirc recirculation trending popular mostread teaser teasers nextup upnext readmore readnext ' +
    'more-stories newsletter newsletters subscribe subscription signup sign-up paywall register login cookie cookies consent gdpr banner ' +
    'breadcrumb breadcrumbs nav navbar navigation menu submenu sidebar sidebars rail widget widgets footer masthead toolbar tools ' +
    'pagination pager print printfriendly skip skiplink popup modal overlay lightbox tooltip tags taglist tagcloud hashtags ' +
    'authorbio author-bio authorbox about-author bio jump toc-hidden rating ratings vote poll survey donate membership'
  ).split(' '),
)
/** Words that say "this is the story" and outweigh one of those above on a wrapper. */
const STORY_WORDS = new Set(
  'article articlebody story storybody entry post content contents body main text column blog hentry page'.split(
    ' ',
  ),
)

/** Whether an element and all inside it is left out. `isInside`: within what was found to be the article. */
export function isFurniture(element: HtmlElement, isInside: boolean): boolean {
  const tag = element.tagName
  if (tag === 'html' || tag === 'body' || tag === 'main') return false
  if (isHidden(element)) return true
  if (FURNITURE_TAGS.has(tag)) return tag !== 'footer' || !isQuoteFooter(element)
  const role = attributeOf(element, 'role')
  if (role !== null && FURNITURE_ROLES.test(role)) return true
  if (tag === 'aside' && !isInside) return false
  if (
    /^(p|h[1-6]|blockquote|figure|figcaption|table|tbody|tr|td|pre|code|em|strong|b|i|img|br|article)$/.test(
      tag,
    )
  )
    return false
  if (tag === 'a' && !isInside) return false
  const words = wordsOf(element)
  if (!words.some((word) => FURNITURE_WORDS.has(word))) return false
  return isInside || !words.some((word) => STORY_WORDS.has(word))
}

const isQuoteFooter = (element: HtmlElement): boolean =>
  element.parentNode !== null &&
  'tagName' in element.parentNode &&
  /^(blockquote|aside)$/.test(element.parentNode.tagName)

const MAX_ID_WORDS = 3

/** shareBar_top-left, ShareBar: share, bar, top, left, and each name as a whole. */
export function wordsOf(element: HtmlElement): string[] {
  const id = attributeOf(element, 'id') ?? ''
  // An id of many words is made of a heading's words, not of a role on the page.
  const names = id.split(/[-_]/).length > MAX_ID_WORDS ? classesOf(element) : [...classesOf(element), id]
  return names.flatMap((name) => {
    const whole = name.toLowerCase()
    const parts = name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .toLowerCase()
      .split(/[^a-z]+/)
    return [whole, ...parts].filter((part) => part !== '')
  })
}

/** Positive for names of stories, negative for names of furniture. */
export function nameWeight(element: HtmlElement): number {
  const words = wordsOf(element)
  return (
    (words.some((word) => STORY_WORDS.has(word)) ? 25 : 0) -
    (words.some((word) => FURNITURE_WORDS.has(word)) ? 25 : 0)
  )
}
