import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { noteWriting, whenWritingRests } from '#renderer/bridge/writing-rest.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  vi.advanceTimersByTime(1_000)
})
afterEach(() => {
  vi.runAllTimers()
  vi.useRealTimers()
})

test('while nobody types nothing waits', () => {
  const run = vi.fn<() => void>()
  whenWritingRests(run)
  expect(run).toHaveBeenCalledTimes(1)
})

test('while somebody types all waits for a rest, and is then done once', () => {
  const run = vi.fn<() => void>()
  const other = vi.fn<() => void>()
  for (let key = 0; key < 10; key += 1) {
    noteWriting()
    whenWritingRests(run)
    whenWritingRests(other)
    vi.advanceTimersByTime(100)
  }
  expect(run).not.toHaveBeenCalled()
  vi.advanceTimersByTime(150)
  expect(run).toHaveBeenCalledTimes(1)
  expect(other).toHaveBeenCalledTimes(1)
})

test('somebody who never rests waits two seconds at most; what was taken back is not done', () => {
  const run = vi.fn<() => void>()
  const gone = vi.fn<() => void>()
  noteWriting()
  whenWritingRests(run)
  whenWritingRests(gone)()
  for (let key = 0; key < 25; key += 1) {
    vi.advanceTimersByTime(100)
    noteWriting()
  }
  expect(run).toHaveBeenCalledTimes(1)
  expect(gone).not.toHaveBeenCalled()
})
