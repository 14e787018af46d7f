import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleIdSchema } from '#shared/article/ids.ts'
import {
  EMPTY_WINDOW_STATE,
  MIN_WINDOW,
  parseWindowState,
  placeWindow,
  type SavedWindow,
  type WindowState,
  windowsAtStart,
} from '#shell/window-state.ts'

const screen = { x: 0, y: 0, width: 1440, height: 900 }
const id = articleIdSchema.parse('0123456789abcdef0123456789abcdef')
const saved = (articleId: typeof id | null = null): SavedWindow => ({
  x: 10,
  y: 20,
  width: 1000,
  height: 700,
  isMaximized: false,
  articleId,
})

test('a window comes back where it was', () => {
  expect(placeWindow({ x: 10, y: 20, width: 1000, height: 700 }, [screen])).toEqual({
    x: 10,
    y: 20,
    width: 1000,
    height: 700,
  })
})

test('wherever it was, it can be grabbed on some screen and is never too small', () => {
  const far = fc.integer({ min: -5_000, max: 5_000 })
  const size = fc.integer({ min: 0, max: 6_000 })
  fc.assert(
    fc.property(far, far, size, size, (x, y, width, height) => {
      const placed = placeWindow({ x, y, width, height }, [screen])
      const right = Math.min(placed.x + placed.width, screen.width)
      expect(right - Math.max(placed.x, 0)).toBeGreaterThanOrEqual(80)
      expect(placed.y).toBeGreaterThanOrEqual(0)
      expect(placed.y).toBeLessThan(screen.height)
      expect(placed.width).toBeGreaterThanOrEqual(MIN_WINDOW.width)
      expect(placed.height).toBeGreaterThanOrEqual(MIN_WINDOW.height)
    }),
  )
})

test('what cannot be read is no state, never a wrong one', () => {
  expect(parseWindowState({ version: 1, library: null, windows: [saved()] })).not.toBeNull()
  for (const stored of [
    undefined,
    null,
    {},
    { version: 2 },
    { version: 1, library: null, windows: [{ x: 'a' }] },
  ])
    expect(parseWindowState(stored)).toBeNull()
})

test('a start shows what was asked for, else the windows of last time in the same library, else one', () => {
  const state: WindowState = { version: 1, library: '/a', windows: [saved(id), saved()] }
  expect(windowsAtStart(state, '/a', null).map(({ articleId }) => articleId)).toEqual([id, null])
  expect(windowsAtStart(state, '/b', null).map(({ articleId }) => articleId)).toEqual([null])
  expect(windowsAtStart(state, '/a', id)).toHaveLength(1)
  expect(windowsAtStart(EMPTY_WINDOW_STATE, '/a', null)).toEqual([{ articleId: null, saved: null }])
})
