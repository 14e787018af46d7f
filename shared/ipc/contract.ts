// THE contract between renderer and main: every command and event, validated on arrival. Types of both sides derive from it.
import { z } from 'zod'
import { articleSchema, nodeJsonSchema } from '../article/article.ts'
import { articleIdSchema, assetIdSchema, instantSchema, revisionIdSchema } from '../article/ids.ts'
import { MAX_LINE_CHARS, MAX_PICTURE_BYTES, MAX_UPDATE_BYTES } from '../article/limits.ts'
import { outputProfileSchema } from '../article/output-profile.ts'
import { stampsSchema } from '../article/stamps.ts'
import { articleQuerySchema, articleSummarySchema } from '../library/article-summary.ts'
import { revisionSummarySchema } from '../revision/revision.ts'
import { settingsPatchSchema, settingsSchema } from '../settings/settings.ts'
import { verbSchema } from '../workflow/status.ts'
import { command, event } from './define.ts'

const nothing = z.strictObject({})
const done = z.null()
const line = z.string().max(MAX_LINE_CHARS)
const bytesUpTo = (max: number) =>
  z.custom<Uint8Array>(
    (value) => value instanceof Uint8Array && value.byteLength <= max,
    'bytes over the ceiling',
  )
const storage = [
  'LibraryReadOnly',
  'LibraryGone',
  'LibraryCorrupt',
  'LibraryBusy',
  'DiskFull',
  'StorageFailed',
] as const
/** A draft that does not give an article. */
const reading = ['SchemaTooNew', 'UnknownContent', 'DraftDamaged'] as const
/** An article that does not give a page. */
const exporting = [...reading, 'PictureNotFound', 'PictureDamaged', 'LeakFound'] as const

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

export const pictureSchema = z.strictObject({
  assetId: assetIdSchema,
  mime: z.enum(['image/jpeg', 'image/png', 'image/webp', 'image/gif']),
  width: z.number().int(),
  height: z.number().int(),
  /** Read from embedded IPTC/XMP before it was stripped; '' when there was none. */
  caption: z.string(),
  credit: z.string(),
  /** What was removed, in words: "location", "camera", "owner". */
  stripped: z.array(z.string()),
})
export type Picture = Readonly<z.infer<typeof pictureSchema>>

/** What an import did, line by line: what was recognised, assumed, dropped. */
export const receiptSchema = z.strictObject({
  fileName: z.string(),
  articleId: articleIdSchema.nullable(),
  headline: z.string(),
  lines: z.array(z.strictObject({ level: z.enum(['info', 'warning', 'error']), text: z.string() })),
})
export type Receipt = Readonly<z.infer<typeof receiptSchema>>

export const EXPORT_FORMATS = ['html', 'markdown', 'text', 'json'] as const

export const contract = {
  app: {
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
    readyToClose: command(z.strictObject({ hasUnsaved: z.boolean() }), done, []),
    actionInvoked: event(z.strictObject({ actionId: z.string() })),
    libraryState: event(
      z.strictObject({
        state: z.enum(['ok', 'read-only', 'gone', 'disk-full', 'failed']),
        detail: z.string(),
      }),
    ),
  },
  library: {
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
  },
  drafts: {
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
      z.strictObject({ articleId: articleIdSchema, update: bytesUpTo(MAX_UPDATE_BYTES) }),
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
  },
  revisions: {
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
    /** A forward edit on the live draft (DR12), preceded by a revision of what was there. */
    restore: command(
      z.strictObject({ articleId: articleIdSchema, revisionId: revisionIdSchema }),
      z.strictObject({ before: revisionSummarySchema }),
      ['ArticleNotFound', 'RevisionNotFound', 'RevisionDamaged', ...reading, 'DraftReadOnly', ...storage],
    ),
    changed: event(z.strictObject({ articleId: articleIdSchema })),
  },
  exports: {
    /** The very bytes a save would write. */
    preview: command(
      z.strictObject({
        articleId: articleIdSchema,
        revisionId: revisionIdSchema.nullable(),
        purpose: z.enum(['readers', 'proof']),
      }),
      z.strictObject({ html: z.string(), sha256: z.string(), warnings: z.array(z.string()) }),
      ['ArticleNotFound', 'RevisionNotFound', 'RevisionDamaged', ...exporting, 'HeadlineMissing', ...storage],
    ),
    save: command(
      z.strictObject({
        articleId: articleIdSchema,
        format: z.enum(EXPORT_FORMATS),
        purpose: z.enum(['readers', 'proof']),
        /** Only meaningful once published: move the Updated stamp. */
        moveUpdated: z.boolean(),
        allowTk: z.boolean(),
      }),
      z.strictObject({ fileName: z.string(), sha256: z.string(), stamps: stampsSchema }),
      [
        'ArticleNotFound',
        ...exporting,
        'HeadlineMissing',
        'InvalidTransition',
        'WriteFailed',
        'Cancelled',
        ...storage,
      ],
    ),
    /** For the clipboard; the renderer writes it there. */
    text: command(
      z.strictObject({ articleId: articleIdSchema, format: z.enum(['html', 'markdown', 'text']) }),
      z.strictObject({ text: z.string(), html: z.string().nullable() }),
      ['ArticleNotFound', ...exporting, ...storage],
    ),
  },
  assets: {
    add: command(z.strictObject({ bytes: bytesUpTo(MAX_PICTURE_BYTES), fileName: line }), pictureSchema, [
      'PictureTooLarge',
      'PictureUnsupported',
      'PictureDamaged',
      ...storage,
    ]),
    pick: command(nothing, z.array(pictureSchema), [
      'Cancelled',
      'PictureTooLarge',
      'PictureUnsupported',
      'PictureDamaged',
      'ImportUnreadable',
      ...storage,
    ]),
  },
  imports: {
    pick: command(nothing, z.array(receiptSchema), ['Cancelled', ...storage]),
    progress: event(
      z.strictObject({ done: z.number().int(), total: z.number().int(), fileName: z.string() }),
    ),
    cancel: command(nothing, done, []),
  },
  settings: {
    get: command(nothing, settingsSchema, []),
    set: command(settingsPatchSchema, settingsSchema, ['SettingsUnreadable', 'DiskFull', 'WriteFailed']),
    changed: event(settingsSchema),
  },
} as const
