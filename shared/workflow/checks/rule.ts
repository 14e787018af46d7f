// What a rule is: it reads blocks one by one, remembered per block, and judges what it read over the whole story. Judging must
// be cheap; reading may take its time, because only changed blocks are read again.
import type { Article } from '../../article/article.ts'
import type { Block, Line } from './block.ts'
import type { CheckContext } from './check-context.ts'
import type { CheckField, Fix, Level } from './finding.ts'
import type { TermIndex } from './term-index.ts'

/** All that reading a block may depend on besides the block: when it changes, every block is read again. */
export interface Scope {
  /** Base language of the article: 'en'. */
  readonly language: string
  /** Day the article speaks on, counted from 1 January 1970: dates without a year lie near it. */
  readonly day: number
  readonly terms: TermIndex
}

export interface Story {
  readonly article: Article
  readonly blocks: readonly Block[]
  readonly context: CheckContext
  readonly scope: Scope
}

/** A place within one block: words of a line, or a node as a whole. */
export type Spot =
  | { readonly line: Line; readonly from: number; readonly to: number }
  | { readonly path: readonly number[] }

export interface Hit {
  readonly sentence: string
  readonly level?: Level
  readonly link?: string
  readonly fix?: Fix
  /** What a waiver is tied to; without it, the sentence around the words. */
  readonly about?: string
}
export type BlockHit = Hit & { readonly spot: Spot }
export type StoryHit = Hit &
  (
    | { readonly block: number; readonly spot: Spot }
    | { readonly field: CheckField }
    | { readonly whole: true }
  )

export interface Rule<Facts> {
  readonly id: string
  readonly level: Level
  /** Whether a person may let it stand with a reason. Warnings may unless said otherwise, errors may not. */
  readonly canBeWaived?: boolean
  /** One sentence for the list of rules: what it looks for. */
  readonly about: string
  read(block: Block, scope: Scope): Facts
  judge(story: Story, facts: readonly Facts[]): readonly StoryHit[]
}

type RuleInfo = Pick<Rule<unknown>, 'id' | 'level' | 'canBeWaived' | 'about'>

/** A rule whose findings each lie in one block and depend on nothing else. */
export const blockRule = (
  info: RuleInfo,
  find: (block: Block, scope: Scope) => readonly BlockHit[],
): Rule<readonly BlockHit[]> => ({
  ...info,
  read: find,
  judge: (_story, facts) => {
    const hits: StoryHit[] = []
    for (const [block, found] of facts.entries()) for (const hit of found) hits.push({ ...hit, block })
    return hits
  },
})

/** A block rule over one line at a time. */
export const lineRule = (
  info: RuleInfo,
  find: (line: Line, scope: Scope) => readonly BlockHit[],
): Rule<readonly BlockHit[]> =>
  blockRule(info, (block, scope) =>
    block.lines.length === 0 ? NONE : block.lines.flatMap((line) => find(line, scope)),
  )

/** A rule that needs no reading of its own: fields, the desk's facts, the head of the story. */
export const storyRule = (info: RuleInfo, judge: (story: Story) => readonly StoryHit[]): Rule<null> => ({
  ...info,
  read: () => null,
  judge,
})

const NONE: readonly never[] = []
