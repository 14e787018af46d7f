// What the comparison on screen has found, for the two panes that show it: the text in the galley's place and the list in the
// margin. Session state of this feature; what is compared is asked for in state/open-article.ts.
import { create } from 'zustand'
import type { Article } from '#shared/article/article.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { describeChange } from '#shared/revision/diff/describe-change.ts'
import type { Change, ChangeId, RevisionDiff } from '#shared/revision/diff/revision-diff.ts'
import { counted } from '../../copy/number-words.ts'
import { useReview } from '../../state/review.ts'
import type { ChangeAuthor } from './change-authors.ts'
import type { MoveEnd } from './drawing.ts'
import { filteredChanges } from './filtered-changes.ts'

export interface Compared {
  readonly diff: RevisionDiff
  readonly before: Article | null
  readonly after: Article
}

export type Comparing =
  /** Nothing is compared. */
  | { readonly kind: 'none' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'cancelled'; readonly again: () => void }
  | { readonly kind: 'failed'; readonly outcome: Outcome; readonly retry: (() => void) | null }
  | ({ readonly kind: 'ready' } & Compared)

interface ComparisonStore {
  /** What a screen reader is told: how much changed, then each change one comes to. */
  readonly announcement: string
  readonly state: Comparing
  readonly currentId: ChangeId | null
  /** Raised by each going to a change, so that going to the same one again is noticed. */
  readonly visit: { readonly count: number; readonly end: MoveEnd | null }
  /** Who made each change, as far as the log has been asked. */
  readonly authors: ReadonlyMap<ChangeId, ChangeAuthor>
  become(state: Comparing): void
  tellAuthors(authors: ReadonlyMap<ChangeId, ChangeAuthor>): void
  goTo(id: ChangeId, end?: MoveEnd): void
}

const NOBODY: ReadonlyMap<ChangeId, ChangeAuthor> = new Map()

export const useComparison = create<ComparisonStore>((set, get) => ({
  state: { kind: 'none' },
  announcement: '',
  authors: NOBODY,
  currentId: null,
  visit: { count: 0, end: null },
  become(state) {
    const { state: last, currentId } = get()
    const isReady = state.kind === 'ready'
    set({
      state,
      authors: NOBODY,
      currentId: isReady ? sameChange(last, state, currentId) : null,
      announcement: isReady ? resultWords(changesOf(state).length) : '',
    })
  },
  tellAuthors: (authors) => set({ authors }),
  goTo(id, end) {
    const shown = filteredChanges(changesOf(get().state), useReview.getState())
    const at = shown.findIndex((change) => change.id === id)
    const change = shown[at]
    set(({ visit }) => ({
      currentId: id,
      visit: { count: visit.count + 1, end: end ?? null },
      ...(change ? { announcement: `Change ${at + 1} of ${shown.length}: ${describeChange(change)}` } : {}),
    }))
  },
}))

export const changesOf = (state: Comparing): readonly Change[] =>
  state.kind === 'ready' && 'changes' in state.diff ? state.diff.changes : NO_CHANGES
const NO_CHANGES: readonly Change[] = []

/** The change one stood at, in a new comparison of a draft that went on: itself if it is still there, else what took its place. */
function sameChange(last: Comparing, next: Comparing, id: ChangeId | null): ChangeId | null {
  if (id === null) return null
  const before = changesOf(last)
  const after = changesOf(next)
  const at = before.findIndex((change) => change.id === id)
  const was = before[at]
  if (was === undefined) return null
  const same = after.find(
    (change) => change.kind === was.kind && change.before === was.before && change.after === was.after,
  )
  return (same ?? after[Math.min(at, after.length - 1)])?.id ?? null
}

const resultWords = (count: number): string => (count === 0 ? 'Nothing changed' : counted(count, 'change'))
