import { describe, expect, test } from 'vitest'
import { inlineTextOf } from '#shared/revision/diff/inline-text.ts'
import { countWords, createCodeBook, encodeWords } from '#shared/revision/diff/word-codes.ts'
import { node, paragraph } from '#tests/support/builders.ts'

const wordsOf = (...blocks: Parameters<typeof inlineTextOf>[0]): string[] => {
  const inline = inlineTextOf(blocks)
  const { count, starts, ends } = encodeWords(inline, createCodeBook())
  return Array.from({ length: count }, (_, at) => inline.text.slice(starts[at], ends[at]))
}

describe('words', () => {
  test('are runs of letters and digits, or single other characters', () => {
    expect(wordsOf(paragraph('It isn’t 1,000 (yet).'))).toEqual([
      'It',
      'isn',
      '’',
      't',
      '1',
      ',',
      '000',
      '(',
      'yet',
      ')',
      '.',
    ])
  })
  test('keep what belongs together: accents, joined letters, emoji with all their parts, flags', () => {
    expect(wordsOf(paragraph('cafe\u0301 می\u200cخواهم'))).toEqual(['cafe\u0301', 'می\u200cخواهم'])
    expect(wordsOf(paragraph('👩‍👩‍👧👍🏽🇰🇷🇫🇷☎️'))).toEqual(['👩‍👩‍👧', '👍🏽', '🇰🇷', '🇫🇷', '☎️'])
  })
  test('are single ideographs, and whole runs in scripts without spaces', () => {
    expect(wordsOf(paragraph('東京の橋'))).toEqual(['東', '京', 'の', '橋'])
    expect(wordsOf(paragraph('สะพานปิด'))).toEqual(['สะพานปิด'])
  })
  test('end where a text block ends and at a line break, which is a word of its own', () => {
    expect(wordsOf(paragraph('one'), paragraph(), paragraph('two'))).toEqual(['one', 'two'])
    expect(wordsOf(paragraph('one', node('hardBreak'), 'two'))).toEqual(['one', '\n', 'two'])
  })
  test('are counted with a run of ideographs as one', () => {
    expect(countWords('東京の橋は、閉鎖')).toBe(3)
    expect(countWords(' \u00a0')).toBe(0)
  })
})
