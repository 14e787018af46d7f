// Where text from people stands on a page: for tests that put the strings of break-out-strings.ts there (RELIABILITY S3).
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { POLICIES } from '#shared/article/policies.ts'
import { exportInput, fullProfile, INNER_PICTURE, UPDATED } from './full-article.ts'

const META_TEXTS = [
  'slugline',
  'urlSlug',
  'section',
  'bylineTail',
  'datelinePlace',
  'datelineSource',
  'language',
] as const
const META_MORE = ['searchHeadline', 'searchDescription', 'socialHeadline', 'deskNote', 'readerNote'] as const
const PROFILE_TEXTS = [
  'name',
  'publicationName',
  'siteAddress',
  'urlPattern',
  'logoUrl',
  'foundingDate',
] as const
/** Fields that hold an address: any text that is none counts as no address. The same goes for a language. */
const NO_TEXT = new Set<string>([...POLICIES, 'siteAddress', 'logoUrl', 'profileUrl', 'href', 'language'])

export interface Place {
  readonly name: string
  put(input: ExportInput, value: string): ExportInput
}
export const inArticle = (input: ExportInput, change: (article: Article) => Article): ExportInput => ({
  ...input,
  article: change(input.article),
})

/** Every text and attribute that somebody can write and that a page can hold. */
export const PLACES: readonly Place[] = [
  ...[...META_TEXTS, ...META_MORE].map((name) => ({
    name,
    put: (input: ExportInput, value: string) =>
      inArticle(input, (article) => ({ ...article, meta: { ...article.meta, [name]: value } })),
  })),
  {
    name: 'topic',
    put: (input, value) => inArticle(input, (a) => ({ ...a, meta: { ...a.meta, topics: [value] } })),
  },
  ...(['lead', 'name', 'role', 'profileUrl'] as const).map((name) => ({
    name,
    put: (input: ExportInput, value: string) =>
      inArticle(input, (article) => ({
        ...article,
        meta: {
          ...article.meta,
          people: article.meta.people.map((person, index) =>
            index === 1 ? { ...person, [name]: value } : person,
          ),
        },
      })),
  })),
  ...PROFILE_TEXTS.map((name) => ({
    name,
    put: (input: ExportInput, value: string) => ({ ...input, profile: { ...input.profile, [name]: value } }),
  })),
  {
    name: 'publicationName beside a logo',
    put: (input, value) => ({
      ...input,
      profile: { ...input.profile, logo: INNER_PICTURE, publicationName: value },
    }),
  },
  ...POLICIES.map((policy) => ({
    name: policy,
    put: (input: ExportInput, value: string) => ({
      ...input,
      profile: { ...input.profile, policies: { ...input.profile.policies, [policy]: value } },
    }),
  })),
  ...(['high', 'low', 'retraction'] as const).map((which) => ({
    name: `note ${which}`,
    put: (input: ExportInput, value: string): ExportInput => ({
      ...input,
      notes: [
        {
          id: 'note-1',
          kind: which === 'retraction' ? which : 'correction',
          text: value,
          at: UPDATED,
          placement: which === 'low' ? 'low' : 'high',
          revises: null,
        },
      ],
    }),
  })),
  {
    name: 'hash',
    put: (input, value) => ({ ...input, version: { number: 1, hash: value } }),
  },
  {
    name: 'every text of the content',
    put: (input, value) => inArticle(input, (a) => ({ ...a, content: mapTexts(a.content, () => value) })),
  },
  {
    name: 'alt',
    put: (input, value) => inArticle(input, (a) => ({ ...a, content: mapAttr(a.content, 'alt', value) })),
  },
  {
    name: 'href',
    put: (input, value) => inArticle(input, (a) => ({ ...a, content: mapAttr(a.content, 'href', value) })),
  },
  {
    name: 'lang',
    put: (input, value) => inArticle(input, (a) => ({ ...a, content: mapAttr(a.content, 'lang', value) })),
  },
]

const HARMLESS = 'harmless'

/** In a pattern it leaves a page without an address. */
const NO_ADDRESS = 'no\taddress'

/** What it is put among others as: a field that takes no text as an address or a language takes a harmless one as none either. */
export const harmlessFor = (place: Place): string => (NO_TEXT.has(place.name) ? 'not one' : HARMLESS)

/** What to compare with. A pattern is resolved by a URL parser: the page has an address or it has none, and nothing else. */
export const harmlessesFor = (place: Place): readonly string[] =>
  place.name === 'urlPattern' ? [HARMLESS, NO_ADDRESS] : [harmlessFor(place)]

/** What a vector is put in as: words around it, so that the field is never empty to begin with. */
export const hostileFor = (place: Place, vector: string): string =>
  place.name === 'slugline' ? vector : `a${vector}b`

/** Pictures beside the page: it is read thousands of times. */
export const folderInput = (): ExportInput => exportInput({ profile: fullProfile({ pictures: 'folder' }) })

function mapTexts(node: NodeJson, change: (text: string) => string): NodeJson {
  if (node.text !== undefined) return { ...node, text: change(node.text) }
  return node.content === undefined
    ? node
    : { ...node, content: node.content.map((child) => mapTexts(child, change)) }
}

/** Sets an attribute wherever it exists, on nodes and marks. */
export function mapAttr(node: NodeJson, name: string, value: string): NodeJson {
  const patched = <T extends { readonly attrs?: Readonly<Record<string, unknown>> }>(one: T): T =>
    one.attrs?.[name] === undefined ? one : { ...one, attrs: { ...one.attrs, [name]: value } }
  return {
    ...patched(node),
    ...(node.marks === undefined ? {} : { marks: node.marks.map(patched) }),
    ...(node.content === undefined
      ? {}
      : { content: node.content.map((child) => mapAttr(child, name, value)) }),
  }
}
