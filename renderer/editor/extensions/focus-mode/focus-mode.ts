// Focus mode: a mark on the root, by which the galley dims every block but the current one.
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'

const key = new PluginKey<boolean>('focusMode')

export const FocusMode = Extension.create({
  name: 'focusMode',
  addProseMirrorPlugins: () => [
    new Plugin<boolean>({
      key,
      state: {
        init: () => false,
        apply: (tr, isOn) => (tr.getMeta(key) as boolean | undefined) ?? isOn,
      },
      props: {
        attributes: (state): Record<string, string> =>
          key.getState(state) === true ? { 'data-focus-mode': 'true' } : {},
      },
    }),
  ],
})

/** The transaction that turns it on or off; null when nothing changes. */
export function setFocusMode(state: EditorState, isOn: boolean): Transaction | null {
  return key.getState(state) === isOn ? null : state.tr.setMeta(key, isOn)
}
