// The editor that is on screen, for what stands outside of the galley: toolbar, find bar, status line. One window, one article.
import type { Editor } from '@tiptap/core'
import { create } from 'zustand'
import type { EditorActions } from './editor-feature.ts'

export interface MountedEditor {
  readonly editor: Editor
  readonly actions: EditorActions
}

const useStore = create<{ readonly mounted: MountedEditor | null }>(() => ({ mounted: null }))

export const useMountedEditor = (): MountedEditor | null => useStore((state) => state.mounted)
export const mountedEditor = (): MountedEditor | null => useStore.getState().mounted

/** Called by the galley; answers how to take it back. */
export function mountEditor(mounted: MountedEditor): () => void {
  useStore.setState({ mounted })
  return () => {
    if (useStore.getState().mounted === mounted) useStore.setState({ mounted: null })
  }
}
