// The desk: its list, new articles, their status, sections, the output profile.
import { z } from 'zod'
import { articleIdSchema } from '../../article/ids.ts'
import { outputProfileSchema } from '../../article/output-profile.ts'
import { stampsSchema } from '../../article/stamps.ts'
import { articleQuerySchema, articleSummarySchema } from '../../library/article-summary.ts'
import { deskVerbSchema } from '../../workflow/status.ts'
import { command, event } from '../define.ts'
import { done, line, nothing, reading, storage } from './common.ts'

export const library = {
  list: command(
    articleQuerySchema,
    z.strictObject({ rows: z.array(articleSummarySchema), total: z.number().int() }),
    storage,
  ),
  get: command(
    z.strictObject({ articleId: articleIdSchema }),
    z.strictObject({ summary: articleSummarySchema, stamps: stampsSchema }),
    ['ArticleNotFound', ...storage],
  ),
  create: command(
    z.strictObject({ from: z.enum(['blank', 'sample']) }),
    z.strictObject({ articleId: articleIdSchema }),
    storage,
  ),
  duplicate: command(
    z.strictObject({ articleId: articleIdSchema }),
    z.strictObject({ articleId: articleIdSchema }),
    ['ArticleNotFound', ...reading, ...storage],
  ),
  /** Verbs that need no reason; the others go by publishing.act. */
  act: command(z.strictObject({ articleId: articleIdSchema, verb: deskVerbSchema }), articleSummarySchema, [
    'ArticleNotFound',
    'InvalidTransition',
    'ReasonNeeded',
    'DraftDamaged',
    ...storage,
  ]),
  sections: command(nothing, z.array(line), storage),
  saveSections: command(z.strictObject({ sections: z.array(line).max(500) }), done, storage),
  /** The default one. */
  profile: command(nothing, outputProfileSchema, storage),
  changed: event(z.strictObject({ articleIds: z.array(articleIdSchema) })),
} as const
