// The mounted editor as the frame may use it: somewhere to put focus and to jump to.
import { Selection } from '@tiptap/pm/state'
import type { TextStretch } from '#shared/article/text-stretch.ts'
import { mountedEditor } from './mounted-editor.ts'
import { selectedStretches } from './selected-stretches.ts'
import { focusToolbar } from './toolbar/focus-toolbar.ts'

export interface EditorHandle {
  /** Puts the caret back where it was. */
  focus(): void
  focusToolbar(): void
  /** Scrolls to a top-level block and puts the caret at its start. */
  revealBlock(index: number): void
  /** What is selected, or the text block one is in. */
  selectedStretches(): readonly TextStretch[]
}

/** The open article's editor, or null while none is being written in. */
export function editorHandle(): EditorHandle | null {
  const mounted = mountedEditor()
  if (mounted === null) return null
  const { editor } = mounted
  return {
    focus: () => editor.view.focus(),
    focusToolbar,
    selectedStretches: () => selectedStretches(editor.state),
    revealBlock(index) {
      const { doc, tr } = editor.state
      const at = doc.resolve(0).posAtIndex(Math.min(index, doc.childCount), 0)
      editor.view.dispatch(tr.setSelection(Selection.near(doc.resolve(at), 1)).scrollIntoView())
      editor.view.focus()
      // Unseen blocks have estimated heights: the first jump lays them out, the second lands (PERFORMANCE 5, risks).
      requestAnimationFrame(() => {
        if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.scrollIntoView())
      })
    },
  }
}
