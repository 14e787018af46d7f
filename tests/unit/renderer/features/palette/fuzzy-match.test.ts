import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fuzzyMatch } from '#renderer/features/palette/fuzzy-match.ts'

describe('fuzzyMatch', () => {
  it('letters must come in order', () => {
    expect(fuzzyMatch('nar', 'Name This Revision')).not.toBeNull()
    expect(fuzzyMatch('ran', 'Name')).toBeNull()
  })

  it('word starts and runs beat scattered letters', () => {
    const score = (label: string) => fuzzyMatch('fr', label)?.score ?? Number.NEGATIVE_INFINITY
    expect(score('Find and Replace')).toBeGreaterThan(score('Offer a pear'))
    expect(score('French')).toBeGreaterThan(score('Find a bear'))
  })

  it('initials find their words', () => {
    expect(fuzzyMatch('ntr', 'Name This Revision')?.at).toEqual([0, 5, 10])
  })

  it('what is matched is what was typed, in ascending places', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 40 }), (typed, label) => {
        const match = fuzzyMatch(typed, label)
        if (match === null) return
        const text = Array.from(label.toLowerCase())
        const wanted = Array.from(typed.toLowerCase()).filter((character) => character.trim() !== '')
        expect(match.at.map((index) => text[index])).toEqual(wanted)
        expect(match.at).toEqual(match.at.toSorted((a, b) => a - b))
      }),
    )
  })

  it('a label always matches itself', () => {
    fc.assert(fc.property(fc.string({ maxLength: 30 }), (label) => fuzzyMatch(label, label) !== null))
  })
})
