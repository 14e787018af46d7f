import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#shared/revision/canonical.ts'

/** JSON values as an article holds them; object keys include numbers, empty and odd ones, which engines order by themselves. */
const json = fc.jsonValue({ maxDepth: 4 })

describe('DR10: canonical JSON', () => {
  it('says the same as JSON', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('equal content gives equal bytes, whatever order the keys were set in', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(canonicalJson(withKeysReversed(value))).toBe(canonicalJson(value))
      }),
    )
  })

  it('different content gives different bytes', () => {
    fc.assert(
      fc.property(json, json, (a, b) => {
        const areEqual = JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
        expect(canonicalJson(a) === canonicalJson(b)).toBe(areEqual)
      }),
    )
  })

  it('is stable through parsing and writing again', () => {
    fc.assert(
      fc.property(json, (value) => {
        const once = canonicalJson(value)
        expect(canonicalJson(JSON.parse(once))).toBe(once)
      }),
    )
  })

  it('leaves out members that are not there and sorts by code unit', () => {
    expect(canonicalJson({ b: 1, a: undefined, B: 2, é: 3, 10: 4, 9: 5 })).toBe(
      '{"10":4,"9":5,"B":2,"b":1,"é":3}',
    )
    expect(canonicalJson({ a: -0 })).toBe('{"a":0}')
  })

  it.each([
    [[undefined]],
    [Number.NaN],
    [Infinity],
    [() => 1],
    [new Date(0)],
    [new Map()],
    [1n],
    [undefined],
    [{ a: Symbol('x') }],
  ])('refuses what JSON cannot say: %s', (value) => {
    expect(() => canonicalJson(value)).toThrow(TypeError)
  })
})

function withKeysReversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withKeysReversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([key, member]) => [key, withKeysReversed(member)]),
  )
}
/** An independent way to the same end: keys sorted into pairs. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return ['list', ...value.map(sorted)]
  if (typeof value !== 'object' || value === null) return Object.is(value, -0) ? 0 : value
  return [
    'record',
    ...Object.keys(value)
      .toSorted()
      .map((key) => [key, sorted(Reflect.get(value, key))]),
  ]
}
