import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSearchQuery } from '#shared/library/search-query.ts'
import { runs } from '#tests/support/runs.ts'

const word = (text: string) => ({ text, isPrefix: false })
const prefix = (text: string) => ({ text, isPrefix: true })

describe('the search language', () => {
  it.each([
    ['', [], []],
    ['harbour  budget', [word('harbour'), word('budget')], []],
    ['"harbour budget" vote', [word('harbour budget'), word('vote')], []],
    ['harbour -budget', [word('harbour')], [word('budget')]],
    ['-"the mayor" harbour', [word('harbour')], [word('the mayor')]],
    ['harb*', [prefix('harb')], []],
    ['"city harb"*', [prefix('city harb')], []],
    ['-harb*', [], [prefix('harb')]],
    ['well-known', [word('well-known')], []],
    [
      '“typographic marks” „deutsche“ «français»',
      [word('typographic marks'), word('deutsche'), word('français')],
      [],
    ],
    ['"never closed', [word('never closed')], []],
    ['harbour"budget"', [word('harbour'), word('budget')], []],
    ['OR AND NOT NEAR', [word('OR'), word('AND'), word('NOT'), word('NEAR')], []],
    ['headline:budget', [word('headline:budget')], []],
    ['- * "" !!! ” …', [], []],
    ['a\0b', [word('a'), word('b')], []],
    ['부산 항구', [word('부산'), word('항구')], []],
  ])('%s', (text, wanted, unwanted) => {
    expect(parseSearchQuery(text)).toEqual({ wanted, unwanted })
  })

  it('reads anything a person can type, quickly, and keeps only what the index can find', () => {
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({
        unit: fc.constantFrom('"', '-', '*', ' ', 'a', '“', '”', '«', '»', '„', '(', ')', ':', '^', '+'),
      }),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const { wanted, unwanted } = parseSearchQuery(text)
        for (const term of [...wanted, ...unwanted]) expect(term.text).toMatch(/[\p{L}\p{N}\p{Co}]/u)
      }),
      { numRuns: runs(800) },
    )
  })

  it('S12: takes linear time on what would make a careless pattern explode', () => {
    for (const piece of ['"', '-', '* ', '“', 'a*', '-"']) {
      const from = performance.now()
      parseSearchQuery(piece.repeat(50_000))
      expect(performance.now() - from).toBeLessThan(1_000)
    }
  })
})
