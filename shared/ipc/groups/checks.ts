// Checks: what they need to know besides the article, what was let stand and why, and the desk file.
import { z } from 'zod'
import { articleIdSchema, zonedInstantSchema } from '../../article/ids.ts'
import { deskFileSchema, houseWordSchema } from '../../workflow/checks/desk-file.ts'
import { findingIdSchema, waiverReasonSchema, waiverSchema } from '../../workflow/checks/waiver.ts'
import { command, event } from '../define.ts'
import { done, nothing, reading, storage } from './common.ts'

const ofArticle = { articleId: articleIdSchema }

export const checks = {
  context: command(
    z.strictObject(ofArticle),
    z.strictObject({
      zone: z.string(),
      published: zonedInstantSchema.nullable(),
      legal: z.enum(['not-needed', 'required', 'cleared']),
      openSuggestions: z.number().int(),
      openThreads: z.number().int(),
      sameAddress: z.array(
        z.strictObject({ articleId: articleIdSchema, headline: z.string(), isPublished: z.boolean() }),
      ),
      deskFile: deskFileSchema,
      waivers: z.array(waiverSchema),
    }),
    ['ArticleNotFound', ...reading, ...storage],
  ),
  /** Main checks the article itself and records what the finding says now. */
  waive: command(z.strictObject({ ...ofArticle, finding: findingIdSchema, why: waiverReasonSchema }), done, [
    'ArticleNotFound',
    'FindingGone',
    ...reading,
    ...storage,
  ]),
  /** The finding counts again; that it was waived stays on record. */
  withdraw: command(z.strictObject({ ...ofArticle, finding: findingIdSchema }), done, [
    'ArticleNotFound',
    'FindingGone',
    ...storage,
  ]),
  deskFile: command(nothing, deskFileSchema, storage),
  saveDeskFile: command(deskFileSchema, done, storage),
  /** Asks for a file; its terms and words take the place of what the library has. */
  importDeskFile: command(nothing, deskFileSchema, [
    'DeskFileRefused',
    'ImportTooLarge',
    'ImportUnreadable',
    'Cancelled',
    ...storage,
  ]),
  exportDeskFile: command(nothing, z.strictObject({ fileName: z.string() }), [
    'WriteFailed',
    'Cancelled',
    ...storage,
  ]),
  /** A word that spelling lets stand in every article of the library. */
  addHouseWord: command(z.strictObject({ word: houseWordSchema }), done, storage),
  /** Waivers of an article, or (null) the desk file. */
  changed: event(z.strictObject({ articleId: articleIdSchema.nullable() })),
} as const
