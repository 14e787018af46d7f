// Actions by id: whoever can do a thing binds it while it can; menu, palette, toolbar and shortcuts all run it from here.
import type { ActionId } from '#shared/actions/actions.ts'

export interface ActionBinding {
  readonly run: () => void
  /** Asked when a menu or palette opens and after `refreshActions`; must be cheap. */
  readonly isEnabled?: () => boolean
}

/** The last of each list is in force. */
const bindings = new Map<ActionId, readonly ActionBinding[]>()
const listeners = new Set<() => void>()
let isRefreshDue = false

/** Binds actions until the answered function is called. A later binding of the same id wins until it goes. */
export function bindActions(added: Partial<Record<ActionId, ActionBinding>>): () => void {
  const mine = Object.entries(added) as [ActionId, ActionBinding][]
  for (const [id, binding] of mine) bindings.set(id, [...(bindings.get(id) ?? []), binding])
  refreshActions()
  return () => {
    for (const [id, binding] of mine)
      bindings.set(
        id,
        (bindings.get(id) ?? []).filter((other) => other !== binding),
      )
    refreshActions()
  }
}

export function isActionEnabled(id: ActionId): boolean {
  const binding = bindings.get(id)?.at(-1)
  return binding !== undefined && (binding.isEnabled?.() ?? true)
}

/** Runs the action if it can be run now; says whether it did. */
export function runAction(id: ActionId): boolean {
  if (!isActionEnabled(id)) return false
  bindings.get(id)?.at(-1)?.run()
  return true
}

/** Tells listeners, at most once a frame, that what is enabled may have changed. */
export function refreshActions(): void {
  if (isRefreshDue) return
  isRefreshDue = true
  requestAnimationFrame(() => {
    isRefreshDue = false
    for (const listener of listeners) listener()
  })
}

export function subscribeActions(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
