// Puts what a converter found together as an article: head lines, body, fields. The result is canonical and within the grammar.
import { ARTICLE_VERSION, type Article, type NodeJson } from '../article/article.ts'
import { canonicalContent, checkGrammar } from '../article/grammar-check.ts'
import { MAX_LINE_CHARS, MAX_NOTE_CHARS, MAX_PEOPLE, MAX_TOPICS } from '../article/limits.ts'
import { type ArticleMeta, EMPTY_META, type Person } from '../article/meta.ts'
import { safeHref } from '../schema/safe-href.ts'
import { isLanguageTag } from '../schema/marks/language-run.ts'
import { SCHEMA_VERSION } from '../schema/version.ts'

export interface ArticleParts {
  readonly kicker?: readonly NodeJson[]
  readonly headline: readonly NodeJson[]
  readonly standfirst?: readonly NodeJson[]
  readonly content: readonly NodeJson[]
  readonly meta: Partial<Omit<ArticleMeta, 'people'>> & { readonly people?: readonly PersonParts[] }
}
export type PersonParts = Partial<Omit<Person, 'id' | 'rank'>> & { readonly name: string }

export function composeArticle(parts: ArticleParts): Article {
  const body = parts.content.length > 0 ? parts.content : [{ type: 'paragraph' }]
  const checked = checkGrammar({
    type: 'doc',
    content: [
      head('kicker', parts.kicker ?? []),
      head('headline', parts.headline),
      head('standfirst', parts.standfirst ?? []),
      ...body,
    ],
  })
  // Converters build nodes of the grammar only; anything else is a bug in one of them.
  if (!checked.ok) throw new Error(`Converted content is outside the grammar: ${checked.unknown.join(', ')}`)
  return {
    version: ARTICLE_VERSION,
    schemaVersion: SCHEMA_VERSION,
    content: canonicalContent(checked.node),
    meta: metaOf(parts.meta),
  }
}

export const textNodes = (text: string): NodeJson[] => (text === '' ? [] : [{ type: 'text', text }])

const head = (type: string, content: readonly NodeJson[]): NodeJson =>
  content.length === 0 ? { type } : { type, content }

/** Fields clamped to their ceilings, sets sorted, people ranked. */
function metaOf(parts: ArticleParts['meta']): ArticleMeta {
  const meta: Record<string, unknown> = { ...EMPTY_META }
  for (const [name, value] of Object.entries(parts)) {
    if (value === undefined || name === 'people' || name === 'topics') continue
    meta[name] = typeof value === 'string' ? clamped(name, value) : value
  }
  const topics = [
    ...new Set((parts.topics ?? []).map((topic) => oneLine(topic)).filter((topic) => topic !== '')),
  ]
  const language = String(meta['language'])
  return {
    ...(meta as unknown as ArticleMeta),
    language: isLanguageTag(language) ? language : EMPTY_META.language,
    topics: topics.sort().slice(0, MAX_TOPICS),
    people: (parts.people ?? []).slice(0, MAX_PEOPLE).map((person, index) => ({
      id: `p${index + 1}`,
      rank: index + 1,
      lead: oneLine(person.lead ?? ''),
      name: oneLine(person.name),
      role: oneLine(person.role ?? ''),
      profileUrl: webAddress(person.profileUrl ?? ''),
    })),
  }
}

function clamped(name: string, value: string): string {
  return name === 'deskNote' || name === 'readerNote' ? value.slice(0, MAX_NOTE_CHARS) : oneLine(value)
}

export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, MAX_LINE_CHARS)

function webAddress(raw: string): string {
  const href = safeHref(raw)
  return href !== null && /^https?:/.test(href) ? href : ''
}
