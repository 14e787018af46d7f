// How the decisions of a publication change.
import type { Choice, FreeNote, NoteDraft, PublicationDraft } from './publication-draft.ts'

export type DraftChange =
  | { readonly type: 'choose'; readonly groupIds: readonly string[]; readonly choice: Choice }
  | { readonly type: 'note'; readonly place: string; readonly note: NoteDraft }
  | { readonly type: 'what-is-new'; readonly line: string }
  | { readonly type: 'free-notes'; readonly notes: readonly FreeNote[] }

export function changeDraft(draft: PublicationDraft, change: DraftChange): PublicationDraft {
  switch (change.type) {
    case 'choose': {
      const chosen = Object.fromEntries(change.groupIds.map((id) => [id, change.choice]))
      return { ...draft, choices: { ...draft.choices, ...chosen } }
    }
    case 'note':
      return { ...draft, notes: { ...draft.notes, [change.place]: change.note } }
    case 'what-is-new':
      return { ...draft, whatIsNew: change.line }
    case 'free-notes':
      return { ...draft, freeNotes: change.notes }
  }
}
