// Failures in words, and the buttons that help. Exhaustive: a new outcome does not compile until somebody has decided.
import type { Outcome, OutcomeTag } from '#shared/errors/outcome.ts'
import { type OutcomeCopy, outcomeCopy } from '#shared/errors/outcome-copy.ts'

/** What a person can be offered besides reading the sentence. */
export type Help = 'retry' | 'open-library' | 'new-library' | 'history'

export interface OutcomeWords extends OutcomeCopy {
  readonly help: readonly Help[]
}

const HELP: Readonly<Record<OutcomeTag, readonly Help[]>> = {
  LibraryMissing: ['open-library', 'new-library'],
  LibraryNotOurs: ['open-library', 'new-library'],
  LibraryTooNew: ['open-library'],
  LibraryCorrupt: ['open-library'],
  LibraryReadOnly: ['retry', 'open-library'],
  LibraryBusy: ['retry', 'open-library'],
  LibraryGone: ['retry', 'open-library'],
  DiskFull: ['retry'],
  StorageFailed: ['retry'],
  ArticleNotFound: [],
  SchemaTooNew: [],
  UnknownContent: [],
  DraftDamaged: ['history'],
  DraftNotOpen: ['retry'],
  DraftReadOnly: [],
  UpdateRejected: [],
  RevisionNotFound: [],
  RevisionDamaged: [],
  InvalidTransition: [],
  ReasonNeeded: [],
  OnHold: [],
  LegalNotCleared: [],
  ChecksFailed: [],
  DecisionNeeded: [],
  NoteRefused: [],
  EmbargoMissing: [],
  EditionNotFound: [],
  EditionDamaged: [],
  PictureTooLarge: [],
  PictureUnsupported: [],
  PictureDamaged: [],
  PictureNotFound: [],
  ImportUnsupported: [],
  ImportTooLarge: [],
  ImportUnreadable: ['retry'],
  LeakFound: [],
  HeadlineMissing: [],
  ProfileNotFound: [],
  ProfileRefused: [],
  EmbargoActive: [],
  FindingGone: [],
  DeskFileRefused: ['retry'],
  WriteFailed: ['retry'],
  SettingsUnreadable: ['retry'],
  Cancelled: [],
  InvalidRequest: ['retry'],
  UnknownCommand: [],
  UntrustedSender: [],
  ShuttingDown: [],
  Defect: ['retry'],
}

export function outcomeWords(outcome: Outcome): OutcomeWords {
  return { ...outcomeCopy(outcome), help: HELP[outcome.type] }
}
