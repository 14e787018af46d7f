// YAML above a text to fields: the keys our own exports write, and those other systems use for the same things.
import { parseDocument } from 'yaml'
import { isKnownZone } from '../article/ids.ts'
import { type ArticleMeta, STORY_TYPES } from '../article/meta.ts'
import type { ArticleParts, PersonParts } from './compose-article.ts'
import type { ReceiptLine } from './dropped.ts'
import { readByline } from './read-byline.ts'
import { type StampLine, resolveStamps } from './read-stamps.ts'
import { readTime } from './read-time.ts'
import type { Stamps } from '../article/stamps.ts'
import type { ImportOptions } from './text-to-article.ts'

export interface FrontMatter {
  readonly headline: string
  readonly standfirst: string
  readonly kicker: string
  readonly meta: ArticleParts['meta']
  readonly stamps: Stamps
  readonly lines: readonly ReceiptLine[]
}

/** Characters of front matter; ours has 2,000. */
const MAX_YAML_CHARS = 200_000
/** References that one YAML value may unfold into: aliases are the billion-laughs of this format. */
const MAX_ALIASES = 20

/** The front matter of a text and what follows it; null when there is none. */
export function splitFrontMatter(text: string): { readonly yaml: string; readonly body: string } | null {
  const start = /^---[ \t]*\n/.exec(text)
  if (start === null) return null
  const rest = text.slice(start[0].length, start[0].length + MAX_YAML_CHARS)
  const end = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(rest)
  if (end === null) return null
  return { yaml: rest.slice(0, end.index), body: text.slice(start[0].length + end.index + end[0].length) }
}

/** The fields, or a sentence saying why they cannot be read. */
export function readFrontMatter(
  yaml: string,
  options: ImportOptions,
): { readonly ok: true; readonly value: FrontMatter } | { readonly ok: false; readonly detail: string } {
  const strict = parsed(yaml)
  const document = strict.errors.length === 0 ? strict : parsed(withIndentedQuotes(yaml))
  const [error] = document.errors
  if (error !== undefined) return { ok: false, detail: error.message.split('\n')[0] ?? 'not YAML' }
  let values: unknown
  try {
    values = document.toJS({ maxAliasCount: MAX_ALIASES })
  } catch (thrown) {
    if (thrown instanceof ReferenceError) return { ok: false, detail: thrown.message } // too many aliases
    throw thrown
  }
  values ??= {}
  if (!isRecord(values)) return { ok: false, detail: 'it is not a list of fields' }
  return { ok: true, value: fieldsOf(new Map(Object.entries(values)), options) }
}

const parsed = (yaml: string) =>
  parseDocument(yaml, { uniqueKeys: false, schema: 'core', logLevel: 'silent' })

