// Session state: how a comparison is looked at. What is compared stands in open-article.ts, beside everything else that can take
// the galley's place.
import { create } from 'zustand'
import type { RevisionId } from '#shared/article/ids.ts'

/** One side of a comparison. */
export type Version =
  | { readonly kind: 'live' }
  | { readonly kind: 'revision'; readonly revisionId: RevisionId }
  /** The article after that row of its log: how somebody saw it last. */
  | { readonly kind: 'position'; readonly seq: number }
/** What a comparison can begin at before anybody has chosen a version: the article's history says which one that is. */
export type Since = 'last-time' | 'looked' | 'edition' | 'filed'

export interface Comparison {
  readonly before: Version | Since
  readonly after: Version
}

export const LIVE: Version = { kind: 'live' }
export type ReviewView = 'in-place' | 'side-by-side' | 'source'
/** As it was, with marks, or as it is. */
export type ReviewStage = 'original' | 'marked' | 'final'

interface Review {
  readonly view: ReviewView
  readonly stage: ReviewStage
  readonly hidesFormatting: boolean
  readonly hidesPunctuation: boolean
  change(patch: Partial<Omit<Review, 'change'>>): void
}

export const useReview = create<Review>((set) => ({
  view: 'in-place',
  stage: 'marked',
  hidesFormatting: false,
  hidesPunctuation: false,
  change: (patch) => set(patch),
}))
