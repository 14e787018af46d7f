// A saved page to an article: the story found in it, its head lines and fields from what the page says of itself.
import type { NodeJson } from '../article/article.ts'
import { inlineText } from '../article/plain-text.ts'
import { isBoilerplate } from './boilerplate.ts'
import { type PersonParts, composeArticle, oneLine, textNodes } from './compose-article.ts'
import type { ReceiptLine } from './dropped.ts'
import { findArticle } from './find-article.ts'
import { readHtml, treeToContent } from './html-to-content.ts'
import {
  type HtmlElement,
  type HtmlParent,
  attributeOf,
  classesOf,
  descendantsOf,
  isElement,
  lineTextOf,
} from './html-tree.ts'
import type { ImportedPage } from './markdown-to-article.ts'
import { type PageFacts, readPageFacts } from './page-facts.ts'
import { isFurniture } from './page-furniture.ts'
import { readByline } from './read-byline.ts'
import { readDateline } from './read-dateline.ts'
import { type StampLine, readStampLine, resolveStamps } from './read-stamps.ts'
import { readTime } from './read-time.ts'
import { type ImportOptions, textToArticle } from './text-to-article.ts'

export function pageToArticle(html: string, options: ImportOptions): ImportedPage {
  const parsed = readHtml(html)
  if (parsed.kind === 'text') {
    const plain = textToArticle(parsed.lines.join('\n\n'), options)
    const line: ReceiptLine = {
      level: 'warning',
      text: 'The markup is too deep or too tangled to be read: only its text was taken.',
    }
    return { ...plain, images: [], lines: [line, ...plain.lines] }
  }
  const facts = readPageFacts(parsed.root)
  const found = findArticle(parsed.root)
  const head = findHead(parsed.root, facts)
  const excluded = new Set([...(found?.excluded ?? []), ...head.elements])
  const selected: HtmlParent =
    found === null ? parsed.root : { nodeName: '#document-fragment', childNodes: [...found.parts] }
  const language = facts.language === '' ? options.language : facts.language
  const converted = treeToContent(
    selected,
    { purpose: 'import', language, excluded, ...(facts.base === null ? {} : { base: facts.base }) },
    parsed.levelsPassedOver,
  )
  const content = withoutFurniture(converted.content, head, facts)
  const dateline = takeDateline(content, facts)
  const headline = converted.head?.headline ?? head.headline
  const standfirst = converted.head?.standfirst ?? head.standfirst
  const kicker = converted.head?.kicker ?? head.kicker
  const lines: ReceiptLine[] = []
  const people = peopleOf(facts, head)
  const article = composeArticle({
    kicker: inlineText({ type: 'x', content: kicker }) === facts.section ? [] : kicker,
    headline,
    standfirst,
    content,
    meta: {
      language,
      ...(facts.direction === 'rtl' ? { direction: 'rtl' as const } : {}),
      section: facts.section,
      storyType: facts.storyType,
      topics: [...facts.topics],
      people: people.people,
      bylineTail: people.tail,
      searchDescription: isRepeated(facts.description, standfirst) ? '' : facts.description,
      datelinePlace: dateline?.place ?? '',
      datelineSource: dateline?.source ?? '',
      readerNote: head.readerNote,
    },
  })
  const stamps = resolveStamps(stampsOf(facts, head, language), options.zone)
  if (headline.length === 0) lines.push({ level: 'warning', text: 'No headline was found in the page.' })
  return {
    article,
    stamps: stamps.stamps,
    images: converted.images,
    lines: [...lines, ...stamps.lines, ...converted.notices],
  }
}

interface PageHead {
  readonly kicker: readonly NodeJson[]
  readonly headline: readonly NodeJson[]
  readonly standfirst: readonly NodeJson[]
  readonly byline: string
  readonly readerNote: string
  readonly stamps: readonly StampLine[]
  /** Taken into fields: not part of the body. */
  readonly elements: ReadonlySet<HtmlElement>
}

const STANDFIRST =
  /(^|[-_])(standfirst|dek|deck|subtitle|sub-?head(line|ing)?|strapline|lede?-text|teaser-text|summary|chapo|intro(duction)?)($|[-_])/i
const KICKER = /(^|[-_])(kicker|eyebrow|overline|article-section|section-label)($|[-_])/i
const BYLINE = /(^|[-_])(byline|byl|author|authors|author-name|contributors?)($|[-_])/i
const STAMPS =
  /(^|[-_])(stamps?|timestamps?|datelines?|dates?|datetime|publish(ed)?(-?(date|time))?|posted-on|post-date|entry-date|pub-?date|updated?)($|[-_])/i

