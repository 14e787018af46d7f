// The fields of an article as YAML above a Markdown text. Keys are agreed with the importer: what is written here is read there.
import { Document } from 'yaml'
import type { ExportInput } from '#shared/article/export-input.ts'
import { stampWithZone } from '#shared/article/format-stamp.ts'
import type { ArticleMeta, Person } from '#shared/article/meta.ts'
import { type PublicNote, shownNotes } from '#shared/article/public-note.ts'
import { headText } from '#shared/article/plain-text.ts'
import { cleanText } from './html-escape.ts'

/** `---`, the fields that say something in a fixed order, `---`. The desk note is private and has no key. */
export function frontMatter(input: ExportInput): string {
  const { article, stamps, notes } = input
  const { content, meta } = article
  const fields: Record<string, unknown> = {
    headline: headText(content, 'headline'),
    standfirst: headText(content, 'standfirst'),
    kicker: headText(content, 'kicker'),
    slugline: meta.slugline,
    // Only a chosen one: a generated slug goes on following the headline wherever the file is taken in.
    slug: meta.urlSlug,
    section: meta.section,
    topics: meta.topics,
    byline: meta.people.map(personFields),
    bylineTail: meta.bylineTail,
    dateline: datelineFields(meta),
    language: meta.language,
    direction: meta.direction === 'auto' ? '' : meta.direction,
    storyType: meta.storyType,
    searchHeadline: meta.searchHeadline,
    searchDescription: meta.searchDescription,
    socialHeadline: meta.socialHeadline,
    readerNote: meta.readerNote,
    published: stamps.published === null ? '' : stampWithZone(stamps.published),
    updated: stamps.updated === null ? '' : stampWithZone(stamps.updated),
    notes: shownNotes(notes).map(noteFields),
  }
  const yaml = new Document(said(fields)).toString({ lineWidth: 0, blockQuote: false })
  return `---\n${yaml}---\n`
}

const personFields = ({ lead, name, role, profileUrl }: Person): unknown =>
  said({ lead, name, role, url: profileUrl })

const noteFields = ({ id, kind, at, placement, text }: PublicNote): unknown =>
  said({ id, kind, at: stampWithZone(at), placement, text })

/** `runIn` is the rule and said only when it is not kept. */
function datelineFields(meta: ArticleMeta): Readonly<Record<string, unknown>> {
  return said({
    place: meta.datelinePlace,
    source: meta.datelineSource,
    zone: meta.datelineZone,
    runIn: meta.datelineRunIn ? '' : false,
  })
}

function said(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const kept = Object.entries(fields).filter(([, value]) => !isEmpty(value))
  return Object.fromEntries(
    kept.map(([key, value]) => [key, typeof value === 'string' ? cleanText(value) : cleanList(value)]),
  )
}

const cleanList = (value: unknown): unknown =>
  Array.isArray(value) ? value.map((one: unknown) => (typeof one === 'string' ? cleanText(one) : one)) : value

function isEmpty(value: unknown): boolean {
  if (value === '') return true
  if (Array.isArray(value)) return value.length === 0
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0
}
