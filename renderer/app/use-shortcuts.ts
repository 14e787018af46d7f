// The one listener for shortcuts. The native menu shows them but does not own them, so a key means one thing.
import { useEffect } from 'react'
import { ACTIONS, type ActionId, type ActionInfo } from '#shared/actions/actions.ts'
import { useDialogs } from '../state/dialogs.ts'
import { runAction } from './action-registry.ts'
import { isMacPlatform, matchesShortcut, parseShortcut } from './shortcut.ts'

const KEYED = (ACTIONS as readonly (ActionInfo & { id: ActionId })[]).flatMap((action) =>
  action.shortcut === null ? [] : [{ ...action, keys: parseShortcut(action.shortcut) }],
)

export function useShortcuts(): void {
  useEffect(() => {
    const isMac = isMacPlatform()
    const onKeyDown = (event: KeyboardEvent) => {
      const action = KEYED.find(({ keys }) => matchesShortcut(keys, event, isMac))
      if (!action || !isInReach(action, event.target)) return
      if (!runAction(action.id)) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before the galley's own key maps: an action that is bound here must not also run there.
    window.addEventListener('keydown', onKeyDown, { capture: true })
    return () => window.removeEventListener('keydown', onKeyDown, { capture: true })
  }, [])
}

const ABOUT_TEXT = new Set<ActionInfo['menu']>(['Edit', 'Insert', 'Format'])

/** A dialog keeps its keys to itself, and a form field outside the galley its own undo and paste. */
function isInReach(action: ActionInfo, target: EventTarget | null): boolean {
  if (useDialogs.getState().dialog !== null) return action.id === 'view.palette'
  if (!(target instanceof HTMLElement) || !ABOUT_TEXT.has(action.menu)) return true
  if (action.id.startsWith('edit.find')) return true
  return !target.matches('input, textarea') || target.closest('[data-editor-input]') !== null
}
