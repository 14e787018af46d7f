// Session state: which article this window shows, and what stands in the galley's place instead of its draft, if anything.
import { create } from 'zustand'
import type { ArticleId } from '#shared/article/ids.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import type { Comparison } from './review.ts'

/** Where focus goes once the article is on screen: nowhere new, to its text, or to the headline that is to be written. */
export type Arrival = 'stay' | 'text' | 'headline'

interface OpenArticle {
  readonly articleId: ArticleId | null
  /** The revision shown in the galley instead of the draft. */
  readonly reading: RevisionSummary | null
  /** The two versions shown there as one. Never while a revision is read. */
  readonly comparing: Comparison | null
  readonly arrival: Arrival
  show(articleId: ArticleId | null, arrival?: Arrival): void
  arrive(): void
  read(revision: RevisionSummary | null): void
  compare(comparison: Comparison): void
  /** Back to the draft, to the place one left. */
  endComparison(): void
}

const DRAFT = { reading: null, comparing: null } as const

export const useOpenArticle = create<OpenArticle>((set, get) => ({
  articleId: null,
  ...DRAFT,
  arrival: 'stay',
  show(articleId, arrival = 'stay') {
    if (get().articleId === articleId) return set({ ...DRAFT, arrival })
    set({ articleId, ...DRAFT, arrival })
  },
  arrive: () => set({ arrival: 'stay' }),
  read: (reading) => set({ ...DRAFT, reading }),
  compare: (comparing) => set({ ...DRAFT, comparing }),
  endComparison: () => set({ ...DRAFT, arrival: 'text' }),
}))