/** The lines above the story, by what they are called or what they say. */
function findHead(root: HtmlParent, facts: PageFacts): PageHead {
  const elements = new Set<HtmlElement>()
  const titles: HtmlElement[] = []
  let standfirst: HtmlElement | null = null
  let kicker: HtmlElement | null = null
  let byline = ''
  let note: HtmlElement | null = null
  const stamps: StampLine[] = []
  for (const node of descendantsOf(root)) {
    if (!isElement(node)) continue
    const names = [...classesOf(node), attributeOf(node, 'itemprop') ?? '']
    const is = (pattern: RegExp): boolean => names.some((name) => pattern.test(name))
    if (/^h[12]$/.test(node.tagName) && attributeOf(node, 'data-stet') === null) titles.push(node)
    else if (names.includes('reader-note')) note ??= node
    else if (names.includes('record') && node.tagName === 'dl') elements.add(node)
    else if (/^(p|div|h2|h3|h4|span|ul|address|time|a|section|header)$/.test(node.tagName)) {
      const text = lineTextOf(node)
      if (text === '' || text.length > 600) continue
      if (is(STANDFIRST) && standfirst === null && text.length > 20 && !isFurniture(node, true))
        standfirst = node
      else if (is(KICKER) && kicker === null && text.length <= 60) kicker = node
      else if (is(BYLINE) && text.length <= 200) {
        if (byline === '') byline = text
        elements.add(node)
      } else if (is(STAMPS) && text.length <= 200) {
        const line = readStampLine(text, facts.language)
        if (line !== null && line.rest === '') {
          stamps.push(...line.stamps)
          elements.add(node)
        }
      }
    }
  }
  const title = bestTitle(titles, facts)
  for (const one of [title, standfirst, kicker, note]) if (one !== null) elements.add(one)
  return {
    kicker: kicker === null ? [] : textNodes(lineTextOf(kicker)),
    headline: title === null ? textNodes(titleOf(facts)) : inlineOf(title),
    standfirst: standfirst === null ? [] : inlineOf(standfirst),
    byline,
    readerNote: note === null ? '' : noteText(note),
    stamps,
    elements,
  }
}

/** The h1 that agrees with what the page calls itself; the only one when it calls itself nothing. */
function bestTitle(titles: readonly HtmlElement[], facts: PageFacts): HtmlElement | null {
  const wanted = [facts.headline, facts.title].filter((text) => text !== '').map(wordSet)
  let best: HtmlElement | null = null
  let bestShare = 0.55
  for (const title of titles) {
    const words = wordSet(lineTextOf(title))
    if (words.size === 0) continue
    const bonus = title.tagName === 'h1' ? 0.1 : 0
    const share = wanted.reduce((most, other) => Math.max(most, overlap(words, other)), 0)
    if (share > 0.5 && share + bonus > bestShare) [best, bestShare] = [title, share + bonus]
  }
  const firsts = titles.filter((title) => title.tagName === 'h1' && lineTextOf(title) !== '')
  return (
    best ??
    (wanted.length === 0 || facts.headline === '' ? (firsts.length === 1 ? (firsts[0] ?? null) : null) : null)
  )
}

const wordSet = (text: string): Set<string> => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])

/** 1 for the same words, 0 for none in common. The name of a site shares a word or two with every title on it. */
function overlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let both = 0
  for (const word of a) if (b.has(word)) both++
  return (2 * both) / Math.max(1, a.size + b.size)
}

/** The page's own title without the name of its site. */
function titleOf(facts: PageFacts): string {
  const title = facts.headline === '' ? facts.title : facts.headline
  const parts = title.split(/\s+[|–—·»:-]\s+/)
  const isSite = (part: string | undefined): boolean =>
    part !== undefined && facts.siteName !== '' && part.trim().toLowerCase() === facts.siteName.toLowerCase()
  if (parts.length > 1 && isSite(parts[parts.length - 1]))
    return oneLine(title.slice(0, title.lastIndexOf(parts.at(-1) ?? '')).replace(/\s+[|–—·»:-]\s*$/, ''))
  if (
    facts.headline === '' &&
    parts.length > 1 &&
    wordSet(parts[0] ?? '').size >= 4 &&
    wordSet(parts.slice(1).join(' ')).size <= 4
  )
    return oneLine(parts[0] ?? '')
  return oneLine(title)
}

function inlineOf(element: HtmlElement): readonly NodeJson[] {
  const { content } = treeToContent(
    { nodeName: '#document-fragment', childNodes: [...element.childNodes] },
    { purpose: 'import' },
  )
  const inline = content.flatMap((node) => node.content ?? [])
  return inline
    .filter((node) => node.type === 'text')
    .map(({ text, marks }) => {
      const kept = (marks ?? []).filter(
        (mark) => mark.type === 'emphasis' || mark.type === 'superscript' || mark.type === 'subscript',
      )
      return kept.length > 0
        ? { type: 'text', marks: kept, text: text ?? '' }
        : { type: 'text', text: text ?? '' }
    })
}

