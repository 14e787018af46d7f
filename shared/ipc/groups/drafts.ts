// The live drafts: opening, saving, what others change.
import { z } from 'zod'
import { nodeJsonSchema } from '../../article/article.ts'
import { articleIdSchema, instantSchema } from '../../article/ids.ts'
import { MAX_UPDATE_BYTES } from '../../article/limits.ts'
import { WINDOW_SOURCES } from '../../draft/origin.ts'
import { command, event } from '../define.ts'
import { bytesUpTo, done, storage } from './common.ts'

/** How a draft was opened: for writing, or read-only with the reason and the text as far as it can be read. */
const accessSchema = z.discriminatedUnion('mode', [
  z.strictObject({ mode: z.literal('write') }),
  z.strictObject({
    mode: z.literal('read-only'),
    reason: z.enum(['SchemaTooNew', 'UnknownContent', 'LibraryReadOnly']),
    detail: z.string(),
    /** Content as stored, unknown nodes included: the read-only view shows them as their text. */
    content: nodeJsonSchema,
  }),
])
export type DraftAccess = Readonly<z.infer<typeof accessSchema>>

export const drafts = {
  open: command(
    z.strictObject({ articleId: articleIdSchema }),
    z.strictObject({
      /** The whole draft as one Yjs update. Empty when read-only for a reason of grammar: it must not reach a binding. */
      state: z.custom<Uint8Array>((v) => v instanceof Uint8Array),
      seq: z.number().int(),
      savedAt: instantSchema,
      access: accessSchema,
      /** False while the disk refuses part of this state: main holds it, a kill would lose it (DR2, R11). */
      isSaved: z.boolean(),
    }),
    ['ArticleNotFound', 'DraftDamaged', ...storage],
  ),
  /** Answered only after the row is committed with full sync (DR2). Idempotent by the update's hash. */
  push: command(
    z.strictObject({
      articleId: articleIdSchema,
      update: bytesUpTo(MAX_UPDATE_BYTES),
      /** What the edit is: the log says it, and attribution reads it (AT2). */
      origin: z.enum(WINDOW_SOURCES).default('window'),
    }),
    z.strictObject({ seq: z.number().int(), savedAt: instantSchema }),
    ['DraftNotOpen', 'DraftReadOnly', 'UpdateRejected', 'DraftDamaged', ...storage],
  ),
  close: command(z.strictObject({ articleId: articleIdSchema }), done, []),
  /** Saves the renderer's whole state to a file the person chooses, when the library cannot take it. */
  rescue: command(
    z.strictObject({ articleId: articleIdSchema, state: bytesUpTo(MAX_UPDATE_BYTES) }),
    z.strictObject({ fileName: z.string() }),
    ['Cancelled', 'WriteFailed', 'UpdateRejected'],
  ),
  /** An update from elsewhere: another window, restore, sync. Never echoed to the window it came from (DR7). */
  changed: event(
    z.strictObject({
      articleId: articleIdSchema,
      update: z.custom<Uint8Array>((v) => v instanceof Uint8Array),
      seq: z.number().int(),
      savedAt: instantSchema,
    }),
  ),
} as const
