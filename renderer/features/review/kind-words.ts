// Kinds of change, as the list names them.
import type { ChangeKind } from '#shared/revision/diff/revision-diff.ts'

export const KIND_WORDS: Readonly<Record<ChangeKind, string>> = {
  inserted: 'Inserted',
  deleted: 'Deleted',
  replaced: 'Replaced',
  moved: 'Moved',
  split: 'Split',
  joined: 'Joined',
  reshaped: 'Reshaped',
  formatting: 'Formatting',
  attribute: 'Attribute',
  'table-cell': 'Table cell',
  'table-row': 'Table row',
  'table-column': 'Table column',
  field: 'Field',
}
