// Revisions: the history of an article.
import { z } from 'zod'
import { articleSchema } from '../../article/article.ts'
import { articleIdSchema, revisionIdSchema } from '../../article/ids.ts'
import { revisionSummarySchema } from '../../revision/revision.ts'
import { command, event } from '../define.ts'
import { line, reading, storage } from './common.ts'

const restoring = [
  'ArticleNotFound',
  'RevisionNotFound',
  'RevisionDamaged',
  ...reading,
  'DraftReadOnly',
  ...storage,
] as const

export const revisions = {
  list: command(z.strictObject({ articleId: articleIdSchema }), z.array(revisionSummarySchema), [
    'ArticleNotFound',
    ...storage,
  ]),
  read: command(
    z.strictObject({ articleId: articleIdSchema, revisionId: revisionIdSchema }),
    z.strictObject({ summary: revisionSummarySchema, article: articleSchema }),
    ['RevisionNotFound', 'RevisionDamaged', ...storage],
  ),
  take: command(z.strictObject({ articleId: articleIdSchema, label: line }), revisionSummarySchema, [
    'ArticleNotFound',
    ...reading,
    ...storage,
  ]),
  /** A forward edit on the live draft (DR12), preceded by a revision of what was there. For an article that is not open here. */
  restore: command(
    z.strictObject({ articleId: articleIdSchema, revisionId: revisionIdSchema }),
    z.strictObject({ before: revisionSummarySchema }),
    restoring,
  ),
  /** For a window that makes the edit itself, so that it can be undone: keeps what is there now, answers what to write. */
  prepareRestore: command(
    z.strictObject({ articleId: articleIdSchema, revisionId: revisionIdSchema }),
    z.strictObject({ before: revisionSummarySchema, article: articleSchema }),
    restoring,
  ),
  changed: event(z.strictObject({ articleId: articleIdSchema })),
} as const
