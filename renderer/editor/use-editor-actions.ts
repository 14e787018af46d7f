// Binds the editor's actions for menu, palette and shortcuts while it is mounted, and says when what is enabled may have changed.
import type { Editor } from '@tiptap/core'
import { useEffect } from 'react'
import type { ActionId } from '#shared/actions/actions.ts'
import { type ActionBinding, bindActions, refreshActions } from '../app/action-registry.ts'
import { caretPlace } from './caret-place.ts'
import type { EditorActions } from './editor-feature.ts'

export function useEditorActions(
  editor: Editor,
  actions: EditorActions,
  more: Partial<Record<ActionId, ActionBinding>>,
): void {
  useEffect(() => {
    const bindings: Partial<Record<ActionId, ActionBinding>> = { ...more }
    for (const [id, action] of Object.entries(actions) as [ActionId, EditorActions[ActionId]][]) {
      if (action === undefined) continue
      bindings[id] = {
        isEnabled: () => !editor.isDestroyed && action.command(editor.state, undefined, editor.view),
        run: () => {
          action.command(editor.state, editor.view.dispatch, editor.view)
          if (action.keepsFocus !== true) editor.view.focus()
        },
      }
    }
    const unbind = bindActions(bindings)
    // Where the caret is decides what can be used; plain typing in one block does not.
    let place = ''
    const follow = () => {
      const now = caretPlace(editor.state)
      if (now !== place) refreshActions()
      place = now
    }
    editor.on('transaction', follow)
    return () => {
      editor.off('transaction', follow)
      unbind()
    }
  }, [editor, actions, more])
}
