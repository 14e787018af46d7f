// Session state: which article this window shows, and which revision of it is being read, if any.
import { create } from 'zustand'
import type { ArticleId } from '#shared/article/ids.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'

/** Where focus goes once the article is on screen: nowhere new, to its text, or to the headline that is to be written. */
export type Arrival = 'stay' | 'text' | 'headline'

interface OpenArticle {
  readonly articleId: ArticleId | null
  /** The revision shown in the galley instead of the draft. */
  readonly reading: RevisionSummary | null
  readonly arrival: Arrival
  show(articleId: ArticleId | null, arrival?: Arrival): void
  arrive(): void
  read(revision: RevisionSummary | null): void
}

export const useOpenArticle = create<OpenArticle>((set, get) => ({
  articleId: null,
  reading: null,
  arrival: 'stay',
  show(articleId, arrival = 'stay') {
    if (get().articleId === articleId) return set({ reading: null, arrival })
    set({ articleId, reading: null, arrival })
  },
  arrive: () => set({ arrival: 'stay' }),
  read: (reading) => set({ reading }),
}))
