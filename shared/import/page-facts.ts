// What a page says about itself: JSON-LD, meta elements, microdata, time elements. Values can contradict each other: the order
// of trust is the order of this file.
import {
  type HtmlElement,
  type HtmlParent,
  attributeOf,
  classesOf,
  descendantsOf,
  isElement,
  isText,
  lineTextOf,
  rawTextOf,
} from './html-tree.ts'
import type { StoryType } from '../article/meta.ts'
import { safeHref } from '../schema/safe-href.ts'

export interface PageFacts {
  readonly headline: string
  readonly description: string
  readonly published: string
  readonly updated: string
  readonly authors: readonly { readonly name: string; readonly profileUrl: string }[]
  readonly section: string
  readonly topics: readonly string[]
  readonly language: string
  readonly direction: 'ltr' | 'rtl' | null
  readonly siteName: string
  readonly dateline: string
  readonly storyType: StoryType
  /** Address of the page, for relative links; null when it does not say. */
  readonly base: string | null
  readonly title: string
}

/** Characters of a JSON-LD block that is read; a live blog's runs to hundreds of thousands. */
const MAX_JSON_LD_CHARS = 2_000_000
/** Levels of JSON-LD looked into. */
const MAX_JSON_DEPTH = 12

type Json = Readonly<Record<string, unknown>>

export function readPageFacts(root: HtmlParent): PageFacts {
  const meta = new Map<string, string[]>()
  const articles: Json[] = []
  const items = new Map<string, HtmlElement[]>()
  let title = ''
  let html: HtmlElement | null = null
  let base: string | null = null
  let canonical: string | null = null
  for (const node of descendantsOf(root)) {
    if (!isElement(node)) continue
    const tag = node.tagName
    if (tag === 'html') html = node
    else if (tag === 'title' && title === '') title = lineTextOf(node)
    else if (tag === 'base') base ??= safeHref(attributeOf(node, 'href') ?? '')
    else if (tag === 'link' && attributeOf(node, 'rel') === 'canonical')
      canonical ??= safeHref(attributeOf(node, 'href') ?? '')
    else if (tag === 'script' && /ld\+json/i.test(attributeOf(node, 'type') ?? ''))
      articles.push(...jsonLd(rawTextOf(node)))
    else if (tag === 'meta') {
      const name = (attributeOf(node, 'property') ?? attributeOf(node, 'name') ?? '').toLowerCase()
      const content = clean(attributeOf(node, 'content') ?? '')
      if (name !== '' && content !== '') meta.set(name, [...(meta.get(name) ?? []), content])
    }
    for (const property of (attributeOf(node, 'itemprop') ?? '').split(/\s+/))
      if (property !== '') items.set(property, [...(items.get(property) ?? []).slice(0, 50), node])
  }
  const ld = articles.find((one) => textOf(one['datePublished']) !== '') ?? articles[0] ?? {}
  const first = (...names: string[]): string =>
    names.map((name) => meta.get(name)?.[0] ?? '').find((text) => text !== '') ?? ''
  const item = (name: string): string =>
    (items.get(name) ?? []).map(itemValue).find((text) => text !== '') ?? ''
  const direction = html === null ? null : attributeOf(html, 'dir')
  const published = firstOf(
    textOf(ld['datePublished']),
    first(
      'article:published_time',
      'article:published',
      'og:published_time',
      'parsely-pub-date',
      'datepublished',
    ),
    item('datePublished'),
    first(
      'dc.date.issued',
      'dcterms.issued',
      'dc.date',
      'dcterms.created',
      'sailthru.date',
      'pubdate',
      'publishdate',
      'publish-date',
      'date',
      'cxenseparse:recs:publishtime',
    ),
    timeText(root, 'published'),
  )
  const updated = firstOf(
    textOf(ld['dateModified']),
    first(
      'article:modified_time',
      'article:modified',
      'og:updated_time',
      'article:updated_time',
      'datemodified',
    ),
    item('dateModified'),
    first('dcterms.modified', 'dc.date.modified', 'lastmod', 'last-modified', 'revised'),
    timeText(root, 'updated'),
  )
  return {
    headline: firstOf(
      textOf(ld['headline']),
      first('og:title', 'twitter:title', 'dc.title', 'parsely-title'),
      item('headline'),
    ),
    description: firstOf(
      first('description', 'og:description', 'twitter:description'),
      textOf(ld['description']),
    ),
    published,
    updated,
    authors: authorsOf(ld, meta, items),
    section: firstOf(textOf(listOf(ld['articleSection'])[0]), first('article:section', 'parsely-section')),
    topics: [...listOf(ld['keywords']).flatMap(splitTopics), ...(meta.get('article:tag') ?? [])],
    language: firstOf(
      html === null ? '' : (attributeOf(html, 'lang') ?? attributeOf(html, 'xml:lang') ?? ''),
      textOf(ld['inLanguage']),
    ),
    direction: direction === 'rtl' || direction === 'ltr' ? direction : null,
    siteName: firstOf(first('og:site_name', 'application-name'), textOf(record(ld['publisher'])['name'])),
    dateline: textOf(ld['dateline']),
    storyType: storyTypeOf(ld),
    base: webAddress(base) ?? webAddress(canonical) ?? webAddress(safeHref(first('og:url'))),
    title,
  }
}

const clean = (text: string): string => text.replace(/\s+/g, ' ').trim()
const firstOf = (...texts: string[]): string => texts.find((text) => text !== '') ?? ''
const record = (value: unknown): Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {}
const webAddress = (href: string | null): string | null =>
  href !== null && /^https?:/.test(href) ? href : null

