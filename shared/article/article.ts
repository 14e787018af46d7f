// The materialised article: what exporters, search, lists, revisions and diff read. Plain canonical JSON, never Yjs (DR14).
import { z } from 'zod'
import { articleMetaSchema } from './meta.ts'

export interface MarkJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
}
/** A ProseMirror node as JSON. After `materialise` it is valid against the article schema and canonical. */
export interface NodeJson {
  readonly type: string
  readonly attrs?: Readonly<Record<string, unknown>>
  readonly content?: readonly NodeJson[]
  readonly marks?: readonly MarkJson[]
  readonly text?: string
}

const markJsonSchema: z.ZodType<MarkJson> = z.strictObject({
  type: z.string().max(64),
  attrs: z.record(z.string(), z.unknown()).optional(),
}) as z.ZodType<MarkJson>
export const nodeJsonSchema: z.ZodType<NodeJson> = z.lazy(() =>
  z.strictObject({
    type: z.string().max(64),
    attrs: z.record(z.string(), z.unknown()).optional(),
    content: z.array(nodeJsonSchema).optional(),
    marks: z.array(markJsonSchema).optional(),
    text: z.string().optional(),
  }),
) as z.ZodType<NodeJson>

export const ARTICLE_VERSION = 1

export const articleSchema = z.strictObject({
  version: z.literal(ARTICLE_VERSION),
  /** The grammar version (shared/schema/version.ts) the content was written with. */
  schemaVersion: z.number().int().min(1),
  /** The `doc` node: kicker, headline, standfirst, then body blocks in one flow. */
  content: nodeJsonSchema,
  meta: articleMetaSchema,
})
export interface Article {
  readonly version: typeof ARTICLE_VERSION
  readonly schemaVersion: number
  readonly content: NodeJson
  readonly meta: z.infer<typeof articleMetaSchema>
}
