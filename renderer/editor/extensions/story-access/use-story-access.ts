import { useMemo } from 'react'
import { useMountedEditor } from '../../mounted-editor.ts'
import { type StoryAccess, storyAccess } from './story-access.ts'

/** The story that is being written in; null while none is. */
export function useStoryAccess(): StoryAccess | null {
  const mounted = useMountedEditor()
  return useMemo(() => (mounted === null ? null : storyAccess(mounted.editor)), [mounted])
}
