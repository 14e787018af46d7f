// The actions of a comparison on screen, for menu, palette and shortcuts, while it is there.
import { useEffect, useLayoutEffect, useRef } from 'react'
import type { ActionId } from '#shared/actions/actions.ts'
import type { Article } from '#shared/article/article.ts'
import type { ChangeId, MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import { type ActionBinding, bindActions, refreshActions } from '../../app/action-registry.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import type { DraftReplica } from '../../editor/index.ts'
import { useOpenArticle } from '../../state/open-article.ts'
import { useReview, type Version } from '../../state/review.ts'
import { changesOf, useComparison } from './comparison.ts'
import { filteredChanges } from './filtered-changes.ts'
import { changesInRow } from './row-changes.ts'
import { restoreVersion } from './restore-version.ts'
import { takeBackChanges } from './take-back.ts'
import { walk } from './walk.ts'

interface Reviewed {
  readonly before: Version | null
  readonly after: Version
  readonly beforeName: string
  /** Null: nothing can be taken back. */
  readonly writable: DraftReplica | null
}

export function useReviewActions(reviewed: Reviewed): void {
  const desktop = useDesktop()
  const latest = useRef(reviewed)
  useLayoutEffect(() => {
    latest.current = reviewed
  })
  const currentId = useComparison((store) => store.currentId)
  const state = useComparison((store) => store.state)
  useEffect(refreshActions, [currentId, state, reviewed.writable])

  useEffect(() => {
    const takeBack = (idsFrom: (diff: MergedDiff, id: ChangeId) => readonly ChangeId[]): ActionBinding => ({
      isEnabled: () => latest.current.writable !== null && current() !== null,
      run: () => {
        const { writable } = latest.current
        const at = current()
        if (writable !== null && at !== null) takeBackChanges(writable, at.diff, idsFrom(at.diff, at.id))
      },
    })
    const step = (direction: 1 | -1): ActionBinding => ({
      isEnabled: () => changesOf(useComparison.getState().state).length > 0,
      run: () => walk(direction),
    })
    const undoing = (move: 'undo' | 'redo'): ActionBinding => ({
      isEnabled: () => {
        const { writable } = latest.current
        return writable !== null && (move === 'undo' ? writable.canUndo() : writable.canRedo())
      },
      run: () => void latest.current.writable?.[move](),
    })
    const bindings: Partial<Record<ActionId, ActionBinding>> = {
      'review.next-change': step(1),
      'review.previous-change': step(-1),
      'review.take-back': takeBack((_diff, id) => [id]),
      'review.take-back-block': takeBack(blockOf),
      'review.take-back-rest': takeBack(restFrom),
      'review.restore': {
        isEnabled: () => latest.current.writable !== null && older() !== null,
        run: () => {
          const { writable, before, beforeName } = latest.current
          const article = older()
          if (writable !== null && before !== null && article !== null)
            void restoreVersion(desktop, writable, before, article, beforeName)
        },
      },
      'review.swap': {
        isEnabled: () => latest.current.before !== null,
        run: () => {
          const { before, after } = latest.current
          if (before !== null) useOpenArticle.getState().compare({ before: after, after: before })
        },
      },
      'review.close': { run: () => useOpenArticle.getState().endComparison() },
      'edit.undo': undoing('undo'),
      'edit.redo': undoing('redo'),
    }
    return bindActions(bindings)
  }, [desktop])
}

function current(): { diff: MergedDiff; id: ChangeId } | null {
  const { state, currentId } = useComparison.getState()
  return state.kind === 'ready' && 'changes' in state.diff && currentId !== null
    ? { diff: state.diff, id: currentId }
    : null
}

function older(): Article | null {
  const { state } = useComparison.getState()
  return state.kind === 'ready' ? state.before : null
}

/** Every change of the block that holds this one; of a field, the field. */
function blockOf(diff: MergedDiff, id: ChangeId): readonly ChangeId[] {
  return diff.rows.map(changesInRow).find((ids) => ids.includes(id)) ?? [id]
}

/** This one and every one below it that the reader sees. */
function restFrom(diff: MergedDiff, id: ChangeId): readonly ChangeId[] {
  const shown = filteredChanges(diff.changes, useReview.getState())
  return shown
    .slice(
      Math.max(
        0,
        shown.findIndex((change) => change.id === id),
      ),
    )
    .map((change) => change.id)
}
