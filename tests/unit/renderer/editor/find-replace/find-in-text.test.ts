import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createFinder, type FindQuery } from '#renderer/editor/find-replace/find-in-text.ts'

const query = (text: string, more: Partial<FindQuery> = {}): FindQuery => ({
  text,
  isCaseSensitive: false,
  isWholeWord: false,
  isAccentSensitive: false,
  ...more,
})
const found = (text: string, asked: FindQuery) =>
  createFinder(asked)?.(text).map(({ from, to }) => text.slice(from, to)) ?? null

test('case and accents are ignored unless asked for, and what is found is what stands there', () => {
  expect(found('Malmö, MALMO and malmo\u0308', query('malmo'))).toEqual(['Malmö', 'MALMO', 'malmo\u0308'])
  expect(found('Malmö, MALMO', query('malmo', { isAccentSensitive: true }))).toEqual(['MALMO'])
  expect(found('Malmö, MALMO', query('MALMO', { isCaseSensitive: true }))).toEqual(['MALMO'])
})

test('whole words stand free of letters, figures and their marks', () => {
  const whole = { isWholeWord: true }
  expect(found('cat concat cats cat-flap Cat.', query('cat', whole))).toEqual(['cat', 'cat', 'Cat'])
  expect(found('naïve naïvely', query('naive', whole))).toEqual(['naïve'])
  expect(found('𝒳cat', query('cat', whole))).toEqual([])
})

test('matches do not overlap, and an overlap that fails does not hide the next', () => {
  expect(found('aaaa', query('aa'))).toEqual(['aa', 'aa'])
  expect(found('xaa aa', query('aa', { isWholeWord: true }))).toEqual(['aa'])
})

test('nothing is found by nothing', () => {
  expect(createFinder(query(''))).toBeNull()
  expect(createFinder(query('\u0301'))).toBeNull()
})

test('characters that change length when folded keep their offsets', () => {
  expect(found('ﬁrst İstanbul straße', query('i̇stanbul'))).toEqual(['İstanbul'])
  expect(found('a😀b', query('b'))).toEqual(['b'])
})

test('an exact search agrees with indexOf', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'b', 'ä') }),
      fc.string({ unit: fc.constantFrom('a', 'b', 'ä'), minLength: 1, maxLength: 3 }),
      (text, needle) => {
        const expected: string[] = []
        for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length))
          expected.push(needle)
        expect(found(text, query(needle, { isCaseSensitive: true, isAccentSensitive: true }))).toEqual(
          expected,
        )
      },
    ),
  )
})
