import { expect, test } from 'vitest'
import { outcomeCopy, sentence } from '#shared/errors/outcome-copy.ts'
import { type Outcome, type OutcomeTag, outcomeSchemas } from '#shared/errors/outcome.ts'

/** An outcome with a fact of each kind that its schema asks for. */
function example(type: OutcomeTag): Outcome {
  const facts = Object.keys(outcomeSchemas[type]).map((name) => [
    name,
    name === 'names'
      ? ['hologram']
      : name === 'kind'
        ? 'stash'
        : /^(stored|known|limitBytes|until|count|at)$/.test(name)
          ? 1_000_000
          : /zone$/i.test(name)
            ? 'Asia/Seoul'
            : `fact-${name}${/detail|place/.test(name) ? '.' : ''}`,
  ])
  return { type, ...Object.fromEntries(facts) } as Outcome
}

test.each(Object.keys(outcomeSchemas) as OutcomeTag[])(
  '%s has a title, one full sentence and a next step',
  (tag) => {
    const { title, sentence: what, nextStep } = outcomeCopy(example(tag))
    expect(title).toMatch(/^[A-Z].*[^.]$/)
    expect(what).toMatch(/^\S.*\.$/)
    expect(what).not.toMatch(/undefined|NaN|\.\./)
    if (!['Cancelled', 'UntrustedSender'].includes(tag)) expect(nextStep).toMatch(/^[A-Z].*\.$/)
  },
)

test('sentence and next step make one line, whatever the detail holds', () => {
  expect(sentence({ type: 'DiskFull', detail: 'no space\nleft.' })).toBe(
    'The disk is full, so nothing could be saved (no space left). Make room on the disk, then try again; what you wrote is still here.',
  )
})
