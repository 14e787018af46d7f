// A number in the headline that the story does not bear out. Rounding, number words and lists that are counted are allowed for.
import { bearsOut, headlineNumbers, numbersInBody } from '../written-numbers.ts'
import type { Rule, StoryHit } from '../rule.ts'

interface Facts {
  readonly numbers: readonly number[]
  readonly words: number
}

/** Words of body from which a story can be expected to say what its headline says. */
const MIN_BODY_WORDS = 20
const HEADS: ReadonlySet<string> = new Set(['headline', 'kicker', 'standfirst'])
const NOTHING: Facts = { numbers: [], words: 0 }

export const headlineNumber: Rule<Facts> = {
  id: 'headline-number',
  level: 'WARN',
  about: 'Every number in the headline is in the story.',
  read(block, { language }) {
    if (HEADS.has(block.type)) return NOTHING
    return {
      numbers: [
        ...block.lines.flatMap((line) => numbersInBody(line.text, line.tokens, language)),
        ...block.listLengths,
      ],
      words: block.lines.reduce((sum, line) => sum + line.tokens.length, 0),
    }
  },
  judge({ blocks, scope }, facts) {
    const block = blocks.findIndex((one) => one.type === 'headline')
    const line = blocks[block]?.lines[0]
    if (line === undefined) return []
    const wanted = headlineNumbers(line.own, line.tokens, scope.language)
    if (wanted.length === 0) return []
    if (facts.reduce((sum, fact) => sum + fact.words, 0) < MIN_BODY_WORDS) return []
    const there = new Set(facts.flatMap((fact) => fact.numbers))
    // "Seven ways to ...": the crossheads are counted.
    for (const level of [2, 3, 4])
      there.add(
        blocks.reduce((sum, one) => sum + one.crossheads.filter((head) => head.level === level).length, 0),
      )
    const hits: StoryHit[] = []
    for (const number of wanted) {
      if (bearsOut(there, number)) continue
      const { from, to } = number
      hits.push({
        sentence: `The headline says “${line.text.slice(from, to)}”, the story does not.`,
        about: line.text,
        block,
        spot: { line, from, to },
      })
    }
    return hits
  },
}
