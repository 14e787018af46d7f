import { describe, expect, it } from 'vitest'
import type { RevisionDiff } from '#shared/revision/diff/revision-diff.ts'
import { type CompareRequest, createComparer } from '#renderer/features/review/comparer.ts'
import { article } from '#tests/support/builders.ts'

const request = (headline: string): CompareRequest => ({
  before: article(),
  after: article({ headline }),
  zone: 'UTC',
})

interface Held {
  isEnded: boolean
  answer(diff: RevisionDiff): void
  fail(error: Error): void
}

/** Workers held in the hand: they answer when told to. */
function heldWorkers() {
  const started: Held[] = []
  const comparer = createComparer(() => {
    const held: Held = { isEnded: false, answer: () => {}, fail: () => {} }
    started.push(held)
    return {
      run: () =>
        new Promise((resolve, reject) => {
          held.answer = resolve
          held.fail = reject
        }),
      end: () => {
        held.isEnded = true
      },
    }
  })
  return { comparer, started }
}

describe('the comparer', () => {
  it('keeps its worker for the next comparison', async () => {
    const { comparer, started } = heldWorkers()
    for (const headline of ['one', 'two']) {
      const found = comparer.compare(request(headline))
      started[0]?.answer({ type: 'same' })
      expect(await found).toEqual({ type: 'same' })
    }
    expect(started).toHaveLength(1)
    expect(started[0]?.isEnded).toBe(false)
    comparer.stop()
    expect(started[0]?.isEnded).toBe(true)
  })

  it('RW4: ends what is not wanted any more, and its late answer is nobody’s', async () => {
    const { comparer, started } = heldWorkers()
    const stale = comparer.compare(request('stale'))
    const wanted = comparer.compare(request('wanted'))
    expect(await stale).toBeNull()
    expect(started.map(({ isEnded }) => isEnded)).toEqual([true, false])
    started[0]?.answer({ type: 'first' })
    started[1]?.answer({ type: 'same' })
    expect(await wanted).toEqual({ type: 'same' })
  })

  it('gives up when told to, and compares again with another worker', async () => {
    const { comparer, started } = heldWorkers()
    const given = comparer.compare(request('long'))
    comparer.giveUp()
    expect(await given).toBeNull()
    const again = comparer.compare(request('long'))
    started[1]?.answer({ type: 'same' })
    expect(await again).toEqual({ type: 'same' })
    comparer.giveUp() // nothing is under way: the worker stays
    expect(started[1]?.isEnded).toBe(false)
  })

  it('says what broke, and does not use a broken worker again', async () => {
    const { comparer, started } = heldWorkers()
    const broken = comparer.compare(request('broken'))
    started[0]?.fail(new Error('out of memory'))
    await expect(broken).rejects.toThrow('out of memory')
    expect(started[0]?.isEnded).toBe(true)
    const next = comparer.compare(request('next'))
    started[1]?.answer({ type: 'same' })
    expect(await next).toEqual({ type: 'same' })
  })
})
