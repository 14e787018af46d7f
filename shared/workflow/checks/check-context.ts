// What checks need to know that the article itself does not say. Every field is asked for: no rule guesses.
import type { ArticleId, Instant, ZonedInstant } from '../../article/ids.ts'
import type { DeskFile } from './desk-file.ts'

export interface CheckContext {
  readonly now: Instant
  /** The publication's zone: which day "now" is. */
  readonly zone: string
  readonly published: ZonedInstant | null
  readonly legal: 'not-needed' | 'required' | 'cleared'
  readonly openSuggestions: number
  readonly openThreads: number
  /** Other articles, not set aside, whose page has or would have the same public address. */
  readonly sameAddress: readonly {
    readonly articleId: ArticleId
    readonly headline: string
    readonly isPublished: boolean
  }[]
  readonly deskFile: DeskFile
}
