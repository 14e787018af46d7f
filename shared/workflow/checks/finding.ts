// What a check answers: a sentence about one place of an article, with an id that stays while the words it is about stay.
import type { ArticleMeta } from '../../article/meta.ts'

/** ERROR stops publishing, WARN asks, INFO only says. */
export const LEVELS = ['ERROR', 'WARN', 'INFO'] as const
export type Level = (typeof LEVELS)[number]

export type CheckField = keyof ArticleMeta

export type Place =
  | {
      readonly kind: 'text'
      /** Index of the top-level block. */
      readonly block: number
      readonly blockId: string | null
      /** Child indexes from the top-level block down to the node that holds the text; [] is the block itself. */
      readonly path: readonly number[]
      /** UTF-16 units within that node's text, a hard break counting as one. */
      readonly from: number
      readonly to: number
    }
  /** A node as a whole: a picture, a table, a stash. */
  | {
      readonly kind: 'block'
      readonly block: number
      readonly blockId: string | null
      readonly path: readonly number[]
    }
  | { readonly kind: 'field'; readonly field: CheckField }
  | { readonly kind: 'story' }

/** Puts `text` in place of the words from `from` to `to` of the finding's own node. */
export interface Fix {
  readonly label: string
  readonly from: number
  readonly to: number
  readonly text: string
}

export interface Finding {
  /** Rule and content: the same words give the same id wherever they stand, other words another. */
  readonly id: string
  readonly rule: string
  readonly level: Level
  readonly sentence: string
  readonly place: Place
  /** The words it is about, or ''. */
  readonly excerpt: string
  readonly canBeWaived: boolean
  /** More to read about it: an address of the desk's own. */
  readonly link?: string
  readonly fix?: Fix
}
