// The editor's public index.
export { ArticleEditor } from './article-editor.tsx'
export { type DraftReplica, openDraftReplica } from './draft-replica.ts'
export { editorHandle } from './editor-handle.ts'
export { ReadOnlyArticle } from './read-only-article.tsx'
export {
  readOnlyContent,
  readOnlyNode,
  ReadOnlyPicture,
  readOnlyShell,
  type ShellProps,
  withMarks,
} from './read-only-node.tsx'
export type { SaveState } from './save-state.ts'
export { EditorToolbar } from './toolbar/editor-toolbar.tsx'
export { useEditorStats } from './editor-stats.ts'
export type { StoryAccess, StoryPlace } from './extensions/story-access/story-access.ts'
export { useStoryAccess } from './extensions/story-access/use-story-access.ts'
export { createIdleWork } from './idle-work.ts'
