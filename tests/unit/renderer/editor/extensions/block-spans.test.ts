import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holdsSpan, joinSpans, outsideOf } from '#renderer/editor/extensions/far-blocks/block-spans.ts'

const spans = fc.array(
  fc.record({ from: fc.integer({ min: -5, max: 40 }), to: fc.integer({ min: -5, max: 45 }) }),
  {
    maxLength: 4,
  },
)

test('exactly the blocks in no span are selected, and those appended later, but never the last ones', () => {
  fc.assert(
    fc.property(spans, fc.integer({ min: 1, max: 40 }), fc.nat(5), (given, count, last) => {
      const drawn = joinSpans(given, count)
      const parent = document.createElement('div')
      for (let index = 0; index < count + 2; index += 1) parent.append(document.createElement('p'))
      const others = [...parent.children].map((child) => child.matches(outsideOf(drawn, last)))
      const expected = [...parent.children].map(
        (_, index) =>
          index < count + 2 - last &&
          (index >= count || !given.some(({ from, to }) => from <= index && index < to)),
      )
      expect(others).toEqual(expected)
    }),
  )
})

test('spans that touch are one', () => {
  const joined = joinSpans(
    [
      { from: 3, to: 6 },
      { from: 0, to: 3 },
    ],
    10,
  )
  expect(joined).toEqual([{ from: 0, to: 6 }])
  expect(holdsSpan(joined, { from: 2, to: 5 })).toBe(true)
  expect(holdsSpan(joined, { from: 5, to: 7 })).toBe(false)
})
