// One keymap from the action list, so that menu and editor cannot disagree. In the window the frame's listener comes first and
// stops the event: a press runs once. This map serves the galley where no frame is around it.
import { Extension } from '@tiptap/core'
import { keydownHandler } from '@tiptap/pm/keymap'
import { type Command, Plugin, PluginKey } from '@tiptap/pm/state'
import { ACTIONS, type ActionId } from '#shared/actions/actions.ts'
import type { EditorActions } from '../../editor-feature.ts'

/** Second keys that hands know: Windows redo. */
const ALSO: Partial<Record<ActionId, string>> = { 'edit.redo': 'Mod-y' }

/** 'Mod+Shift+8' as ProseMirror spells it: 'Mod-Shift-8'. Letters are lower case, as the key without Shift. */
export function toProseMirrorKey(shortcut: string): string {
  const parts = shortcut.split('+')
  const key = parts.pop() ?? ''
  return [...parts, key.length === 1 ? key.toLowerCase() : key].join('-')
}

export function actionKeymap(actions: EditorActions): Record<string, Command> {
  const keymap: Record<string, Command> = {}
  for (const { id, shortcut } of ACTIONS) {
    const action = actions[id]
    if (action === undefined) continue
    if (shortcut !== null) keymap[toProseMirrorKey(shortcut)] = action.command
    const also = ALSO[id]
    if (also !== undefined) keymap[also] = action.command
  }
  return keymap
}

export const ActionKeys = Extension.create<{ readonly actions: EditorActions }>({
  name: 'actionKeys',
  priority: 900,
  addOptions: () => ({ actions: {} }),
  addProseMirrorPlugins() {
    const handleKeyDown = keydownHandler(actionKeymap(this.options.actions))
    return [new Plugin({ key: new PluginKey('actionKeys'), props: { handleKeyDown } })]
  },
})
