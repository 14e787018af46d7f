// The desk: its list, new articles, their status, sections, the output profile.
import { z } from 'zod'
import { articleIdSchema } from '../../article/ids.ts'
import { outputProfileSchema } from '../../article/output-profile.ts'
import { stampsSchema } from '../../article/stamps.ts'
import { articleQuerySchema, articleSummarySchema } from '../../library/article-summary.ts'
import { verbSchema } from '../../workflow/status.ts'
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
  act: command(z.strictObject({ articleId: articleIdSchema, verb: verbSchema }), articleSummarySchema, [
    'ArticleNotFound',
    'InvalidTransition',
    'DraftDamaged',
    ...storage,
  ]),
  sections: command(nothing, z.array(line), storage),
  saveSections: command(z.strictObject({ sections: z.array(line).max(500) }), done, storage),
  profile: command(nothing, outputProfileSchema, storage),
  saveProfile: command(outputProfileSchema, done, storage),
  changed: event(z.strictObject({ articleIds: z.array(articleIdSchema) })),
} as const
