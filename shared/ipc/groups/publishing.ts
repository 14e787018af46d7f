// The publishing desk: where an article stands, what goes out and is said about it, and what readers saw.
import { z } from 'zod'
import { articleSchema } from '../../article/article.ts'
import { articleIdSchema, editionIdSchema, instantSchema } from '../../article/ids.ts'
import { profileIdSchema } from '../../article/output-profile.ts'
import { stampsSchema } from '../../article/stamps.ts'
import { actSchema, deskEventSchema, reasonSchema } from '../../workflow/desk-event.ts'
import { deskStateSchema } from '../../workflow/desk-state.ts'
import { ledgerNoteSchema, shownEditionSchema } from '../../workflow/edition.ts'
import { decidedOnSchema, decisionSchema } from '../../workflow/publication.ts'
import { DESK_VERBS } from '../../workflow/status.ts'
import { command, event } from '../define.ts'
import { exporting, leaving, reading, storage } from './common.ts'

const ofArticle = { articleId: articleIdSchema }
const ofEdition = { ...ofArticle, editionId: editionIdSchema }

const standing = z.strictObject({
  state: deskStateSchema,
  stamps: stampsSchema,
  /** Oldest first. */
  events: z.array(deskEventSchema),
  /** Every act, and why it is not possible now; null when it is. */
  acts: z.array(z.strictObject({ act: actSchema, whyNot: z.string().nullable(), needsReason: z.boolean() })),
})

/** Null: the profile of the last edition while there is one of that id, else the default. */
const profile = { profileId: profileIdSchema.nullable() }

const request = z.strictObject({
  ...ofArticle,
  ...profile,
  decision: decisionSchema,
  allowTk: z.boolean(),
})

/** What can stop a publication that nobody has begun yet. */
const BLOCKERS = [
  ...leaving,
  'ChecksFailed',
  'HeadlineMissing',
  'LeakFound',
  'PictureNotFound',
  'PictureDamaged',
] as const

const plan = z.strictObject({
  state: deskStateSchema,
  stamps: stampsSchema,
  profileId: profileIdSchema,
  /** No page of it has gone out: Published is set by this one. */
  isFirst: z.boolean(),
  /** The page readers have or had last. Its revision is what the article is compared with; null on the first time. */
  lastEdition: shownEditionSchema.nullable(),
  /** As it would go out now, and its hash: what is compared and decided about. */
  article: articleSchema,
  contentHash: z.string(),
  /** The text differs from that edition's. */
  hasChanged: z.boolean(),
  notes: z.array(ledgerNoteSchema),
  /** What stops it now, each in words. */
  blockers: z.array(
    z.strictObject({ type: z.enum(BLOCKERS), title: z.string(), sentence: z.string(), nextStep: z.string() }),
  ),
  /** What a person should know first: a clock that is behind, a retraction that stands. */
  warnings: z.array(z.string()),
})

const acting = ['ArticleNotFound', 'InvalidTransition', 'ReasonNeeded', 'DraftDamaged', ...storage] as const
const preparing = [
  'ArticleNotFound',
  'ProfileNotFound',
  ...exporting,
  'HeadlineMissing',
  'DecisionNeeded',
  'NoteRefused',
  ...storage,
] as const

export const publishing = {
  state: command(z.strictObject(ofArticle), standing, ['ArticleNotFound', ...storage]),
  act: command(
    z.strictObject({ ...ofArticle, verb: z.enum(DESK_VERBS), why: reasonSchema }),
    standing,
    acting,
  ),
  setLegal: command(
    z.strictObject({ ...ofArticle, legal: z.enum(['required', 'cleared', 'not-needed']), why: reasonSchema }),
    standing,
    acting,
  ),
  setHold: command(z.strictObject({ ...ofArticle, isOn: z.boolean(), why: reasonSchema }), standing, acting),
  /** One export may pass before the embargo that is set now ends. */
  overrideEmbargo: command(z.strictObject({ ...ofArticle, why: reasonSchema }), standing, [
    ...acting,
    ...reading,
    'EmbargoMissing',
  ]),
  plan: command(z.strictObject({ ...ofArticle, ...profile }), plan, [
    'ArticleNotFound',
    'ProfileNotFound',
    ...reading,
    ...storage,
  ]),
  /** The very bytes that publishing with this decision would write now, pictures inlined. */
  preview: command(
    request,
    z.strictObject({ html: z.string(), sha256: z.string(), warnings: z.array(z.string()) }),
    preparing,
  ),
  /** Asks for the file, then: revision, staged files, one transaction for edition, stamps, notes and event, rename. */
  publish: command(
    /** `decidedOn`: refused when it is no longer so; null for whoever decides without a comparison. */
    request.extend({ decidedOn: decidedOnSchema.nullable() }),
    z.strictObject({
      edition: shownEditionSchema,
      /** False when this very page stands already: its files were written again and nothing was recorded. */
      isNew: z.boolean(),
      fileName: z.string(),
      sha256: z.string(),
      stamps: stampsSchema,
      warnings: z.array(z.string()),
    }),
    [...preparing, ...leaving, 'ChecksFailed', 'WriteFailed', 'Cancelled'],
  ),
  /** Every note, revised ones too, in order of appending. */
  notes: command(z.strictObject(ofArticle), z.array(ledgerNoteSchema), ['ArticleNotFound', ...storage]),
  /** The newest first. */
  editions: command(z.strictObject(ofArticle), z.array(shownEditionSchema), ['ArticleNotFound', ...storage]),
  /** Frozen: for a frame that runs nothing. */
  editionPage: command(z.strictObject(ofEdition), z.strictObject({ html: z.string(), sha256: z.string() }), [
    'ArticleNotFound',
    'EditionNotFound',
    'EditionDamaged',
    ...storage,
  ]),
  /** What readers saw. */
  editionAt: command(
    z.strictObject({ ...ofArticle, at: instantSchema }),
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('not-yet') }),
      z.strictObject({ kind: z.literal('edition'), edition: shownEditionSchema }),
      z.strictObject({ kind: z.literal('killed'), at: instantSchema, last: shownEditionSchema }),
    ]),
    ['ArticleNotFound', ...storage],
  ),
  /** The frozen files once more, the same bytes. */
  exportEdition: command(
    z.strictObject(ofEdition),
    z.strictObject({ fileName: z.string(), sha256: z.string() }),
    [
      'ArticleNotFound',
      'EditionNotFound',
      'EditionDamaged',
      'OnHold',
      'EmbargoActive',
      'WriteFailed',
      'Cancelled',
      ...reading,
      ...storage,
    ],
  ),
  changed: event(z.strictObject(ofArticle)),
} as const
