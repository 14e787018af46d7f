// The changes that a reader has not hidden, and the walk through them.
import type { Change, ChangeGroup, ChangeId } from '#shared/revision/diff/revision-diff.ts'

export interface Hidden {
  readonly hidesFormatting: boolean
  readonly hidesPunctuation: boolean
}

export function hiddenGroups({ hidesFormatting, hidesPunctuation }: Hidden): ChangeGroup[] {
  return [
    ...(hidesFormatting ? ['formatting' as const] : []),
    ...(hidesPunctuation ? ['punctuation' as const] : []),
  ]
}

export function filteredChanges(changes: readonly Change[], hidden: Hidden): readonly Change[] {
  const groups = hiddenGroups(hidden)
  return groups.length === 0 ? changes : changes.filter(({ group }) => !groups.includes(group))
}

/** The change after or before; round the end to the beginning, and to the first or last from nowhere. */
export function nextChange(
  changes: readonly Change[],
  from: ChangeId | null,
  step: 1 | -1,
): Change | undefined {
  const at = changes.findIndex(({ id }) => id === from)
  if (at < 0) return step === 1 ? changes[0] : changes.at(-1)
  return changes[(at + step + changes.length) % changes.length]
}
