// The taxonomy: every expected failure and every refusal, as data. A new tag does not compile until
// renderer/copy/errors.ts and electron/core/copy give it words.
import { z } from 'zod'

const detail = z.string().max(2_000)

export const outcomeSchemas = {
  // The library as a whole
  LibraryMissing: { path: detail },
  LibraryNotOurs: { path: detail, detail },
  LibraryTooNew: { path: detail, needs: z.string() },
  LibraryCorrupt: { path: detail, detail },
  LibraryReadOnly: { path: detail, detail },
  LibraryBusy: { path: detail, owner: detail },
  LibraryGone: { path: detail },
  DiskFull: { detail },
  StorageFailed: { detail },
  // Drafts
  ArticleNotFound: { articleId: z.string() },
  SchemaTooNew: { stored: z.number(), known: z.number() },
  UnknownContent: { names: z.array(z.string()) },
  DraftDamaged: { detail },
  DraftNotOpen: { articleId: z.string() },
  DraftReadOnly: { detail },
  UpdateRejected: { detail },
  // Revisions and workflow
  RevisionNotFound: { revisionId: z.string() },
  RevisionDamaged: { revisionId: z.string(), detail },
  InvalidTransition: { from: z.string(), verb: z.string() },
  ReasonNeeded: { act: z.string() },
  OnHold: { who: z.string(), why: detail, at: z.number() },
  LegalNotCleared: { who: z.string(), why: detail },
  ChecksFailed: { count: z.number(), first: detail },
  DecisionNeeded: { detail },
  NoteRefused: { detail },
  EmbargoMissing: {},
  EditionNotFound: { editionId: z.string() },
  EditionDamaged: { editionId: z.string(), detail },
  // Pictures
  PictureTooLarge: { detail },
  PictureUnsupported: { detail },
  PictureDamaged: { detail },
  PictureNotFound: { assetId: z.string() },
  // Import and export
  ImportUnsupported: { fileName: detail },
  ImportTooLarge: { fileName: detail, limitBytes: z.number() },
  ImportUnreadable: { fileName: detail, detail },
  LeakFound: {
    kind: z.enum(['stash', 'TK', 'desk note', 'slugline', 'profile name', 'internal id', 'picture data']),
    place: detail,
  },
  HeadlineMissing: {},
  // Output profiles
  ProfileNotFound: { profileId: detail },
  ProfileRefused: { detail },
  EmbargoActive: { until: z.number(), zone: z.string(), userZone: z.string(), isClockBehind: z.boolean() },
  // Checks
  FindingGone: {},
  DeskFileRefused: { fileName: detail, detail },
  WriteFailed: { fileName: detail, detail },
  SettingsUnreadable: { path: detail, detail },
  Cancelled: {},
  // Refusals: the boundary said no
  InvalidRequest: {},
  UnknownCommand: {},
  UntrustedSender: {},
  ShuttingDown: {},
  // A bug; the reference finds the log line
  Defect: { reference: z.string() },
} as const satisfies Record<string, z.core.$ZodLooseShape>

export type OutcomeTag = keyof typeof outcomeSchemas
/** Distributed per tag, so that a switch over `type` narrows and exhaustiveness holds. */
export type Outcome<T extends OutcomeTag = OutcomeTag> = T extends OutcomeTag
  ? { readonly type: T } & {
      // Mapped here, not by zod: an object schema without fields infers an index signature that `type` would violate.
      readonly [K in keyof (typeof outcomeSchemas)[T]]: z.output<(typeof outcomeSchemas)[T][K]>
    }
  : never

/** Every command may answer with these, whatever it lists itself. */
export const REFUSALS = [
  'InvalidRequest',
  'UnknownCommand',
  'UntrustedSender',
  'ShuttingDown',
  'Defect',
] as const
export type RefusalTag = (typeof REFUSALS)[number]

export type StorageTag =
  | 'LibraryMissing'
  | 'LibraryNotOurs'
  | 'LibraryTooNew'
  | 'LibraryCorrupt'
  | 'LibraryReadOnly'
  | 'LibraryBusy'
  | 'LibraryGone'
  | 'DiskFull'
  | 'StorageFailed'
export type StorageOutcome = Outcome<StorageTag>
