// Why an edition went out, in words.
import type { EditionReason } from '#shared/workflow/publication.ts'

export const EDITION_WORDS: Readonly<Record<EditionReason, string>> = {
  first: 'First publication',
  'silent-fix': 'Silent fix',
  update: 'Update',
  'editors-note': 'Editor’s note',
  clarification: 'Clarification',
  correction: 'Correction',
  retraction: 'Retraction',
  export: 'Export',
}
