import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newArticleId, toInstant } from '#shared/article/ids.ts'
import type { DeskEvent } from '#shared/workflow/desk-event.ts'
import { type Edition, editionTrail, seenAt } from '#shared/workflow/edition.ts'
import { edition } from '#tests/support/fake-publishing.ts'
import { runs } from '#tests/support/runs.ts'

type Step = readonly ['page' | 'markdown' | 'kill' | 'revive' | 'hold', number]
const articleId = newArticleId()
const SECOND_MS = 1_000

/** A history, and the simplest record of what readers had from when on: the number of a page, 0 for none. */
function historyOf(steps: readonly Step[]) {
  const editions: Edition[] = []
  const events: DeskEvent[] = []
  const shown: { at: number; page: number }[] = []
  let now = 0
  let [isOut, isKilled] = [false, false]
  const enter = (act: DeskEvent['act']) =>
    events.push({ act, from: 'draft', to: 'draft', who: 'Ana', why: '', at: toInstant(now), embargo: null })
  const add = (format: string) =>
    editions.push(edition({ articleId, number: editions.length + 1, format, at: toInstant(now) }))
  for (const [what, pause] of steps) {
    now += pause * SECOND_MS
    if (what === 'page' && !isKilled) {
      enter(isOut ? 'republish' : 'publish')
      shown.push({ at: now, page: add('html') })
      isOut = true
    } else if (what === 'markdown') {
      enter('export')
      add('markdown')
    } else if (what === 'kill' && isOut) {
      enter('kill')
      shown.push({ at: now, page: 0 })
      ;[isOut, isKilled] = [false, true]
    } else if (what === 'revive' && isKilled) {
      enter('revive')
      isKilled = false
    } else if (what === 'hold') enter('hold')
  }
  return { editions, events, shown, now }
}

const anySteps = fc.array(
  fc.tuple(fc.constantFrom('page', 'markdown', 'kill', 'revive', 'hold'), fc.integer({ min: 0, max: 5 })),
  { maxLength: 30 },
) as fc.Arbitrary<Step[]>

describe('ED3: what readers saw', () => {
  test('at every instant is what was put out last and not taken back', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { editions, events, shown, now } = historyOf(steps)
        const trail = editionTrail(editions, events)
        for (let at = -1; at <= now + SECOND_MS; at += SECOND_MS / 2) {
          const expected = shown.findLast((one) => one.at <= at)
          const seen = seenAt(trail, toInstant(at))
          if (expected === undefined) expect(seen).toEqual({ kind: 'not-yet' })
          else if (expected.page === 0) expect(seen.kind).toBe('killed')
          else expect(seen).toMatchObject({ kind: 'edition', edition: { number: expected.page } })
        }
      }),
      { numRuns: runs(400) },
    )
  })

  test('a page counts from the second that it names itself as Published', () => {
    const page = edition({ articleId, at: toInstant(5_700) })
    const trail = editionTrail([page], [])
    expect(seenAt(trail, toInstant(4_999)).kind).toBe('not-yet')
    expect(seenAt(trail, toInstant(5_000)).kind).toBe('edition')
  })

  test('pages follow each other without gap or overlap, except where one was killed', () => {
    fc.assert(
      fc.property(anySteps, (steps) => {
        const { editions, events } = historyOf(steps)
        const pages = editionTrail(editions, events)
          .filter(({ format }) => format === 'html')
          .toReversed()
        for (const [index, page] of pages.entries()) {
          const next = pages[index + 1]
          if (page.endedBy === 'edition') expect(page.to).toBe(next?.at)
          if (page.endedBy === null) expect([page.to, next]).toEqual([null, undefined])
          if (page.to !== null) expect(page.to).toBeGreaterThanOrEqual(page.at)
        }
      }),
      { numRuns: runs(200) },
    )
  })
})
