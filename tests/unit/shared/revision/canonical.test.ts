import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#shared/revision/canonical.ts'

describe('DR10: canonicalJson', () => {
  it('gives equal text for equal values, whatever the order of their keys', () => {
    expect(canonicalJson({ b: 1, a: [true, null, { d: 'x', c: undefined }] })).toBe(
      '{"a":[true,null,{"d":"x"}],"b":1}',
    )
  })

  it('is JSON that reads back as the same value, and is its own canonical form', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value)
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)))
        expect(canonicalJson(JSON.parse(text))).toBe(text)
      }),
    )
  })

  it.each([[Number.NaN], [Number.POSITIVE_INFINITY], [() => 1], [10n], [Symbol('x')]])(
    'refuses what JSON would silently change: %s',
    (value) => {
      expect(() => canonicalJson({ value })).toThrow()
    },
  )
})
