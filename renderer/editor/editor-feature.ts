// The seam between the editor and what is built on it: a feature brings extensions, actions and perhaps a surface of its own.
import type { Editor, Extensions } from '@tiptap/core'
import type { Command, EditorState } from '@tiptap/pm/state'
import type { ComponentType } from 'react'
import type { ActionId } from '#shared/actions/actions.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'

/** What menu, palette, toolbar and keys run alike. */
export interface EditorAction {
  /** A ProseMirror command: asked without `dispatch` whether it can be used now, so it must be cheap. */
  readonly command: Command
  /** Whether it is on at the selection: the pressed state of its button. */
  readonly isActive?: (state: EditorState) => boolean
  /** Focus stays where it is; otherwise the text gets it back after the action. */
  readonly keepsFocus?: true
}
export type EditorActions = Partial<Record<ActionId, EditorAction>>

/** What extensions may ask for while they run. Functions, because the answers change without the editor being rebuilt. */
export interface EditorContext {
  readonly articleId: ArticleId
  readonly desktop: DesktopApi
  readonly isSmartTypographyOn: () => boolean
  /** BCP 47 tag of the article. */
  readonly language: () => string
}

export interface EditorFeature {
  readonly name: string
  /** One that bears the name of a grammar node or mark takes its place (node views, selectability). */
  readonly extensions?: (context: EditorContext) => Extensions
  readonly actions?: (context: EditorContext) => EditorActions
  /** Rendered beside the galley, inside of the editor's frame: dialogs, popovers, bars. */
  readonly Surface?: ComponentType<{ readonly editor: Editor; readonly context: EditorContext }>
}
