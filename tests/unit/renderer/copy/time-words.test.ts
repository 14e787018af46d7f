import { describe, expect, it } from 'vitest'
import { agoWords, dayWords } from '#renderer/copy/time-words.ts'

const now = new Date(2026, 2, 4, 14, 5, 0).getTime()
const at = (...parts: [number, number, number, number?, number?]) => new Date(...parts).getTime()

describe('agoWords', () => {
  it('says the shortest thing that is still true', () => {
    expect(agoWords(now - 10_000, now)).toBe('now')
    expect(agoWords(now - 5 * 60_000, now)).toBe('5 min')
    expect(agoWords(at(2026, 2, 4, 9, 30), now)).toBe('09:30')
    expect(agoWords(at(2026, 2, 3, 23, 0), now)).toBe('yesterday')
    expect(agoWords(at(2026, 0, 9), now)).toBe('9 Jan')
    expect(agoWords(at(2022, 2, 4), now)).toBe('4 Mar 2022')
  })

  it('a clock that was set back says "now", not a negative number', () => {
    expect(agoWords(now + 60_000, now)).toBe('now')
  })
})

describe('dayWords', () => {
  it('changes at midnight, not after 24 hours', () => {
    expect(dayWords(at(2026, 2, 4, 0, 1), now)).toBe('Today')
    expect(dayWords(at(2026, 2, 3, 23, 59), now)).toBe('Yesterday')
    expect(dayWords(at(2026, 2, 2, 23, 59), now)).toBe('2 Mar')
  })
})
