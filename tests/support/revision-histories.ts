// The edit histories of the corpora as articles, version by version.
import type { Article } from '#shared/article/article.ts'
import { toInstant, zoneSchema } from '#shared/article/ids.ts'
import type { Person } from '#shared/article/meta.ts'
import { NO_STAMPS, type Stamps } from '#shared/article/stamps.ts'
import { markdownToArticle } from '#shared/import/markdown-to-article.ts'
import { textToContent } from '#shared/import/text-to-content.ts'
import { article } from './builders.ts'
import { corpusFiles, corpusJson } from './corpus.ts'

export const COLLECTIONS = [
  'revisions-digitalgov',
  'revisions-18f',
  'revisions-wired',
  'revisions-newsedits',
] as const
export type Collection = (typeof COLLECTIONS)[number]

export interface HistoryVersion {
  readonly article: Article
  readonly stamps: Stamps
}
export interface EditHistory {
  readonly name: string
  readonly versions: readonly HistoryVersion[]
  /** Of each step the least words that any diff must show, as the corpus gives it for the bodies as they were written. */
  readonly leastWords: readonly number[]
}

interface StoredVersion {
  readonly title: string
  readonly dek: string
  readonly byline: readonly string[]
  readonly published: string
  readonly body: string
}
interface Least {
  readonly lcs_words_deleted: number
  readonly lcs_words_inserted: number
}
interface StoredHistory extends Partial<Least> {
  readonly case: string
  readonly format: string
  readonly versions?: readonly StoredVersion[]
  readonly steps?: readonly Least[]
  readonly old_sentences?: readonly string[]
  readonly new_sentences?: readonly string[]
}

export function editHistories(
  collection: Collection,
  choose: (paths: readonly string[]) => readonly string[],
): EditHistory[] {
  return choose(corpusFiles(collection, /\.json$/)).map((path) => {
    const stored = corpusJson(path) as StoredHistory
    const versions = stored.versions ?? [stored.old_sentences, stored.new_sentences].map(sentences)
    const steps = stored.steps ?? [stored as Least]
    return {
      name: `${collection}/${stored.case}`,
      versions: versions.map((version) => readVersion(version, stored.format)),
      leastWords: steps.map((step) => step.lcs_words_deleted + step.lcs_words_inserted),
    }
  })
}

const sentences = (lines: readonly string[] = []): StoredVersion => ({
  title: '',
  dek: '',
  byline: [],
  published: '',
  body: lines.join('\n\n'),
})

/** Head lines of an imported article: kicker, headline and standfirst. */
const HEADS = 3

function readVersion(version: StoredVersion, format: string): HistoryVersion {
  const isMarkdown = /markdown/i.test(format)
  const options = { zone: 'UTC', language: 'en' }
  const body = isMarkdown
    ? (markdownToArticle(version.body, options).article.content.content ?? []).slice(HEADS)
    : textToContent(version.body)
  const people = version.byline.map(
    (name, index): Person => ({ id: `p${index}`, rank: index, lead: '', name, role: '', profileUrl: '' }),
  )
  const at = Date.parse(version.published)
  const published = Number.isNaN(at) ? null : { at: toInstant(at), zone: zoneSchema.parse('UTC') }
  return {
    article: article({ headline: version.title, standfirst: version.dek, body, meta: { people } }),
    stamps: { ...NO_STAMPS, published },
  }
}
