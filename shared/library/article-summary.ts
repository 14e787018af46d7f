// One row of the desk: a projection of an article, rebuildable from its log.
import { z } from 'zod'
import { articleIdSchema, instantSchema, zonedInstantSchema } from '../article/ids.ts'
import { statusSchema } from '../workflow/status.ts'

/** A search hit's text cut into pieces, so that highlighting never builds markup from content. */
export const snippetSchema = z.strictObject({
  field: z.enum(['headline', 'standfirst', 'body', 'slugline', 'people']),
  parts: z.array(z.strictObject({ text: z.string(), isHit: z.boolean() })),
})
export type Snippet = Readonly<z.infer<typeof snippetSchema>>

export const articleSummarySchema = z.strictObject({
  id: articleIdSchema,
  headline: z.string(),
  slugline: z.string(),
  section: z.string(),
  byline: z.string(),
  status: statusSchema,
  words: z.number().int(),
  hasTk: z.boolean(),
  embargo: zonedInstantSchema.nullable(),
  createdAt: instantSchema,
  savedAt: instantSchema,
  /** Who saved last. */
  savedBy: z.string(),
  /** Set when the draft cannot be materialised (newer grammar, unknown content); the row then shows what it knew last. */
  problem: z.string().nullable(),
  snippet: snippetSchema.nullable(),
})
export type ArticleSummary = Readonly<z.infer<typeof articleSummarySchema>>

export const SORT_ORDERS = ['saved', 'created', 'headline', 'words', 'status'] as const
export const articleQuerySchema = z.strictObject({
  /** Full-text search; '' lists everything. Ordinary words, "exact phrases", -not, prefix*. */
  text: z.string().max(400),
  statuses: z.array(statusSchema).max(10),
  section: z.string().max(2_000).nullable(),
  /** Only articles last saved by, or bylined to, this person. */
  person: z.string().max(2_000).nullable(),
  onlyTk: z.boolean(),
  onlyEmbargoed: z.boolean(),
  sort: z.enum(SORT_ORDERS),
  descending: z.boolean(),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(500),
})
export type ArticleQuery = Readonly<z.infer<typeof articleQuerySchema>>

export const EVERYTHING: ArticleQuery = {
  text: '',
  statuses: ['draft', 'in-review', 'ready', 'published'],
  section: null,
  person: null,
  onlyTk: false,
  onlyEmbargoed: false,
  sort: 'saved',
  descending: true,
  offset: 0,
  limit: 100,
}
