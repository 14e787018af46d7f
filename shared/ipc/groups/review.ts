// Review: what an article can be compared with, what a person has seen of it, and who wrote what.
import { z } from 'zod'
import { articleSchema } from '../../article/article.ts'
import { articleIdSchema, instantSchema, revisionIdSchema } from '../../article/ids.ts'
import { attributionSchema } from '../../revision/attribution.ts'
import { revisionSummarySchema } from '../../revision/revision.ts'
import { command } from '../define.ts'
import { done, nothing, reading, storage } from './common.ts'

const ofArticle = { articleId: articleIdSchema }
/** A position of an article's log. */
const seq = z.number().int().min(1)

export const review = {
  /** Ask before saying `looked`: that moves the first of them. */
  moments: command(
    z.strictObject(ofArticle),
    z.strictObject({
      live: z.strictObject({ seq, at: instantSchema, by: z.string() }),
      /** Newest first. */
      revisions: z.array(revisionSummarySchema),
      /** Newest first; the text of each is its revision. */
      editions: z.array(
        z.strictObject({
          number: z.number().int().min(1),
          revisionId: revisionIdSchema,
          at: instantSchema,
          who: z.string(),
        }),
      ),
      /** Up to where the person at this desk has seen it, and when; null when never. Equal to `live.seq`: nothing is new. */
      looked: z.strictObject({ seq, at: instantSchema }).nullable(),
      /** The revision of the newest edition, and of the last filing; null when there is none. */
      lastEdition: revisionIdSchema.nullable(),
      lastFiled: revisionIdSchema.nullable(),
    }),
    ['ArticleNotFound', ...storage],
  ),
  /** The person has seen the article as it stands. Main says it by itself when a window lets go of a draft. */
  looked: command(z.strictObject(ofArticle), done, ['ArticleNotFound', ...storage]),
  /** The article as it stood after that row of its log. */
  articleAt: command(
    z.strictObject({ ...ofArticle, seq }),
    /** `seq`: the end of the log when that is shorter. */
    z.strictObject({ seq: z.number().int(), article: articleSchema }),
    ['ArticleNotFound', 'Cancelled', ...reading, ...storage],
  ),
  /** Who wrote each run of the saved text; deletions since then, or all when null. */
  attribution: command(
    z.strictObject({ ...ofArticle, deletedSince: instantSchema.nullable() }),
    attributionSchema,
    ['ArticleNotFound', 'Cancelled', ...reading, ...storage],
  ),
  /** Gives up what this window is waiting for in this group; that is answered `Cancelled`. */
  cancel: command(nothing, done, []),
} as const
