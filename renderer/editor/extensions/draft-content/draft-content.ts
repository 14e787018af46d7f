// Gives the editor its document from the draft, and undo to everybody who asks the state for it.
import { type Content, Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { createDraftBinding, type DraftBinding } from '../../binding/draft-binding.ts'
import type { EditorActions } from '../../editor-feature.ts'

export interface DraftContentOptions {
  readonly fragment: Y.XmlFragment | null
  readonly onBroken: (error: unknown) => void
}

const bindings = new WeakMap<object, DraftBinding>()

export const DraftContent = Extension.create<DraftContentOptions, { binding: DraftBinding | null }>({
  name: 'draftContent',
  addOptions: () => ({ fragment: null, onBroken: () => {} }),
  addStorage: () => ({ binding: null }),
  onBeforeCreate() {
    const { fragment, onBroken } = this.options
    if (fragment === null) throw new Error('The editor has no draft')
    // The editor's schema exists by now, its document does not yet.
    const binding = createDraftBinding(fragment, this.editor.schema, onBroken)
    bindings.set(binding.plugin, binding)
    this.storage.binding = binding
    // A node is taken as it is, though the type of the option does not say so: no second document is built.
    this.editor.options.content = binding.initialDoc as unknown as Content
  },
  addProseMirrorPlugins() {
    return this.storage.binding === null ? [] : [this.storage.binding.plugin]
  },
  onDestroy() {
    this.storage.binding?.stop()
  },
})

/** The draft's binding, found through the plugin it put into the state. */
export function bindingOf(state: EditorState): DraftBinding | null {
  for (const plugin of state.plugins) {
    const binding = bindings.get(plugin)
    if (binding) return binding
  }
  return null
}

export const undoActions: EditorActions = {
  'edit.undo': {
    command: (state, dispatch) => {
      const binding = bindingOf(state)
      return dispatch ? (binding?.undo() ?? false) : (binding?.canUndo() ?? false)
    },
  },
  'edit.redo': {
    command: (state, dispatch) => {
      const binding = bindingOf(state)
      return dispatch ? (binding?.redo() ?? false) : (binding?.canRedo() ?? false)
    },
  },
}
