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

test('the library waits until the page has its files and asks for nothing more', async () => {
  const { clock, served, isQuiet } = setUp()
  served.note('/index.html')()
  served.note('/assets/a.woff2')()
  clock.advance(100)
  expect(await isQuiet()).toBe(false) // what is painted before any script
  const sent = served.note('/assets/a.js')
  clock.advance(50)
  expect(await isQuiet()).toBe(false) // asked for, and still on its way
  sent()
  clock.advance(4)
  served.note('/assets/b.js')()
  clock.advance(4)
  expect(await isQuiet()).toBe(false)
  clock.advance(1)
  expect(await isQuiet()).toBe(true)
})

test('the library waits no longer than the limit, whatever the page does', async () => {
  const { clock, served, isQuiet } = setUp()
  for (let i = 0; i < 249; i++) {
    served.note('/assets/b.js')()
    clock.advance(4)
  }
  expect(await isQuiet()).toBe(false)
  clock.advance(4)
  expect(await isQuiet()).toBe(true)
})
