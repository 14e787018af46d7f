// The page's own words in the page of another language.
import { escapeText } from './html-escape.ts'
import type { PageFacts, StampFact } from './page-facts.ts'

/** The words of the page itself have a language of their own; where the page's is another they say so. */
export const furniture = ({ furnitureTag }: Pick<PageFacts, 'furnitureTag'>): string =>
  furnitureTag === null ? '' : ` lang="${furnitureTag}"`

/** The same for a line that must not be reordered where the page runs the other way. */
export const furnitureLine = (facts: Pick<PageFacts, 'furnitureTag' | 'direction' | 'words'>): string =>
  furniture(facts) + (facts.direction === facts.words.direction ? '' : ` dir="${facts.words.direction}"`)

export const timeHtml = (stamp: StampFact): string =>
  `<time datetime="${stamp.datetime}">${escapeText(stamp.words)}</time>`
