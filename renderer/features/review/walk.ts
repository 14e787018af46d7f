// Going from change to change, past those that the reader hid.
import { useReview } from '../../state/review.ts'
import { changesOf, useComparison } from './comparison.ts'
import { filteredChanges, nextChange } from './filtered-changes.ts'

export function walk(step: 1 | -1): void {
  const { state, currentId, goTo } = useComparison.getState()
  const next = nextChange(filteredChanges(changesOf(state), useReview.getState()), currentId, step)
  if (next !== undefined) goTo(next.id)
}
