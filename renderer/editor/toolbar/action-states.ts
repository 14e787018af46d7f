// Which actions can be used and which are on, for buttons: worked out once a frame at most, and only when the caret came to
// another place. Typing along works out nothing.
import type { Editor } from '@tiptap/core'
import type { Transaction } from '@tiptap/pm/state'
import type { ActionId } from '#shared/actions/actions.ts'
import { caretPlace } from '../caret-place.ts'
import type { EditorActions } from '../editor-feature.ts'
import { blockKindAt } from './block-kind.ts'

export interface ActionStates {
  readonly enabled: ReadonlySet<ActionId>
  readonly active: ReadonlySet<ActionId>
  /** What kind of block the caret is in, in words. */
  readonly kind: string
}
export interface ActionStatesStore {
  get(): ActionStates
  subscribe(listener: () => void): () => void
}

export function createActionStates(editor: Editor, actions: EditorActions): ActionStatesStore {
  const ids = Object.keys(actions) as ActionId[]
  const listeners = new Set<() => void>()
  let place = caretPlace(editor.state)
  let states = workOut()
  let frame = 0

  function workOut(): ActionStates {
    const { state, view } = editor
    return {
      enabled: new Set(ids.filter((id) => actions[id]?.command(state, undefined, view))),
      active: new Set(ids.filter((id) => actions[id]?.isActive?.(state))),
      kind: blockKindAt(state),
    }
  }
  function update(): void {
    frame = 0
    if (editor.isDestroyed) return
    const next = workOut()
    if (
      next.kind === states.kind &&
      isSame(next.enabled, states.enabled) &&
      isSame(next.active, states.active)
    )
      return
    states = next
    for (const listener of listeners) listener()
  }
  const follow = (event?: { readonly transaction: Transaction }) => {
    const now = caretPlace(editor.state)
    // What is selected can change in kind while the selection stays: a mark put on it.
    const isChanged = event?.transaction.docChanged === true && !editor.state.selection.empty
    if (now === place && !isChanged) return
    place = now
    frame ||= requestAnimationFrame(update)
  }

  return {
    get: () => states,
    subscribe(listener) {
      if (listeners.size === 0) editor.on('transaction', follow)
      listeners.add(listener)
      follow()
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        editor.off('transaction', follow)
        cancelAnimationFrame(frame)
        frame = 0
      }
    },
  }
}

const isSame = (a: ReadonlySet<ActionId>, b: ReadonlySet<ActionId>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id))
