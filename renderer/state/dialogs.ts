// Session state: the one dialog that is open. Dialogs never stack, except a confirmation inside one.
import { create } from 'zustand'
import type { ArticleId } from '#shared/article/ids.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import type { TextStretch } from '#shared/article/text-stretch.ts'
import type { Act } from '#shared/workflow/desk-event.ts'
import type { ShownEdition } from '#shared/workflow/edition.ts'

/** What the desk may be asked the reason of: every act but those that put something out. */
export type ReasonedAct = Exclude<Act, 'publish' | 'republish' | 'correct' | 'export'>

export type DialogRequest =
  | { readonly kind: 'palette' }
  | { readonly kind: 'settings'; readonly tab: 'writing' | 'publication' | 'sections' | 'house' }
  | { readonly kind: 'shortcuts' }
  | { readonly kind: 'about' }
  | { readonly kind: 'import' }
  | { readonly kind: 'preview'; readonly articleId: ArticleId }
  | { readonly kind: 'export'; readonly articleId: ArticleId }
  | { readonly kind: 'corrections' }
  | { readonly kind: 'publish'; readonly articleId: ArticleId }
  | { readonly kind: 'reason'; readonly articleId: ArticleId; readonly act: ReasonedAct }
  | { readonly kind: 'edition'; readonly articleId: ArticleId; readonly edition: ShownEdition }
  | { readonly kind: 'seen-at'; readonly articleId: ArticleId }
  | { readonly kind: 'name-revision'; readonly articleId: ArticleId }
  | { readonly kind: 'restore'; readonly articleId: ArticleId; readonly revision: RevisionSummary }
  | {
      readonly kind: 'who-wrote'
      readonly articleId: ArticleId
      readonly stretches: readonly TextStretch[]
    }
  /** A bug: in main, whose log has the reference, or here, where the error itself is all there is. */
  | { readonly kind: 'defect'; readonly detail: string }

interface Dialogs {
  readonly dialog: DialogRequest | null
  open(dialog: DialogRequest): void
  close(): void
}

export const useDialogs = create<Dialogs>((set) => ({
  dialog: null,
  open: (dialog) => set({ dialog }),
  close: () => set({ dialog: null }),
}))
