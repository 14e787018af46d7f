import fc from 'fast-check'
import { expect, it } from 'vitest'
import { nextZoom } from '#renderer/app/zoom-steps.ts'

it('zooming in and out stays within what a setting may hold and never turns back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 50, max: 400 }), (zoom) => {
      expect(nextZoom(zoom, 1)).toBeGreaterThanOrEqual(zoom)
      expect(nextZoom(zoom, -1)).toBeLessThanOrEqual(zoom)
      expect(nextZoom(zoom, 1)).toBeLessThanOrEqual(400)
      expect(nextZoom(zoom, -1)).toBeGreaterThanOrEqual(50)
    }),
  )
})

it('the reset is 100 %', () => {
  expect(nextZoom(250, 0)).toBe(100)
})
