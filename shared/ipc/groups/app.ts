// The window and its library as a whole.
import { z } from 'zod'
import { articleIdSchema } from '../../article/ids.ts'
import { command, event } from '../define.ts'
import { done, line, nothing, storage } from './common.ts'

/** Some hundred times a screen of text. */
const MAX_SCREEN_CHARS = 2_000_000

export const app = {
  info: command(
    nothing,
    z.strictObject({
      version: z.string(),
      libraryName: z.string(),
      libraryPath: z.string(),
      isReadOnly: z.boolean(),
      /** The article this window was opened on, or null. */
      articleId: articleIdSchema.nullable(),
      isFirstRun: z.boolean(),
    }),
    [],
  ),
  openWindow: command(z.strictObject({ articleId: articleIdSchema }), done, ['ArticleNotFound']),
  /** Says which article this window shows now, so that a second request for it focuses this window. */
  showing: command(z.strictObject({ articleId: articleIdSchema.nullable(), title: line }), done, []),
  openExternal: command(z.strictObject({ href: z.string().max(4_096) }), done, ['Cancelled']),
  chooseLibrary: command(z.strictObject({ create: z.boolean() }), done, [
    'Cancelled',
    'LibraryMissing',
    'LibraryNotOurs',
    'LibraryTooNew',
    ...storage,
  ]),
  /** The renderer tells the menu which actions can be used now. */
  actionsEnabled: command(z.strictObject({ enabled: z.array(z.string().max(64)).max(200) }), done, []),
  /** Sent by main before a window closes: flush, then `readyToClose`. */
  closing: event(z.strictObject({})),
  /** What this window shows of its article, to be painted by the next start before any script runs. */
  keepFirstScreen: command(
    z.strictObject({ articleId: articleIdSchema, screen: z.string().max(MAX_SCREEN_CHARS) }),
    done,
    [],
  ),
  readyToClose: command(z.strictObject({ hasUnsaved: z.boolean() }), done, []),
  actionInvoked: event(z.strictObject({ actionId: z.string() })),
  libraryState: event(
    z.strictObject({
      state: z.enum(['ok', 'read-only', 'gone', 'disk-full', 'failed']),
      detail: z.string(),
    }),
  ),
} as const
