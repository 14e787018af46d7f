import { expect, test } from 'vitest'
import { createLeaving, FLUSH_LIMIT_MS, type LeaveChoice } from '#shell/leaving.ts'
import { createFakeClock } from '#tests/support/fake-clock.ts'

const window = (id: number, hasCalled = true) => ({ id, hasCalled })

function setUp(options: { choice?: LeaveChoice; canAnswer?: boolean } = {}) {
  const clock = createFakeClock()
  const told: number[] = []
  const asked: [number, string][] = []
  const rescued: number[] = []
  const leaving = createLeaving<ReturnType<typeof window>>({
    tellClosing: ({ id }) => told.push(id),
    canAnswer: () => options.canAnswer ?? true,
    choose: async ({ id }, answer) => {
      asked.push([id, answer])
      return options.choice ?? 'stay'
    },
    startRescue: ({ id }) => rescued.push(id),
    after: clock.after,
    log: () => undefined,
  })
  return { clock, leaving, told, asked, rescued }
}

test('R10: a window that says everything is saved may close without a question', async () => {
  const { leaving, told, asked, clock } = setUp()
  const may = leaving.mayClose([window(1), window(2)])
  expect(told).toEqual([1, 2])
  leaving.answered(2, false)
  leaving.answered(1, false)
  expect(await may).toBe(true)
  expect(asked).toEqual([])
  expect(clock.waiting).toBe(0)
})

test('R10: unsaved words hold the window, and the person decides', async () => {
  for (const [choice, mayClose] of [
    ['stay', false],
    ['close', true],
    ['save-copy', false],
  ] as const) {
    const { leaving, asked, rescued } = setUp({ choice })
    const may = leaving.mayClose([window(1)])
    leaving.answered(1, true)
    expect(await may).toBe(mayClose)
    expect(asked).toEqual([[1, 'unsaved']])
    expect(rescued).toEqual(choice === 'save-copy' ? [1] : [])
  }
})

test('R10: no answer within the limit is a question too, never a silent loss', async () => {
  const { leaving, clock, asked } = setUp()
  const may = leaving.mayClose([window(1)])
  clock.advance(FLUSH_LIMIT_MS)
  expect(await may).toBe(false)
  expect(asked).toEqual([[1, 'silent']])
})

test('a page that never called, crashed, or shows a notice holds nothing back', async () => {
  expect(await setUp().leaving.mayClose([window(1, false)])).toBe(true)
  expect(await setUp({ canAnswer: false }).leaving.mayClose([window(1)])).toBe(true)
})

test('one window that stays keeps the others from being asked about', async () => {
  const { leaving, asked } = setUp()
  const may = leaving.mayClose([window(1), window(2)])
  leaving.answered(1, true)
  leaving.answered(2, true)
  expect(await may).toBe(false)
  expect(asked).toEqual([[1, 'unsaved']])
})

test('R10: who came clean is asked again after a question: it was written in while the person decided', async () => {
  const { leaving, told, asked } = setUp({ choice: 'close' })
  const may = leaving.mayClose([window(1), window(2)])
  leaving.answered(1, true)
  leaving.answered(2, false)
  await new Promise((resolve) => setImmediate(resolve))
  expect(told).toEqual([1, 2, 2])
  leaving.answered(2, true)
  expect(await may).toBe(true)
  expect(asked).toEqual([
    [1, 'unsaved'],
    [2, 'unsaved'],
  ])
})

test('two askers share one answer: closing and quitting at once is not silence', async () => {
  const { leaving, told, clock, asked } = setUp()
  const both = [leaving.mayClose([window(1)]), leaving.mayClose([window(1)])]
  leaving.answered(1, false)
  clock.advance(FLUSH_LIMIT_MS)
  expect(await Promise.all(both)).toEqual([true, true])
  expect([told, asked]).toEqual([[1], []])
})

test('an answer nobody waits for is ignored', () => {
  expect(() => setUp().leaving.answered(9, true)).not.toThrow()
})
