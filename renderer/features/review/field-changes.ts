// The fields among the changes.
import type { FieldChange, MergedDiff } from '#shared/revision/diff/revision-diff.ts'

export const fieldChanges = (diff: MergedDiff): FieldChange[] =>
  diff.changes.filter((change): change is FieldChange => change.kind === 'field')
