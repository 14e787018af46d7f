import { describe, expect, it } from 'vitest'
import { outcomeSchemas, type Outcome, type OutcomeTag } from '#shared/errors/outcome.ts'
import { outcomeWords } from '#renderer/copy/errors.ts'

/** Facts of every kind, so that any outcome can be said. */
const FACTS = {
  path: '/srv/desk',
  detail: 'row 14 is missing',
  owner: 'another Stet',
  needs: '2.0',
  stored: 3,
  known: 2,
  names: ['embed'],
  articleId: 'a1',
  revisionId: 'r1',
  from: 'draft',
  verb: 'revive',
  assetId: 'b2',
  fileName: 'page.html',
  limitBytes: 1024,
  kind: 'TK',
  place: 'paragraph 3',
  until: 0,
  zone: 'UTC',
  userZone: 'UTC',
  profileId: 'main',
  editionId: 'e1',
  act: 'kill',
  at: 0,
  who: 'Ana',
  why: 'a call is awaited',
  count: 2,
  first: 'No headline',
  reference: 'abc',
}
const TAGS = Object.keys(outcomeSchemas) as OutcomeTag[]

describe('outcomeWords', () => {
  it.each(TAGS)('%s has a title, a sentence and decided buttons', (type) => {
    const words = outcomeWords({ type, ...FACTS } as unknown as Outcome)
    expect(words.title).not.toBe('')
    expect(words.sentence).toMatch(/[.!?”]$/)
    expect(words.help).toBeInstanceOf(Array)
  })

  it('offers another try where the words promise one', () => {
    for (const type of TAGS) {
      const { canRetry, help } = outcomeWords({ type, ...FACTS } as unknown as Outcome)
      if (canRetry) expect(help).toContain('retry')
    }
  })
})
