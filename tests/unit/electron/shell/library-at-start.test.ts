import { expect, test } from 'vitest'
import { libraryAtStart } from '#shell/library-at-start.ts'

const usual = '/home/a/Documents/Stet Library.stet'

test('asked for, then the environment, then last time, then the usual place', () => {
  const start = (asked: string | null, fromEnvironment: string | undefined, recent: string[]) =>
    libraryAtStart({ asked, fromEnvironment, recent, usual })
  expect(start('/asked', '/env', ['/last'])).toEqual({ path: '/asked', mode: 'either' })
  expect(start(null, '/env', ['/last'])).toEqual({ path: '/env', mode: 'either' })
  expect(start(null, '', ['/last', '/older'])).toEqual({ path: '/last', mode: 'open' })
  expect(start(null, undefined, [])).toEqual({ path: usual, mode: 'either' })
})

test('D9: the library of last time is never replaced by an empty one', () => {
  expect(libraryAtStart({ asked: null, fromEnvironment: undefined, recent: ['/last'], usual }).mode).toBe(
    'open',
  )
})
