import { describe, expect, it } from 'vitest'
import { createMaterialiseScheduler } from '#core/drafts/materialise-scheduler.ts'
import { toInstant } from '#shared/article/ids.ts'
import { createFakeClock } from '#tests/support/fake-clock.ts'

const scheduled = () => {
  const clock = createFakeClock()
  const runs: number[] = []
  const start = clock.now()
  return { clock, runs, scheduler: createMaterialiseScheduler(clock, () => runs.push(clock.now() - start)) }
}

describe('the materialise scheduler', () => {
  it('runs 400 ms after a pause', () => {
    const { clock, runs, scheduler } = scheduled()
    scheduler.schedule()
    clock.advance(300)
    scheduler.schedule()
    clock.advance(1_000)
    expect(runs).toEqual([700])
  })

  it('never lies more than two seconds behind a writer who does not pause', () => {
    const { clock, runs, scheduler } = scheduled()
    for (let key = 0; key < 60; key++) {
      scheduler.schedule()
      clock.advance(100)
    }
    expect(runs[0]).toBe(2_000)
    expect(runs.length).toBeGreaterThanOrEqual(2)
  })

  it('runs once when told to, and not at all after a cancel', () => {
    const { clock, runs, scheduler } = scheduled()
    scheduler.runNow()
    scheduler.schedule()
    scheduler.runNow()
    scheduler.schedule()
    scheduler.cancel()
    clock.advance(10_000)
    expect(runs).toEqual([0])
    expect(clock.waiting).toBe(0)
  })

  it('gives a draft that is costly to read more time', () => {
    const clock = createFakeClock()
    const runs: number[] = []
    const start = clock.now()
    const scheduler = createMaterialiseScheduler(clock, () => {
      runs.push(clock.now() - start)
      clock.advance(50)
    })
    scheduler.schedule()
    clock.advance(400)
    scheduler.schedule()
    clock.advance(1_999)
    expect(runs).toEqual([400])
    clock.advance(1)
    expect(runs).toEqual([400, 2_450])
  })

  it('C8: a clock set back does not postpone it', () => {
    const clock = createFakeClock()
    let shift = 0
    let runs = 0
    const wrong = { ...clock, now: () => toInstant(clock.now() + shift) }
    const scheduler = createMaterialiseScheduler(wrong, () => runs++)
    scheduler.schedule()
    shift = -3_600_000
    scheduler.schedule()
    clock.advance(400)
    expect(runs).toBe(1)
  })
})
