import { expect, test } from 'vitest'
import { watchPageServed } from '#shell/page-served.ts'
import { createFakeClock } from '#tests/support/fake-clock.ts'

function setUp() {
  const clock = createFakeClock()
  const served = watchPageServed(clock.after)
  let isQuiet = false
  void served.whenQuiet().then(() => {
    isQuiet = true
  })
  return { clock, served, isQuiet: async () => (await Promise.resolve(), isQuiet) }
}

test('core waits until the page has asked for its files and for nothing more', async () => {
  const { clock, served, isQuiet } = setUp()
  served.note()
  clock.advance(100)
  expect(await isQuiet()).toBe(false) // the HTML alone
  served.note()
  clock.advance(4)
  served.note()
  clock.advance(4)
  expect(await isQuiet()).toBe(false)
  clock.advance(1)
  expect(await isQuiet()).toBe(true)
})

test('core waits no longer than the limit, whatever the page does', async () => {
  const { clock, served, isQuiet } = setUp()
  for (let i = 0; i < 99; i++) {
    served.note()
    clock.advance(3)
  }
  expect(await isQuiet()).toBe(false)
  clock.advance(3)
  expect(await isQuiet()).toBe(true)
})
