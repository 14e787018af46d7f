// The meta fields of a live draft: how an ArticleMeta lies in the Y.Map, and the only functions that write it.
// A key that is not there has the value of EMPTY_META; a key or value we do not know is reported, never replaced (DR8).
import type * as Y from 'yjs'
import {
  type ArticleMeta,
  articleMetaSchema,
  EMPTY_META,
  type MetaField,
  type Person,
  PERSON_PREFIX,
  personSchema,
  TOPIC_PREFIX,
} from '../article/meta.ts'
import { MAX_LINE_CHARS, MAX_PEOPLE, MAX_TOPICS } from '../article/limits.ts'
import { err, ok, type Result } from '../ipc/result.ts'
import { canonicalJson } from '../revision/canonical.ts'
import { metaOf } from './draft-doc.ts'

const MAX_TOPIC_KEY_CHARS = TOPIC_PREFIX.length + MAX_LINE_CHARS

export type MetaPatch = { readonly [F in MetaField]?: ArticleMeta[F] }

const storedPersonSchema = personSchema.omit({ id: true })
const FIELDS = (Object.keys(EMPTY_META) as (keyof ArticleMeta)[]).filter(
  (field): field is MetaField => field !== 'topics' && field !== 'people',
)
const isField = (key: string): key is MetaField => (FIELDS as readonly string[]).includes(key)

/** The meta of a draft, or the names of the keys that this version cannot read. */
export function readMeta(doc: Y.Doc): Result<ArticleMeta, readonly string[]> {
  const { meta, unreadable } = readKnownMeta(doc)
  return unreadable.length === 0 ? ok(meta) : err(unreadable)
}

/** What can be read, and what cannot. For showing a draft that must not be edited; never for writing it. */
export function readKnownMeta(doc: Y.Doc): { meta: ArticleMeta; unreadable: readonly string[] } {
  const fields: Record<string, unknown> = {}
  const topics: string[] = []
  const people: Person[] = []
  const unreadable: string[] = []
  for (const [key, value] of metaOf(doc).entries()) {
    if (isField(key)) {
      const parsed = articleMetaSchema.shape[key].safeParse(value)
      if (parsed.success) fields[key] = parsed.data
      else unreadable.push(key)
    } else if (key.startsWith(TOPIC_PREFIX) && value === true && key.length <= MAX_TOPIC_KEY_CHARS) {
      topics.push(key.slice(TOPIC_PREFIX.length))
    } else if (key.startsWith(PERSON_PREFIX)) {
      const parsed = personSchema.safeParse({ ...asRecord(value), id: key.slice(PERSON_PREFIX.length) })
      if (parsed.success) people.push(parsed.data)
      else unreadable.push(key)
    } else unreadable.push(key)
  }
  topics.sort()
  people.sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1))
  // Over the ceiling no revision of the article could be read back: better to say so now.
  if (topics.length > MAX_TOPICS) unreadable.push(`more than ${MAX_TOPICS} topics`)
  if (people.length > MAX_PEOPLE) unreadable.push(`more than ${MAX_PEOPLE} people`)
  return { meta: { ...EMPTY_META, ...fields, topics, people }, unreadable: unreadable.sort() }
}

/** Writes the fields that differ, each under its own key. An out-of-range value is a bug of the caller and throws. */
export function writeMeta(doc: Y.Doc, patch: MetaPatch, origin: unknown): void {
  const map = metaOf(doc)
  doc.transact(() => {
    for (const field of FIELDS)
      if (patch[field] !== undefined)
        setIfChanged(map, field, articleMetaSchema.shape[field].parse(patch[field]))
  }, origin)
}

/** False, and nothing written, when the byline is full. */
export function setPerson(doc: Y.Doc, person: Person, origin: unknown): boolean {
  const { id, ...stored } = personSchema.parse(person)
  return setWithin(doc, PERSON_PREFIX, id, storedPersonSchema.parse(stored), MAX_PEOPLE, origin)
}

export function removePerson(doc: Y.Doc, id: string, origin: unknown): void {
  doc.transact(() => metaOf(doc).delete(PERSON_PREFIX + id), origin)
}

/** False, and nothing written, when there are as many topics as there can be. */
export function setTopic(doc: Y.Doc, topic: string, isSet: boolean, origin: unknown): boolean {
  if (isSet)
    return setWithin(
      doc,
      TOPIC_PREFIX,
      articleMetaSchema.shape.topics.element.parse(topic),
      true,
      MAX_TOPICS,
      origin,
    )
  doc.transact(() => metaOf(doc).delete(TOPIC_PREFIX + topic), origin)
  return true
}

/** Makes the draft's meta equal to `meta` with as few writes as possible: seeding and restoring. */
export function writeWholeMeta(doc: Y.Doc, meta: ArticleMeta, origin: unknown): void {
  const { people, topics, ...fields } = meta
  const map = metaOf(doc)
  const kept = new Set([
    ...people.map((person) => PERSON_PREFIX + person.id),
    ...topics.map((topic) => TOPIC_PREFIX + topic),
  ])
  doc.transact(() => {
    for (const key of map.keys()) if (!isField(key) && !kept.has(key)) map.delete(key)
    writeMeta(doc, fields, origin)
    for (const person of people) setPerson(doc, person, origin)
    for (const topic of topics) setTopic(doc, topic, true, origin)
  }, origin)
}

function setWithin(
  doc: Y.Doc,
  prefix: string,
  name: string,
  value: unknown,
  max: number,
  origin: unknown,
): boolean {
  const map = metaOf(doc)
  const isNew = !map.has(prefix + name)
  if (isNew && [...map.keys()].filter((key) => key.startsWith(prefix)).length >= max) return false
  doc.transact(() => setIfChanged(map, prefix + name, value), origin)
  return true
}

function setIfChanged(map: Y.Map<unknown>, key: string, value: unknown): void {
  if (map.has(key) && sameJson(map.get(key), value)) return
  map.set(key, value)
}

function sameJson(a: unknown, b: unknown): boolean {
  return a === b || (isPlain(a) && isPlain(b) && canonicalJson(a) === canonicalJson(b))
}

const isPlain = (value: unknown): boolean =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype

function asRecord(value: unknown): Record<string, unknown> {
  // A value that is no object fails the schema below by its missing fields.
  return isPlain(value) ? (value as Record<string, unknown>) : {}
}
