// The desk file: a library's house terms with what to do about each. Plain JSON that a desk can keep, mail and merge.
import { z } from 'zod'
import { err, ok, type Result } from '../../ipc/result.ts'

/** Characters of one term or replacement: a phrase, not a passage. */
const MAX_TERM_CHARS = 200
/** Characters of a reason: a paragraph of a style book. */
const MAX_REASON_CHARS = 1_000
/** Terms of one desk file; the largest newsroom style book we know of has about 3,000 entries. */
const MAX_TERMS = 5_000
/** Words of a house dictionary: the names of a region and its people. */
const MAX_WORDS = 50_000
/** Characters of a desk file as text. */
export const MAX_DESK_FILE_CHARS = 4_000_000

/** fine: let it stand, whatever other checks and spelling say. review: look at it. amend: change it. */
export const ADVICES = ['fine', 'review', 'amend'] as const

const webAddress = z
  .string()
  .max(2_000)
  .regex(/^(https?:\/\/\S+)?$/, 'must begin with http:// or https://')

export const houseTermSchema = z.strictObject({
  term: z
    .string()
    .max(MAX_TERM_CHARS)
    .refine((term) => /[\p{L}\p{N}]/u.test(term), 'needs a letter or a digit'),
  advice: z.enum(ADVICES),
  reason: z.string().max(MAX_REASON_CHARS),
  /** What to write instead, or '' when that is for the writer to find. */
  replacement: z.string().max(MAX_TERM_CHARS),
  /** Where the style book says so, or ''. */
  link: webAddress,
  /** Whether capitals count. */
  matchCase: z.boolean(),
})
export type HouseTerm = Readonly<z.infer<typeof houseTermSchema>>

/** A word that spelling lets stand. */
export const houseWordSchema = z
  .string()
  .max(MAX_TERM_CHARS)
  .regex(/^[\p{L}\p{M}\p{N}]+(?:['’.‑-][\p{L}\p{M}\p{N}]+)*\.?$/u, 'is not a word')

export const deskFileSchema = z.strictObject({
  version: z.literal(1),
  terms: z.array(houseTermSchema).max(MAX_TERMS),
  /** Words that spelling lets stand in every article of the library. */
  dictionary: z.array(houseWordSchema).max(MAX_WORDS),
})
export type DeskFile = Readonly<z.infer<typeof deskFileSchema>>

export const EMPTY_DESK_FILE: DeskFile = { version: 1, terms: [], dictionary: [] }

/** As people write it by hand: only term and advice are asked for. */
const writtenFileSchema = z.strictObject({
  version: z.literal(1),
  terms: z
    .array(
      houseTermSchema.extend({
        reason: houseTermSchema.shape.reason.default(''),
        replacement: houseTermSchema.shape.replacement.default(''),
        link: houseTermSchema.shape.link.default(''),
        matchCase: houseTermSchema.shape.matchCase.default(false),
      }),
    )
    .max(MAX_TERMS)
    .default([]),
  dictionary: deskFileSchema.shape.dictionary.default([]),
})

/** A desk file from its text, or one sentence that says what is wrong with it and where. */
export function parseDeskFile(text: string): Result<DeskFile, string> {
  if (text.length > MAX_DESK_FILE_CHARS) return err('The desk file is larger than any list of terms.')
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\ufeff/, ''))
  } catch (error) {
    return err(`The desk file is not JSON: ${error instanceof Error ? error.message : 'it does not parse'}.`)
  }
  const parsed = writtenFileSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [issue] = parsed.error.issues
  return err(`The desk file cannot be used: ${issue === undefined ? 'unknown form' : describe(issue)}.`)
}

/** The file as it is saved for others: sorted, indented, ending in a line end. */
export function deskFileText(file: DeskFile): string {
  const terms = [...file.terms].sort((a, b) => (a.term < b.term ? -1 : a.term > b.term ? 1 : 0))
  return `${JSON.stringify({ version: 1, terms, dictionary: [...file.dictionary].sort() }, null, 2)}\n`
}

function describe({ path, message, ...issue }: z.core.$ZodIssue): string {
  const [list, index, field] = path
  const words = message.replace(/^Invalid (input|option|string): /, '').replace(/\.$/, '')
  if (path.length === 0) return words
  if (list === 'version') return 'its version is not 1'
  if (typeof index !== 'number') return `“${path.map(String).join('.')}”: ${words}`
  const what = list === 'terms' ? `term ${index + 1}` : `${String(list)} entry ${index + 1}`
  const is =
    issue.code === 'unrecognized_keys'
      ? words
      : (field ?? null) === null
        ? words
        : `“${String(field)}” ${words}`
  return `${what}: ${is}`
}
