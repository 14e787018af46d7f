// Takes changes back into the live draft as one undoable edit, and says what it did.
import type { Article } from '#shared/article/article.ts'
import { materialise } from '#shared/article/materialise.ts'
import type { ChangeId, MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import { describeChange } from '#shared/revision/diff/describe-change.ts'
import { takeBackInto } from '#shared/revision/diff/take-back.ts'
import type { DraftReplica } from '../../editor/index.ts'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'

export function takeBackChanges(replica: DraftReplica, diff: MergedDiff, ids: readonly ChangeId[]): void {
  // What the draft is now, not what it was when it was compared: somebody may have gone on writing.
  const live = materialise(replica.doc)
  if (!live.ok) return reportOutcome(live.error)
  const { article, gone } = takeBackInto(live.value, diff, ids)
  const taken = ids.filter((id) => !gone.includes(id))
  if (taken.length === 0) {
    useToasts.getState().show({
      tone: 'problem',
      title: 'Nothing was taken back',
      text:
        ids.length === 1
          ? 'The draft does not have this change, or not any more.'
          : 'The draft does not have these changes, or not any more.',
    })
    return
  }
  rewriteDraft(replica, article, takenWords(diff, taken, gone.length))
}

function takenWords(
  diff: MergedDiff,
  taken: readonly ChangeId[],
  goneCount: number,
): { title: string; text: string } {
  const first = diff.changes.find(({ id }) => id === taken[0])
  const left = goneCount === 0 ? '' : ` ${goneCount} others are not in the draft, or not any more.`
  return taken.length === 1 && first !== undefined
    ? { title: 'Took back', text: `${describeChange(first)}.${left}` }
    : { title: `Took back ${taken.length} changes`, text: left.trim() }
}

/** One undo step; the message offers the step back. */
export function rewriteDraft(
  replica: DraftReplica,
  article: Article,
  words: { readonly title: string; readonly text: string },
): void {
  replica.rewrite(article)
  useToasts.getState().show({
    tone: 'success',
    title: words.title,
    ...(words.text === '' ? {} : { text: words.text }),
    action: { label: 'Undo', run: () => void replica.undo() },
  })
}
