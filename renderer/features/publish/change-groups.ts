// The changes since the last edition as an editor decides about them: what changed in one block or one field is one question.
import type { NodeJson } from '#shared/article/article.ts'
import { inlineText } from '#shared/article/plain-text.ts'
import { describeChange } from '#shared/revision/diff/describe-change.ts'
import type { Change, DiffRow, MergedDiff } from '#shared/revision/diff/revision-diff.ts'

export interface ChangeGroup {
  /** Where it is and all it says: the same place with other words is another question. */
  readonly id: string
  readonly place: string
  /** "Paragraph 4", "Section". */
  readonly title: string
  readonly changes: readonly Change[]
  /** One sentence a change. */
  readonly sentences: readonly string[]
  /** What readers had and what they get, where it can be put side by side; '' where there is nothing. */
  readonly before: string
  readonly after: string
  /** Commas, spaces, formatting: nothing that has to be told. */
  readonly isTrivial: boolean
}

export function changeGroups({ changes, rows }: MergedDiff): readonly ChangeGroup[] {
  const byPlace = new Map<string, Change[]>()
  for (const change of changes) {
    const place = placeOf(change)
    byPlace.set(place, [...(byPlace.get(place) ?? []), change])
  }
  return [...byPlace].map(([place, members]) => ({
    id: `${place} ${JSON.stringify(members.map(saidBy))}`,
    place,
    title: titleOf(members),
    changes: members,
    sentences: members.map(describeChange),
    ...wholeSides(members, rows),
    isTrivial: members.every(isTrivial),
  }))
}

function placeOf(change: Change): string {
  if (change.kind === 'field') return `field ${change.field}`
  const { beforeIndex, afterIndex, blockId } = change.place
  return blockId === null ? `block ${beforeIndex} ${afterIndex}` : `block ${blockId}`
}

/** All of a change but its numbers, which another change elsewhere can shift. */
function saidBy({ id: _id, place: _place, ...said }: Change): object {
  return said
}

function titleOf(members: readonly Change[]): string {
  const names = new Set(members.map((change) => (change.kind === 'field' ? change.label : change.place.name)))
  return [...names].join(', ')
}

const isTrivial = (change: Change): boolean =>
  change.group === 'formatting' || (change.group === 'punctuation' && change.kind !== 'attribute')

/** The block or field as it stood and as it stands: a correction quotes the sentence, not the two words that differ. */
function wholeSides(
  members: readonly Change[],
  rows: readonly DiffRow[],
): Pick<ChangeGroup, 'before' | 'after'> {
  const [first] = members
  const row =
    first === undefined || first.kind === 'field'
      ? undefined
      : rows.find(
          ({ beforeIndex, afterIndex, state }) =>
            state === 'changed' &&
            beforeIndex === first.place.beforeIndex &&
            afterIndex === first.place.afterIndex,
        )
  if (row?.state === 'changed' && isText(row.before) && isText(row.after))
    return { before: inlineText(row.before), after: inlineText(row.after) }
  return {
    before: joined(members.map(({ before }) => before)),
    after: joined(members.map(({ after }) => after)),
  }
}

const isText = ({ content = [] }: NodeJson): boolean => content.every((child) => child.content === undefined)

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join(' … ')
