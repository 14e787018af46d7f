// Why a revision was taken, in words.
import type { RevisionKind } from '#shared/revision/revision.ts'

export const REVISION_WORDS: Readonly<Record<RevisionKind, string>> = {
  sitting: 'Start of a sitting',
  idle: 'Pause',
  status: 'Status change',
  export: 'Export',
  import: 'Import',
  named: 'Named',
  restore: 'Before a restore',
}