/** The paragraphs of our own note to readers, without its heading. */
function noteText(note: HtmlElement): string {
  const paragraphs: string[] = []
  for (const node of descendantsOf(note))
    if (isElement(node) && node.tagName === 'p') paragraphs.push(lineTextOf(node))
  return paragraphs.join('\n\n')
}

const plain = (node: NodeJson): string => inlineText(node).replace(/\s+/g, ' ').trim()

/** Lines at the edges of the story that repeat its head, and page furniture that stands alone on a line. */
function withoutFurniture(content: readonly NodeJson[], head: PageHead, facts: PageFacts): NodeJson[] {
  const said = new Set(
    [
      ...[head.headline, head.standfirst, head.kicker].map((inline) => plain({ type: 'x', content: inline })),
      head.byline,
      ...facts.authors.map(({ name }) => name),
    ].filter((text) => text !== ''),
  )
  const isEdge = (index: number): boolean => index < 4 || index >= content.length - 3
  return content.filter((node, index) => {
    if (node.type !== 'paragraph' && node.type !== 'heading') return true
    const text = plain(node)
    if (isBoilerplate(text, isEdge(index))) return false
    return !(index < 6 && (said.has(text) || isStampLine(text, facts) || isBylineLine(text)))
  })
}

const isStampLine = (text: string, facts: PageFacts): boolean =>
  text.length <= 120 && readStampLine(text, facts.language)?.rest === ''
const isBylineLine = (text: string): boolean => text.length <= 80 && readByline(text) !== null

function peopleOf(facts: PageFacts, head: PageHead): { people: readonly PersonParts[]; tail: string } {
  const shown = head.byline === '' ? null : (readByline(head.byline) ?? readByline(`By ${head.byline}`))
  // The line that readers see has roles and the words around the people; believed where it names just the same ones.
  const urls = new Map(facts.authors.map(({ name, profileUrl }) => [name, profileUrl]))
  if (
    shown !== null &&
    urls.size > 0 &&
    shown.people.length === urls.size &&
    shown.people.every(({ name }) => urls.has(name))
  )
    return {
      people: shown.people.map((person) => ({ ...person, profileUrl: urls.get(person.name) ?? '' })),
      tail: shown.tail,
    }
  if (facts.authors.length > 0)
    return {
      people: facts.authors.flatMap(({ name, profileUrl }): PersonParts[] => {
        const read = readByline(`By ${name}`)
        if (read === null || read.people.length <= 1) return [{ name, profileUrl }]
        return read.people.map(({ name: one, role }) => ({
          name: one,
          ...(role === undefined ? {} : { role }),
        }))
      }),
      tail: '',
    }
  return shown ?? { people: [], tail: '' }
}

function stampsOf(facts: PageFacts, head: PageHead, language: string): StampLine[] {
  const published = facts.published === '' ? null : readTime(facts.published, language)
  const updated = facts.updated === '' ? null : readTime(facts.updated, language)
  const lines: StampLine[] = []
  if (published !== null) lines.push({ label: 'published', time: published })
  else lines.push(...head.stamps.filter((one) => one.label !== 'updated').slice(0, 1))
  // Modified in the same minute is not an update.
  const isSame =
    published !== null &&
    updated !== null &&
    JSON.stringify({ ...published, second: 0 }) === JSON.stringify({ ...updated, second: 0 })
  if (updated !== null && !isSame) lines.push({ label: 'updated', time: updated })
  else if (updated === null) lines.push(...head.stamps.filter((one) => one.label === 'updated').slice(0, 1))
  return lines
}

function takeDateline(content: NodeJson[], facts: PageFacts): { place: string; source: string } | null {
  const at = content.findIndex((node) => node.type === 'paragraph')
  const first = content[at]
  const run = first?.content?.[0]
  if (first === undefined || run?.text === undefined) return null
  const own =
    facts.dateline !== '' && run.text.startsWith(facts.dateline)
      ? /^[^—–]{0,120}[—–]\s*/.exec(run.text)
      : null
  const read = own === null ? readDateline(run.text) : null
  const length = own === null ? read?.length : own[0].length
  if (length === undefined) return null
  const rest = run.text.slice(length)
  const others = (first.content ?? []).slice(1)
  if (rest.trim() === '' && others.length === 0) return null
  content[at] = { ...first, content: [...(rest === '' ? [] : [{ ...run, text: rest }]), ...others] }
  if (read !== null) return { place: read.place, source: read.source }
  const source = /^(.*?)\s*\(([^)]+)\)$/.exec(facts.dateline)
  return source === null
    ? { place: facts.dateline, source: '' }
    : { place: source[1] ?? '', source: source[2] ?? '' }
}

function isRepeated(description: string, standfirst: readonly NodeJson[]): boolean {
  return description === '' || plain({ type: 'x', content: standfirst }) === oneLine(description)
}
