// The mounted editor as the frame may use it: somewhere to put focus and to jump to. One window shows one article.

export interface EditorHandle {
  /** Puts the caret back where it was. */
  focus(): void
  focusToolbar(): void
  /** Scrolls to a top-level block and puts the caret at its start. */
  revealBlock(index: number): void
}

let current: EditorHandle | null = null

/** The open article's editor, or null while none is being written in. */
export const editorHandle = (): EditorHandle | null => current

/** Called by the editor itself; answers how to take it back. */
export function provideEditorHandle(handle: EditorHandle): () => void {
  current = handle
  return () => {
    if (current === handle) current = null
  }
}
