import fc from 'fast-check'
import { expect, test } from 'vitest'
import { commonRuns, scattered, sourceOf, wholeRun } from '#core/attribution/same-words.ts'
import { runs } from '#tests/support/runs.ts'

const short = fc.string({ unit: fc.constantFrom('a', 'b', ' '), maxLength: 30 })
const isSame = (wanted: string, text: string, places: Int32Array) =>
  places.every((place, index) => place < 0 || wanted[index] === text[place])

test('a whole run is found wherever it stands, and of several the preferred one', () => {
  fc.assert(
    fc.property(short, short, (wanted, text) => {
      const places = wholeRun(wanted, sourceOf(text), (from) => from)
      if (wanted === '') return
      expect(places?.[0] ?? -1).toBe(text.lastIndexOf(wanted))
      if (places !== null) expect(isSame(wanted, text, places)).toBe(true)
    }),
    { numRuns: runs(200) },
  )
})

test('what stands there in order is found in order, what does not is not', () => {
  fc.assert(
    fc.property(short, short, (wanted, text) => {
      const places = scattered(wanted, sourceOf(text))
      let at = -1
      const isThere = Array.from(wanted).every((letter) => (at = text.indexOf(letter, at + 1)) >= 0)
      expect(places !== null).toBe(isThere)
      if (places === null) return
      expect(isSame(wanted, text, places)).toBe(true)
      expect([...places]).toEqual([...new Set(places)].sort((a, b) => a - b))
    }),
    { numRuns: runs(200) },
  )
})

test('words scattered by what came between are found as words, not letter by letter', () => {
  const places = scattered('the minister said', sourceOf('the prime minister had said'))
  const shifts = [...(places ?? [])].map((place, index) => place - index)
  expect(shifts).toEqual(
    [
      ['the ', 0],
      ['minister ', 6],
      ['said', 10],
    ].flatMap(([words, shift]) => Array.from(String(words), () => shift)),
  )
})

test('common runs are the same words on both sides, none shorter than asked for', () => {
  fc.assert(
    fc.property(short, short, fc.integer({ min: 1, max: 6 }), (wanted, text, least) => {
      const places = commonRuns(wanted, sourceOf(text), least)
      expect(isSame(wanted, text, places)).toBe(true)
      let length = 0
      for (let index = 0; index <= places.length; index += 1) {
        const goesOn = (places[index] ?? -1) >= 0 && places[index] === (places[index - 1] ?? -2) + 1
        if (!goesOn && length > 0) expect(length).toBeGreaterThanOrEqual(least)
        length = (places[index] ?? -1) < 0 ? 0 : goesOn ? length + 1 : 1
      }
    }),
    { numRuns: runs(200) },
  )
})

test('in texts too long to compare, every common passage of 31 characters is found, at any offset', () => {
  const filler = Array.from({ length: 40_000 }, (_, n) => `${n} `).join('')
  const passage = 'The ferry had left by then, said she.'
  for (let offset = 0; offset < 20; offset += 1) {
    const text = filler.slice(0, 100_000 + offset) + passage + filler.slice(100_000)
    const wanted = `New words before it. ${passage} And after.`
    const places = commonRuns(wanted, sourceOf(text), 31)
    const at = wanted.indexOf(passage)
    expect(places.slice(at, at + passage.length)).toEqual(
      Int32Array.from({ length: passage.length }, (_, index) => 100_000 + offset + index),
    )
  }
})
