// "To come": placeholders that checks find and publishing asks about. The stash is not searched: it never leaves.
import type { Article, NodeJson } from './article.ts'
import type { ArticleMeta } from './meta.ts'
import { inlineText } from './plain-text.ts'

export interface TkFinding {
  /** Where, in words a journalist uses: "headline", "paragraph 3", "caption 1", "section". */
  readonly place: string
  readonly excerpt: string
}

/** TK, TKTK, TKs: upper case and standing alone, so that "TKO" and "latke" are left in peace. */
export const TK = /(?<![\p{L}\p{M}\p{N}_])(?:TK)+s?(?![\p{L}\p{M}\p{N}_])/gu
/** Characters shown on either side of a TK. */
const EXCERPT_CHARS = 30
/** Cutting at a number of UTF-16 units may leave half of an emoji at either end. */
const HALF_CHARACTER = /^[\udc00-\udfff]|[\ud800-\udbff]$/g

const PLACES: Readonly<Record<string, string>> = {
  heading: 'crosshead',
  quoteSource: 'quote source',
  caption: 'caption',
  credit: 'credit',
  tableCaption: 'table caption',
  factTitle: 'fact box title',
}
const META_PLACES: Readonly<Partial<Record<keyof ArticleMeta, string>>> = {
  slugline: 'slugline',
  urlSlug: 'address',
  section: 'section',
  bylineTail: 'byline',
  datelinePlace: 'dateline',
  datelineSource: 'dateline',
  searchHeadline: 'search headline',
  searchDescription: 'search description',
  socialHeadline: 'social headline',
  readerNote: 'note to readers',
}

/** TKs in the content: head lines, body, captions, credits, tables and alternative texts. */
export function findTks(content: NodeJson): TkFinding[] {
  const found: TkFinding[] = []
  const counts = new Map<string, number>()
  visit(content, counts, found)
  return found
}

/** TKs in the content and in every field that can leave; the desk note is private and may hold any. */
export function findTksInArticle(article: Article): TkFinding[] {
  const found = findTks(article.content)
  for (const [field, place] of Object.entries(META_PLACES)) {
    const value = article.meta[field as keyof ArticleMeta]
    if (typeof value === 'string') findInText(value, place, found)
  }
  for (const person of article.meta.people)
    for (const text of [person.lead, person.name, person.role]) findInText(text, 'byline', found)
  for (const topic of article.meta.topics) findInText(topic, 'topic', found)
  return found
}

function visit(node: NodeJson, counts: Map<string, number>, found: TkFinding[]): void {
  if (node.type === 'stash') return
  const children = node.content ?? []
  if (node.type === 'figure') {
    const number = countUp(counts, 'picture')
    const alt = node.attrs?.['alt']
    if (typeof alt === 'string') findInText(alt, `text alternative of picture ${number}`, found)
  }
  if (children.some((child) => child.text !== undefined)) {
    findInText(inlineText(node), placeOf(node.type, counts), found)
    return
  }
  if (node.type === 'paragraph') countUp(counts, 'paragraph')
  for (const child of children) visit(child, counts, found)
}

function placeOf(type: string, counts: Map<string, number>): string {
  if (type === 'headline' || type === 'standfirst' || type === 'kicker') return type
  const name = PLACES[type] ?? 'paragraph'
  return `${name} ${countUp(counts, name)}`
}

function countUp(counts: Map<string, number>, name: string): number {
  const count = (counts.get(name) ?? 0) + 1
  counts.set(name, count)
  return count
}

function findInText(text: string, place: string, found: TkFinding[]): void {
  for (const match of text.matchAll(TK)) {
    const start = Math.max(0, match.index - EXCERPT_CHARS)
    const end = Math.min(text.length, match.index + match[0].length + EXCERPT_CHARS)
    found.push({ place, excerpt: text.slice(start, end).replace(HALF_CHARACTER, '').trim() })
  }
}
