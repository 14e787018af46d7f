import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toInstant } from '#shared/article/ids.ts'
import { outcomeCopy } from '#shared/errors/outcome-copy.ts'
import { CLOCK_SLACK_MS, embargoObstacle } from '#shared/workflow/embargo.ts'
import { anyInstant, anyMoment, anyZone } from '#tests/support/odd-instants.ts'
import { runs } from '#tests/support/runs.ts'

const reading = fc.record({
  now: anyInstant,
  zone: anyZone.map(String),
  newestRecorded: fc.option(anyInstant),
})

test('WF4: before the instant nothing leaves, from it on everything, whatever was recorded and whatever the zone', () => {
  fc.assert(
    fc.property(anyMoment, reading, (embargo, clock) => {
      const obstacle = embargoObstacle(embargo, null, clock)
      expect(obstacle === null).toBe(clock.now >= embargo.at)
      if (obstacle === null) return
      expect(obstacle.isClockBehind).toBe(
        clock.newestRecorded !== null && clock.newestRecorded - clock.now > CLOCK_SLACK_MS,
      )
    }),
    { numRuns: runs(500) },
  )
})

test('WF4: a clock that is set back never opens what was closed, and no reading of the library opens anything', () => {
  fc.assert(
    fc.property(anyMoment, reading, fc.nat(10_000_000), (embargo, clock, back) => {
      const earlier = { ...clock, now: toInstant(clock.now - back) }
      if (embargoObstacle(embargo, null, clock) !== null)
        expect(embargoObstacle(embargo, null, earlier)).not.toBeNull()
      const other = { ...clock, newestRecorded: toInstant(embargo.at + back) }
      expect(embargoObstacle(embargo, null, other) === null).toBe(
        embargoObstacle(embargo, null, clock) === null,
      )
    }),
    { numRuns: runs(300) },
  )
})

test('WF4: an override counts for exactly the embargo it was given for', () => {
  const embargo = { at: toInstant(2_000), zone: 'UTC' as never }
  const clock = { now: toInstant(1_000), zone: 'UTC', newestRecorded: null }
  const by = { who: 'Ana', why: 'broken elsewhere', at: toInstant(500) }
  expect(embargoObstacle(embargo, { ...by, embargo }, clock)).toBeNull()
  const moved = { ...embargo, at: toInstant(3_000) }
  expect(embargoObstacle(moved, { ...by, embargo }, clock)).not.toBeNull()
})

test('the words tell the end in the zone of the story and, where that is another, in the reader’s own', () => {
  const until = Date.UTC(2026, 9, 25, 1, 30)
  const base = { type: 'EmbargoActive', until, isClockBehind: false } as const
  expect(outcomeCopy({ ...base, zone: 'Europe/London', userZone: 'Asia/Seoul' }).sentence).toBe(
    'The article is under embargo until October 25, 2026 1:30 a.m. GMT (October 25, 2026 10:30 a.m. KST here).',
  )
  expect(outcomeCopy({ ...base, zone: 'Asia/Seoul', userZone: 'Asia/Seoul' }).sentence).toBe(
    'The article is under embargo until October 25, 2026 10:30 a.m. KST.',
  )
  expect(outcomeCopy({ ...base, zone: 'UTC', userZone: 'UTC', isClockBehind: true }).nextStep).toContain(
    'clock is behind',
  )
})
