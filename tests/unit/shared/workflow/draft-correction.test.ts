import fc from 'fast-check'
import { expect, test } from 'vitest'
import { draftCorrection } from '#shared/workflow/draft-correction.ts'
import { runs } from '#tests/support/runs.ts'

test.each([
  [
    'The bridge cost 4 million won.',
    'The bridge cost 40 million won.',
    'An earlier version of this article said “The bridge cost 4 million won.” It should have said “The bridge cost 40 million won.”',
  ],
  ['Kim', 'Min', 'An earlier version of this article said “Kim.” It should have said “Min.”'],
  ['', 'Nobody was hurt', 'An earlier version of this article left out the following: “Nobody was hurt.”'],
  [
    'He was there.',
    '',
    'An earlier version of this article said “He was there.” That was wrong and has been removed.',
  ],
  [
    'She said “no”.',
    'She said\n“yes”.',
    'An earlier version of this article said “She said ‘no’.” It should have said “She said ‘yes’.”',
  ],
  ['The same. ', 'The  same.', ''],
])('%j to %j', (before, after, words) => {
  expect(draftCorrection({ before, after })).toBe(words)
})

test('of long passages only the place that differs is quoted, with the words around it', () => {
  const filler = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ')
  const passage = (sum: string) => `${filler(80)} the sum was ${sum} in all ${filler(80)}`
  const words = draftCorrection({ before: passage('four'), after: passage('forty') })
  expect(words).toBe(
    'An earlier version of this article said “… word77 word78 word79 the sum was four in all word0 word1 word2 word3 …” It should have said “… word77 word78 word79 the sum was forty in all word0 word1 word2 word3 …”',
  )
})

test('whatever the change, the draft is short, one line, and quotes in pairs', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 600 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const words = draftCorrection({ before, after })
      expect(words.length).toBeLessThan(700)
      expect(words).not.toMatch(/[\n\r]/u)
      expect(() => encodeURIComponent(words), 'a character was cut in half').not.toThrow()
      expect(words.split('“').length).toBe(words.split('”').length)
    }),
    { numRuns: runs(300) },
  )
})