/** Older readers of YAML let a quoted text run on at the margin; the standard wants it indented. */
function withIndentedQuotes(yaml: string): string {
  let open = ''
  return yaml
    .split('\n')
    .map((line) => {
      const isInside = open !== ''
      const quote = isInside ? open : (/^[^\s#'"][^'"]*:\s+(["'])/.exec(line)?.[1] ?? '')
      const signs = quote === '' ? 0 : line.replace(/\\./g, '').split(quote).length - 1
      if (signs % 2 === 1) open = isInside ? '' : quote
      return isInside ? `  ${line}` : line
    })
    .join('\n')
}

const NAMES = {
  headline: ['headline', 'title'],
  standfirst: [
    'standfirst',
    'dek',
    'deck',
    'subtitle',
    'subhead',
    'subheadline',
    'summary',
    'excerpt',
    'description',
  ],
  kicker: ['kicker'],
  slug: ['slug', 'urlSlug', 'permalink'],
  section: ['section', 'category', 'categories'],
  topics: ['topics', 'tags', 'tag', 'keywords'],
  byline: ['byline', 'authors', 'author', 'by'],
  language: ['language', 'lang', 'locale'],
  searchDescription: ['searchDescription', 'description', 'metaDescription'],
  published: ['published', 'publishedAt', 'datePublished', 'pubDate', 'publishDate', 'date'],
  updated: ['updated', 'updatedAt', 'dateModified', 'lastmod', 'modified', 'last_modified_at'],
} as const
const OWN_LINES = ['slugline', 'searchHeadline', 'socialHeadline', 'readerNote'] as const
/** Fields of other systems that say nothing about the story. */
const SILENT = new Set(['layout', 'draft', 'weight', 'hero', 'aliases', 'type', 'template', 'published_at'])

function fieldsOf(values: Map<string, unknown>, options: ImportOptions): FrontMatter {
  const used = new Set<string>()
  const take = (names: readonly string[]): unknown => {
    const name = names.find((one) => values.has(one) && !used.has(one) && !isEmpty(values.get(one)))
    if (name === undefined) return undefined
    used.add(name)
    return values.get(name)
  }
  const line = (names: readonly string[]): string => textOf(take(names))
  const headline = line(NAMES.headline)
  const standfirst = line(NAMES.standfirst)
  const kicker = line(NAMES.kicker)
  const topics = listOf(take(NAMES.topics))
  const categories = take(NAMES.section)
  const byline = bylineOf(take(NAMES.byline))
  const direction = textOf(take(['direction']))
  const storyWord = line(['storyType'])
  const storyType = STORY_TYPES.find((type) => type === storyWord)
  const meta: FrontMatter['meta'] = {
    urlSlug:
      line(NAMES.slug)
        .replace(/^\/+|\/+$/g, '')
        .split('/')
        .pop() ?? '',
    section: listOf(categories)[0] ?? '',
    topics: [...topics, ...listOf(categories).slice(1)],
    people: byline.people,
    language: line(NAMES.language).replace('_', '-') || options.language,
    searchDescription: line(NAMES.searchDescription),
    ...datelineOf(take(['dateline'])),
    ...(direction === 'ltr' || direction === 'rtl' ? { direction } : {}),
    ...(storyType === undefined ? {} : { storyType }),
    bylineTail: line(['bylineTail']) || byline.tail,
    ...Object.fromEntries(OWN_LINES.map((name) => [name, line([name])])),
  }
  const lines: ReceiptLine[] = []
  const found = [
    ...stampOf('published', line(NAMES.published), options, lines),
    ...stampOf('updated', line(NAMES.updated), options, lines),
  ]
  const { stamps, lines: said } = resolveStamps(found, options.zone)
  const unused = [...values.keys()].filter(
    (name) => !used.has(name) && !SILENT.has(name) && !isEmpty(values.get(name)),
  )
  lines.push(...said)
  if (unused.length > 0)
    lines.push({ level: 'info', text: `Fields not used: ${unused.slice(0, 20).join(', ')}.` })
  return { headline, standfirst, kicker, meta, stamps, lines }
}

function stampOf(
  label: 'published' | 'updated',
  text: string,
  options: ImportOptions,
  lines: ReceiptLine[],
): StampLine[] {
  if (text === '') return []
  const time = readTime(text, options.language)
  if (time !== null) return [{ label, time }]
  if (text !== 'true' && text !== 'false')
    lines.push({ level: 'warning', text: `The ${label} time “${text.slice(0, 60)}” was not understood.` })
  return []
}

function datelineOf(value: unknown): Partial<ArticleMeta> {
  if (typeof value === 'string') return { datelinePlace: value }
  if (!isRecord(value)) return {}
  const zone = textOf(value['zone'])
  return {
    datelinePlace: textOf(value['place']),
    datelineSource: textOf(value['source']),
    datelineZone: isKnownZone(zone) && zone !== '' ? zone : '',
    datelineRunIn: value['runIn'] !== false,
  }
}

function bylineOf(value: unknown): { people: PersonParts[]; tail: string } {
  if (typeof value === 'string') {
    const read = readByline(value)
    if (read !== null) return { people: [...read.people], tail: read.tail }
  }
  const people = (Array.isArray(value) ? value : [value]).flatMap((one: unknown): PersonParts[] => {
    if (typeof one === 'string') return one.trim() === '' ? [] : [{ name: personName(one) }]
    if (!isRecord(one)) return []
    const name = textOf(one['name'])
    if (name === '') return []
    return [
      {
        lead: textOf(one['lead']),
        name,
        role: textOf(one['role']) || textOf(one['title']),
        profileUrl: textOf(one['url']) || textOf(one['profileUrl']),
      },
    ]
  })
  return { people, tail: '' }
}

/** Some systems name authors by the file they are described in: jane-doe is Jane Doe. */
function personName(text: string): string {
  const name = text.trim()
  if (!/^[a-z]+(?:[-_][a-z]+)+$/.test(name)) return name
  return name
    .split(/[-_]/)
    .map((part) => part.charAt(0).toUpperCase() + part.slice(1))
    .join(' ')
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)

function textOf(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''
}

function listOf(value: unknown): string[] {
  if (typeof value === 'string') return value.split(/\s*,\s*/).filter((one) => one !== '')
  return Array.isArray(value) ? value.map(textOf).filter((one) => one !== '') : []
}
