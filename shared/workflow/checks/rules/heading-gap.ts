// Crossheads step down one level at a time. The page mends the numbers, but a gap is mostly a wrong choice of level.
import type { Crosshead } from '../block.ts'
import type { Rule, StoryHit } from '../rule.ts'

export const headingGap: Rule<readonly Crosshead[]> = {
  id: 'heading-gap',
  level: 'WARN',
  about: 'Crossheads step down one level at a time.',
  read: ({ crossheads }) => crossheads,
  judge(_story, facts) {
    const hits: StoryHit[] = []
    let last = 1
    for (const [block, crossheads] of facts.entries())
      for (const { path, level, text, isBoxed } of crossheads) {
        if (isBoxed) continue // a fact box has levels of its own
        if (level > last + 1)
          hits.push({
            sentence:
              last === 1
                ? `The first crosshead is of level ${level}: it should be of level 2.`
                : `A crosshead of level ${level} follows one of level ${last}: level ${last + 1} is left out.`,
            about: text,
            block,
            spot: { path },
          })
        last = level
      }
    return hits
  },
}
