import { expect, it } from 'vitest'
import { thinnedBetween } from '#renderer/features/history/thinned-between.ts'

it('a gap in the numbers is what was thinned out', () => {
  expect(thinnedBetween(7, 8)).toBe(0)
  expect(thinnedBetween(7, 11)).toBe(3)
})
