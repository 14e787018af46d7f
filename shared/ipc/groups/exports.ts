// Exports: preview, files, the clipboard.
import { z } from 'zod'
import { articleIdSchema, revisionIdSchema } from '../../article/ids.ts'
import { profileIdSchema } from '../../article/output-profile.ts'
import { stampsSchema } from '../../article/stamps.ts'
import { command } from '../define.ts'
import { exporting, leaving, storage } from './common.ts'

/** Unnamed: the profile of the last edition while there is one of that id, else the default. */
const profile = { profileId: profileIdSchema.optional() }

export const EXPORT_FORMATS = ['html', 'markdown', 'text', 'json'] as const

export const exports = {
  /** The very bytes a save would write. */
  preview: command(
    z.strictObject({
      articleId: articleIdSchema,
      revisionId: revisionIdSchema.nullable(),
      purpose: z.enum(['readers', 'proof']),
      ...profile,
    }),
    z.strictObject({ html: z.string(), sha256: z.string(), warnings: z.array(z.string()) }),
    [
      'ArticleNotFound',
      'ProfileNotFound',
      'RevisionNotFound',
      'RevisionDamaged',
      ...exporting,
      'HeadlineMissing',
      ...storage,
    ],
  ),
  save: command(
    z.strictObject({
      articleId: articleIdSchema,
      format: z.enum(EXPORT_FORMATS),
      purpose: z.enum(['readers', 'proof']),
      /** Only meaningful once published: move the Updated stamp. */
      moveUpdated: z.boolean(),
      allowTk: z.boolean(),
      ...profile,
    }),
    z.strictObject({
      fileName: z.string(),
      sha256: z.string(),
      stamps: stampsSchema,
      /** What a person should be told of the clocks (ST6). */
      warnings: z.array(z.string()),
    }),
    [
      'ArticleNotFound',
      'ProfileNotFound',
      ...exporting,
      'HeadlineMissing',
      ...leaving,
      'ChecksFailed',
      'WriteFailed',
      'Cancelled',
      ...storage,
    ],
  ),
  /** For the clipboard; the renderer writes it there. */
  text: command(
    z.strictObject({ articleId: articleIdSchema, format: z.enum(['html', 'markdown', 'text']) }),
    z.strictObject({ text: z.string(), html: z.string().nullable() }),
    ['ArticleNotFound', ...exporting, 'OnHold', 'EmbargoActive', ...storage],
  ),
} as const
