// The editor's public index.
export { ArticleEditor } from './article-editor.tsx'
export { type DraftReplica, openDraftReplica } from './draft-replica.ts'
export type { EditorAction, EditorActions, EditorContext, EditorFeature } from './editor-feature.ts'
export { type EditorHandle, editorHandle } from './editor-handle.ts'
export { ReadOnlyArticle } from './read-only-article.tsx'
export { OFFER_COPY_AFTER, type SaveState } from './save-state.ts'
export { EditorToolbar } from './toolbar/editor-toolbar.tsx'
export { type EditorStats, useEditorStats } from './editor-stats.ts'
