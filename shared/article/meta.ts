// The short structured fields of an article: one record, and how each lives in the draft's meta Y.Map.
// Independent fields are independent keys, so that two people editing two fields never overwrite each other.
// Sets and lists of people are flattened into keys ('topic/NAME', 'person/ID'): no arrays inside one value (H8).
import { z } from 'zod'
import { MAX_LINE_CHARS, MAX_NOTE_CHARS, MAX_PEOPLE, MAX_TOPICS } from './limits.ts'
import { zonedInstantSchema } from './ids.ts'

const line = z.string().max(MAX_LINE_CHARS)
const note = z.string().max(MAX_NOTE_CHARS)

export const STORY_TYPES = ['article', 'reportage', 'analysis', 'opinion', 'background', 'review'] as const
export type StoryType = (typeof STORY_TYPES)[number]

/** One person in the byline. `lead` holds the free words before the name: "By", "Reported by", "; edited by". */
export const personSchema = z.strictObject({
  id: z.string().regex(/^[0-9a-z]{1,32}$/),
  /** Order in the byline: ascending, ties by id. A fractional number, so that moving one person rewrites one key. */
  rank: z.number(),
  lead: line,
  name: line,
  role: line,
  /** Absolute http(s) address of the person's page, or ''. */
  profileUrl: line,
})
export type Person = Readonly<z.infer<typeof personSchema>>

export const articleMetaSchema = z.strictObject({
  /** The working desk name. Never the URL slug. */
  slugline: line,
  /** '' follows the headline (see url-slug.ts); anything else was chosen by a person. */
  urlSlug: line,
  section: line,
  /** Sorted, unique. */
  topics: z.array(line).max(MAX_TOPICS),
  /** Sorted by rank, then id. */
  people: z.array(personSchema).max(MAX_PEOPLE),
  /** Free words after the last person: "in Seoul". */
  bylineTail: line,
  datelinePlace: line,
  /** Free text source of the dateline, e.g. an agency: "SEOUL (Reuters) —". */
  datelineSource: line,
  /** IANA zone the reporting happened in, or ''. */
  datelineZone: line,
  datelineRunIn: z.boolean(),
  /** BCP 47 tag. */
  language: z.string().max(64),
  direction: z.enum(['auto', 'ltr', 'rtl']),
  storyType: z.enum(STORY_TYPES),
  searchHeadline: line,
  searchDescription: line,
  socialHeadline: line,
  /** Private: never leaves Stet. */
  deskNote: note,
  readerNote: note,
  /** Words asked for, or null. */
  commissionedWords: z.number().int().min(0).max(1_000_000).nullable(),
  embargo: zonedInstantSchema.nullable(),
})
export type ArticleMeta = Readonly<z.infer<typeof articleMetaSchema>>

export const EMPTY_META: ArticleMeta = {
  slugline: '',
  urlSlug: '',
  section: '',
  topics: [],
  people: [],
  bylineTail: '',
  datelinePlace: '',
  datelineSource: '',
  datelineZone: '',
  datelineRunIn: true,
  language: 'en',
  direction: 'auto',
  storyType: 'article',
  searchHeadline: '',
  searchDescription: '',
  socialHeadline: '',
  deskNote: '',
  readerNote: '',
  commissionedWords: null,
  embargo: null,
}

/** Fields stored under their own name in the meta Y.Map; `topics` and `people` are flattened under the prefixes below. */
export type MetaField = Exclude<keyof ArticleMeta, 'topics' | 'people'>
export const TOPIC_PREFIX = 'topic/'
export const PERSON_PREFIX = 'person/'
