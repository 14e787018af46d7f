// Imports.
import { z } from 'zod'
import { articleIdSchema } from '../../article/ids.ts'
import { command, event } from '../define.ts'
import { done, nothing, storage } from './common.ts'

/** What an import did, line by line: what was recognised, assumed, dropped. */
export const receiptSchema = z.strictObject({
  fileName: z.string(),
  articleId: articleIdSchema.nullable(),
  headline: z.string(),
  lines: z.array(z.strictObject({ level: z.enum(['info', 'warning', 'error']), text: z.string() })),
})
export type Receipt = Readonly<z.infer<typeof receiptSchema>>

export const imports = {
  pick: command(nothing, z.array(receiptSchema), ['Cancelled', ...storage]),
  progress: event(z.strictObject({ done: z.number().int(), total: z.number().int(), fileName: z.string() })),
  cancel: command(nothing, done, []),
} as const
