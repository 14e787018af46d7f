import { describe, expect, test } from 'vitest'
import type { NodeJson } from '#shared/article/article.ts'
import { article, node, paragraph, withAttrs } from '#tests/support/builders.ts'
import { CRACKS, merged, mergedBodies, kinds, sentences, only } from '#tests/support/told-diff.ts'

const figure = (attrs: Record<string, unknown>, caption = 'The bridge at dusk'): NodeJson =>
  withAttrs(attrs, node('figure', node('caption', caption), node('credit', 'A. Photographer')))

describe('text', () => {
  test('one word by another is a replacement with its place', () => {
    const diff = mergedBodies(
      [CRACKS, 'The council voted on Monday to close it.'],
      [CRACKS, 'The council voted on Tuesday to close it.'],
    )
    expect(only(diff)).toMatchObject({
      id: 'c1',
      kind: 'replaced',
      scope: 'text',
      before: 'Monday',
      after: 'Tuesday',
      weight: 'words',
      group: 'text',
    })
    expect(sentences(diff)).toEqual(['Paragraph 2: ‘Monday’ replaced by ‘Tuesday’'])
    expect([diff.words, diff.regions, diff.moves]).toEqual([{ inserted: 1, deleted: 1 }, 1, 0])
  })
  test('inserted words take their white space with them', () => {
    expect(only(mergedBodies(['The bridge closed.'], ['The old bridge closed.']))).toMatchObject({
      kind: 'inserted',
      after: 'old ',
    })
    expect(only(mergedBodies(['The old bridge closed.'], ['Bridge closed.']))).toMatchObject({
      kind: 'replaced',
      before: 'The old bridge',
      after: 'Bridge',
    })
  })
  test('a whole sentence goes in between sentences, wherever its words would fit as well', () => {
    const diff = mergedBodies(['He said no. She said yes.'], ['He said no. She said no. She said yes.'])
    expect(only(diff)).toMatchObject({ kind: 'inserted', after: 'She said no. ' })
  })
  test('DF5: a word kept by chance joins one replacement where much was replaced, and only there', () => {
    const words = (letter: string): string =>
      Array.from({ length: 11 }, (_, index) => `${letter}${index}xyz`).join(' ')
    const much = mergedBodies(
      [`${CRACKS} ${words('a')} of ${words('b')}`],
      [`${CRACKS} ${words('c')} of ${words('d')}`],
    )
    expect(only(much)).toMatchObject({ kind: 'replaced', before: `${words('a')} of ${words('b')}` })
    expect(much.words).toEqual({ inserted: 23, deleted: 23 })
    const little = mergedBodies([`${CRACKS} green of black`], [`${CRACKS} white of brown`])
    expect(little.changes.map((change) => change.before)).toEqual(['green', 'black'])
  })
  test('everything replaced is deleted and inserted whole', () => {
    const diff = mergedBodies(
      ['Alpha beta gamma delta.', 'Epsilon zeta eta theta.'],
      ['One two three four five.', 'Six seven eight nine ten!'],
    )
    expect(kinds(diff)).toEqual(['deleted', 'deleted', 'inserted', 'inserted'])
    expect(diff.regions).toBe(1)
  })
  test('headline only', () => {
    const diff = merged(article({ headline: 'Ministry answers' }), article({ headline: 'Ministry declines' }))
    expect(sentences(diff)).toEqual(['Headline: ‘answers’ replaced by ‘declines’'])
  })
  test('caption only', () => {
    const diff = mergedBodies([figure({}, 'The bridge at dusk')], [figure({}, 'The bridge at dawn')])
    expect(sentences(diff)).toEqual(['Caption of picture 1: ‘dusk’ replaced by ‘dawn’'])
  })
  test('emoji are never cut: a family, a flag, a skin tone are one each', () => {
    expect(only(mergedBodies(['Here 👩‍👩‍👧 is'], ['Here 👩‍👩‍👦 is']))).toMatchObject({
      before: '👩‍👩‍👧',
      after: '👩‍👩‍👦',
      weight: 'words',
    })
    expect(only(mergedBodies(['Flag 🇰🇷🇯🇵'], ['Flag 🇰🇷🇫🇷']))).toMatchObject({ before: '🇯🇵', after: '🇫🇷' })
    expect(only(mergedBodies(['Hand 👍🏽'], ['Hand 👍🏿']))).toMatchObject({ before: '👍🏽', after: '👍🏿' })
  })
  test('a combining mark belongs to its letter', () => {
    expect(only(mergedBodies(['Le cafe\u0301 ferme'], ['Le cafe ferme']))).toMatchObject({
      before: 'cafe\u0301',
      after: 'cafe',
    })
  })
  test('right-to-left text, ideographs and hangul', () => {
    expect(only(mergedBodies(['הגשר נסגר היום'], ['הגשר נפתח היום']))).toMatchObject({
      before: 'נסגר',
      after: 'נפתח',
    })
    expect(only(mergedBodies(['東京の橋は月曜に閉鎖'], ['東京の橋は火曜に閉鎖']))).toMatchObject({
      before: '月',
      after: '火',
    })
    expect(only(mergedBodies(['서울 다리가 닫혔다'], ['부산 다리가 닫혔다']))).toMatchObject({
      before: '서울',
      after: '부산',
    })
  })
  test('no-break spaces are seen and can be dimmed', () => {
    const diff = mergedBodies(['It cost 10 000 won.'], ['It cost 10\u00a0000 won.'])
    expect(only(diff)).toMatchObject({
      kind: 'replaced',
      before: ' ',
      after: '\u00a0',
      weight: 'space',
      group: 'punctuation',
    })
    expect(sentences(diff)).toEqual(['Paragraph 1: a space replaced by a no-break space'])
  })
  test('trifles are weighed as what they are; signs of numbers and words are no trifles', () => {
    const weight = (before: string, after: string): string => only(mergedBodies([before], [after])).weight
    expect(weight('Yes, he said', 'Yes he said')).toBe('punctuation')
    expect(weight("It isn't so", 'It isn’t so')).toBe('quotes')
    expect(weight('the two  spaces', 'the two spaces')).toBe('space')
    expect(weight('The council', 'the council')).toBe('case')
    expect(weight('It rose 1.5 points', 'It rose 15 points')).toBe('words')
    expect(weight('At -5 degrees', 'At 5 degrees')).toBe('words')
    expect(weight('About 5 % more', 'About 5 more')).toBe('words')
    expect(weight('an every day thing', 'an everyday thing')).toBe('words')
  })
  test('a line break is a change of its own', () => {
    const diff = mergedBodies(['First second'], [paragraph('First', node('hardBreak'), 'second')])
    expect(sentences(diff)).toEqual(['Paragraph 1: a space replaced by a line break'])
  })
})