function textOf(value: unknown): string {
  if (typeof value === 'string') return clean(decodeEntities(value))
  if (Array.isArray(value)) return textOf(value[0])
  return typeof value === 'object' && value !== null
    ? textOf(record(value)['@value'] ?? record(value)['name'])
    : ''
}
const listOf = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value]
const splitTopics = (value: unknown): string[] =>
  textOf(value)
    .split(/\s*[,;]\s*/)
    .filter((topic) => topic !== '')

/** Some systems escape text in JSON-LD as if it were HTML. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(amp|lt|gt|quot|#0?39|#x27|apos|nbsp|rsquo|lsquo|rdquo|ldquo|ndash|mdash);/g,
    (whole, name: string) => ENTITIES[name] ?? whole,
  )
}
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#039': "'",
  '#x27': "'",
  apos: "'",
  nbsp: '\u00a0',
  rsquo: '’',
  lsquo: '‘',
  rdquo: '”',
  ldquo: '“',
  ndash: '–',
  mdash: '—',
}

const ARTICLE_TYPE = /(Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting)$/

const STORY_TYPES_LD: Readonly<Record<string, StoryType>> = {
  ReportageNewsArticle: 'reportage',
  AnalysisNewsArticle: 'analysis',
  OpinionNewsArticle: 'opinion',
  BackgroundNewsArticle: 'background',
  ReviewNewsArticle: 'review',
}

function storyTypeOf(ld: Json): StoryType {
  for (const type of listOf(ld['@type'])) {
    const known =
      typeof type === 'string' && Object.hasOwn(STORY_TYPES_LD, type) ? STORY_TYPES_LD[type] : undefined
    if (known !== undefined) return known
  }
  return 'article'
}

/** The article-like objects of a JSON-LD block, wherever they are nested. */
function jsonLd(text: string): Json[] {
  if (text.length > MAX_JSON_LD_CHARS) return []
  let value: unknown
  try {
    value = JSON.parse(
      text.replace(
        /^\s*(?:<!--|\/\/<!\[CDATA\[|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\/\]\]>|\/\*\]\]>\*\/)\s*$/g,
        '',
      ),
    )
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return [] // pages hold broken blocks; others still say the same
    throw error
  }
  const found: Json[] = []
  const stack: [unknown, number][] = [[value, 0]]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const [one, depth] = next
    if (depth > MAX_JSON_DEPTH || typeof one !== 'object' || one === null) continue
    if (Array.isArray(one)) for (const member of one.toReversed()) stack.push([member, depth + 1])
    else {
      const own = one as Json
      if (listOf(own['@type']).some((type) => typeof type === 'string' && ARTICLE_TYPE.test(type)))
        found.push(own)
      for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage', 'itemListElement', 'item'])
        if (own[name] !== undefined) stack.push([own[name], depth + 1])
    }
  }
  return found
}

function authorsOf(
  ld: Json,
  meta: ReadonlyMap<string, string[]>,
  items: ReadonlyMap<string, HtmlElement[]>,
): PageFacts['authors'] {
  const fromLd = listOf(ld['author']).flatMap((author) => {
    const names = typeof author === 'string' ? [author] : listOf(record(author)['name'])
    return names.map((name) => ({ name: textOf(name), profileUrl: textOf(record(author)['url']) }))
  })
  const fromMeta = [
    'author',
    'article:author',
    'parsely-author',
    'dc.creator',
    'dcterms.creator',
    'byl',
    'sailthru.author',
    'citation_author',
  ]
    .map((name) => (meta.get(name) ?? []).filter((text) => !/^https?:/.test(text)))
    .find((names) => names.length > 0)
  const fromItems = (items.get('author') ?? []).map((element) => itemValue(nameInside(element)))
  const named = [fromLd, (fromMeta ?? []).map(plainAuthor), fromItems.map(plainAuthor)]
    .map((authors) => authors.filter(({ name }) => name !== '' && name.length <= 120))
    .find((authors) => authors.length > 0)
  const seen = new Set<string>()
  return (named ?? [])
    .map(({ name, profileUrl }) => ({ name: name.replace(/^by\s+/i, ''), profileUrl }))
    .filter(
      ({ name }) =>
        !/^(admin|administrator|editor|staff)$/i.test(name) &&
        !seen.has(name) &&
        seen.add(name) !== undefined,
    )
}

const plainAuthor = (name: string): { name: string; profileUrl: string } => ({ name, profileUrl: '' })

function nameInside(author: HtmlElement): HtmlElement {
  for (const node of descendantsOf(author))
    if (isElement(node) && attributeOf(node, 'itemprop') === 'name') return node
  return author
}

function itemValue(element: HtmlElement): string {
  const value =
    attributeOf(element, 'content') ??
    attributeOf(element, 'datetime') ??
    (element.tagName === 'meta' ? '' : lineTextOf(element))
  return clean(value)
}

/** A `time` element whose name, or whose words before it, say which time it is. */
function timeText(root: HtmlParent, which: 'published' | 'updated'): string {
  const names =
    which === 'published' ? /publish|posted|created|date-?published|entry-date/i : /updat|modif|revis/i
  let before = ''
  for (const node of descendantsOf(root)) {
    if (isText(node)) before = (before + node.value).slice(-60)
    else if (isElement(node) && node.tagName === 'time') {
      const own = `${classesOf(node).join(' ')} ${attributeOf(node, 'itemprop') ?? ''} ${attributeOf(node, 'pubdate') !== null ? 'published' : ''}`
      const isNamed = names.test(own) || (own.trim() === '' && names.test(before))
      const value = clean(attributeOf(node, 'datetime') ?? lineTextOf(node))
      if (isNamed && value !== '') return value
    }
  }
  return ''
}
