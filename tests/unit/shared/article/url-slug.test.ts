import fc from 'fast-check'
import { expect, test } from 'vitest'
import { MAX_SLUG_CHARS, slugify, slugProblem, urlSlugOf } from '#shared/article/url-slug.ts'
import { article } from '#tests/support/builders.ts'
import { runs } from '#tests/support/runs.ts'

test('the slug follows the headline until a person chooses another', () => {
  expect(urlSlugOf(article({ headline: 'Mayor’s office, at last, answers' }))).toBe(
    'mayors-office-at-last-answers',
  )
  expect(urlSlugOf(article({ headline: 'Mayor answers', meta: { urlSlug: 'The Answer!' } }))).toBe(
    'the-answer',
  )
})

test('a chosen slug without a letter or digit gives way to the headline', () => {
  expect(urlSlugOf({ headline: 'Mayor answers', urlSlug: '///' })).toBe('mayor-answers')
})

test.each([
  ['Größe über alles', 'grosse-uber-alles'],
  ['서울 시장', 'seoul-sijang'],
  ['Привет, мир', 'privet-mir'],
  ['Łódź – café', 'lodz-cafe'],
  ['Ελλάδα', 'ellada'],
  ['東京', 'dong-jing'],
  ['50 % of “nothing”', '50-of-nothing'],
])('%s is transliterated', (headline, slug) => {
  expect(slugify(headline)).toBe(slug)
})

test('a headline of emoji gives no slug and a sentence instead', () => {
  expect(urlSlugOf({ headline: '🎉🎉', urlSlug: '' })).toBe('')
  expect(slugProblem('🎉🎉')).toMatch(/No letter or digit/)
  expect(slugProblem(' ')).toMatch(/no words/)
  expect(slugProblem('A word')).toBeNull()
})

test('any text gives a clean slug, and a clean slug stays as it is', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
      const slug = slugify(text)
      expect(slug).toMatch(/^([a-z0-9]+(-[a-z0-9]+)*)?$/)
      expect(slug.length).toBeLessThanOrEqual(MAX_SLUG_CHARS)
      expect(slugify(slug)).toBe(slug)
    }),
    { numRuns: runs(120) },
  )
})

test('a long headline is cut between words', () => {
  const slug = slugify('abcdefghi '.repeat(20))
  expect(slug.length).toBe(79)
  expect(slug.endsWith('abcdefghi')).toBe(true)
})
