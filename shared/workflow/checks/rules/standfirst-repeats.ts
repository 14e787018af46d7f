// A standfirst that only says the headline again wastes the two lines readers see first.
import type { Block } from '../block.ts'
import { storyRule } from '../rule.ts'

/** Words of a headline below which repeating it may be all a standfirst can do. */
const MIN_WORDS = 4
/** Share of all words of the two lines that are in both, from which they say the same. */
const SAME_SHARE = 0.8

export const standfirstRepeats = storyRule(
  {
    id: 'standfirst-repeats',
    level: 'WARN',
    about: 'The standfirst says more than the headline.',
  },
  ({ blocks }) => {
    const headline = wordsOf(blocks, 'headline')
    const standfirst = wordsOf(blocks, 'standfirst')
    if (headline.length < MIN_WORDS || standfirst.length === 0) return []
    const begins = ` ${standfirst.join(' ')} `.includes(` ${headline.join(' ')} `)
    // Said again whole, with hardly a word more; or in other order.
    const isSame =
      (begins && standfirst.length < headline.length * 1.5) || sharedShare(headline, standfirst) >= SAME_SHARE
    if (!isSame) return []
    const block = blocks.findIndex((one) => one.type === 'standfirst')
    const line = blocks[block]?.lines[0]
    if (line === undefined) return []
    return [
      {
        sentence: 'The standfirst only repeats the headline.',
        about: line.text,
        block,
        spot: { line, from: 0, to: line.text.length },
      },
    ]
  },
)

const wordsOf = (blocks: readonly Block[], type: string): string[] =>
  blocks
    .filter((block) => block.type === type)
    .flatMap((block) => block.lines.flatMap((line) => line.tokens.map((token) => token.lower)))

function sharedShare(a: readonly string[], b: readonly string[]): number {
  const of = new Set(a)
  const other = new Set(b)
  const shared = [...of].filter((word) => other.has(word)).length
  return shared / (of.size + other.size - shared)
}
