import { expect, test } from 'vitest'
import { createCrashPolicy } from '#shell/crash-policy.ts'

test('E7: a page that dies comes back, the third death within a minute does not', () => {
  let now = 0
  const policy = createCrashPolicy(() => now)
  expect(policy.next()).toBe('reload')
  now = 20_000
  expect(policy.next()).toBe('reload')
  now = 59_000
  expect(policy.next()).toBe('safe-page')
})

test('E7: deaths far apart never add up', () => {
  let now = 0
  const policy = createCrashPolicy(() => now)
  for (let i = 0; i < 20; i++) {
    now += 31_000
    expect(policy.next()).toBe('reload')
  }
})

test('after the person asked to try again the count starts anew', () => {
  const policy = createCrashPolicy(() => 0)
  policy.next()
  policy.next()
  expect(policy.next()).toBe('safe-page')
  policy.reset()
  expect(policy.next()).toBe('reload')
})
