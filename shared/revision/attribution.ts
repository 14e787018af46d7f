// Who wrote each run of an article and when, as the log tells it (rules AT1-AT8).
import { z } from 'zod'
import type { NodeJson } from '../article/article.ts'
import { instantSchema } from '../article/ids.ts'
import { originSourceSchema } from '../draft/origin.ts'

/** How text that was gone came to be there again. */
export const returnSchema = z.strictObject({
  by: z.string(),
  at: instantSchema,
  how: z.enum(['restore', 'undo']),
})

const authorship = {
  /** '' when the person had given no name. */
  author: z.string(),
  at: instantSchema,
  /** `import`: the words came with the file, and `author` is who imported it, not who wrote them. */
  origin: originSourceSchema,
}
export const authorshipSchema = z.strictObject({
  ...authorship,
  /** Null for words that never left. */
  returned: returnSchema.nullable(),
})

/** Words written by one person in one sitting, as they stand now. Offsets count UTF-16 units, a line break one. */
export const attributedRunSchema = authorshipSchema.extend({
  from: z.number().int().min(0),
  to: z.number().int().min(1),
})

export const attributedTextSchema = z.strictObject({
  /** Indices from the `doc` node down to the text block: [4] is the fifth block, [7, 0] the first child of the eighth. */
  path: z.array(z.number().int().min(0)),
  /** Of the top-level block it is in. */
  blockId: z.string().nullable(),
  /** They cover the text, in order, without gaps. */
  runs: z.array(attributedRunSchema),
})

/** Who touched a top-level block last, in whatever way: words, marks, attributes, what is inside it. */
export const touchedBlockSchema = z.strictObject({
  index: z.number().int().min(0),
  blockId: z.string().nullable(),
  ...authorship,
})

/** Text that somebody deleted. It may have come back since. */
export const deletedRunSchema = z.strictObject({
  blockId: z.string().nullable(),
  text: z.string(),
  /** Who deleted it, and when. */
  ...authorship,
  /** Who had written it. */
  wroteIt: z.string(),
})

export const attributionSchema = z.strictObject({
  /** The position of the log this is about. */
  seq: z.number().int().min(0),
  texts: z.array(attributedTextSchema),
  blocks: z.array(touchedBlockSchema),
  /** By key of the draft's fields: 'slugline', 'topic/NAME', 'person/ID'; also of those that were emptied or removed. */
  fields: z.record(z.string(), authorshipSchema),
  /** The newest first. */
  deletions: z.array(deletedRunSchema),
})

export type Authorship = Readonly<z.infer<typeof authorshipSchema>>
export type AttributedRun = Readonly<z.infer<typeof attributedRunSchema>>
export type AttributedText = Readonly<z.infer<typeof attributedTextSchema>>
export type DeletedRun = Readonly<z.infer<typeof deletedRunSchema>>
export type Attribution = Readonly<z.infer<typeof attributionSchema>>

/** The node at the end of a path from the `doc` node; null when there is none. */
export function nodeAt(content: NodeJson, path: readonly number[]): NodeJson | null {
  let node: NodeJson | undefined = content
  for (const index of path) node = node?.content?.[index]
  return node ?? null
}

/** The runs that a stretch of one text block touches: who wrote a sentence. */
export function whoWrote(
  attribution: Attribution,
  path: readonly number[],
  from: number,
  to: number,
): readonly AttributedRun[] {
  const text = attribution.texts.find((one) => isSamePath(one.path, path))
  return text?.runs.filter((run) => run.from < to && run.to > from) ?? []
}

const isSamePath = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((index, depth) => index === b[depth])
