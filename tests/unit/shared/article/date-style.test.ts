import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DATE_STYLES, dateStylesOf, stampInStyle } from '#shared/article/date-style.ts'
import { localTime, stampWords, zoneAbbreviation } from '#shared/article/format-stamp.ts'
import { FURNITURE_LANGUAGES } from '#shared/article/furniture.ts'
import { toInstant, zoneSchema } from '#shared/article/ids.ts'
import { runs } from '#tests/support/runs.ts'

const stamp = (at: number) => ({ at: toInstant(at), zone: zoneSchema.parse('UTC') })
const said = (
  at: number,
  zone: string,
  dateStyle: (typeof DATE_STYLES)[number],
  furnitureLanguage: (typeof FURNITURE_LANGUAGES)[number] = 'en',
) => stampInStyle(stamp(at), { zone, dateStyle, furnitureLanguage })

const MARCH = Date.UTC(2022, 2, 4, 8, 35)

describe('each house in its own way', () => {
  test.each([
    ['long', 'en', 'March 4, 2022 5:35 p.m. KST'],
    ['short', 'en', '4 Mar 2022, 17:35 KST'],
    ['ap', 'en', 'March 4, 2022 5:35 p.m. KST'],
    ['guardian', 'en', 'Fri 4 Mar 2022 17.35 KST'],
    ['iso', 'en', '2022-03-04 17:35 KST'],
    ['long', 'de', '4. März 2022, 17:35 Uhr KST'],
    ['short', 'de', '04.03.2022, 17:35 KST'],
    ['long', 'fr', '4 mars 2022 à 17 h 35 KST'],
    ['short', 'fr', '04/03/2022 17:35 KST'],
    ['long', 'es', '4 de marzo de 2022, 17:35 KST'],
    ['long', 'ko', '2022년 3월 4일 오후 5:35 KST'],
    ['short', 'ko', '2022.03.04. 17:35 KST'],
    ['long', 'ar', '4 مارس 2022، 17:35 KST'],
    ['iso', 'ar', '2022-03-04 17:35 KST'],
  ] as const)('%s in %s', (style, language, words) => {
    expect(said(MARCH, 'Asia/Seoul', style, language)).toBe(words)
  })

  test('AP shortens the long months, writes full hours alone and noon as a word, and never says midnight', () => {
    const at = (month: number, hour: number, minute = 0) =>
      said(Date.UTC(2023, month, 9, hour, minute), 'America/New_York', 'ap')
    expect(at(0, 16)).toBe('Jan. 9, 2023 11 a.m. EST')
    expect(at(8, 16)).toBe('Sept. 9, 2023 noon EDT')
    expect(at(8, 4)).toBe('Sept. 9, 2023 12:00 a.m. EDT')
    expect(at(6, 4, 5)).toBe('July 9, 2023 12:05 a.m. EDT')
  })

  test('French has its first of the month, German its own names of zones', () => {
    expect(said(Date.UTC(2022, 4, 1, 3), 'Europe/Paris', 'long', 'fr')).toBe('1er mai 2022 à 5 h 00 CEST')
    expect(said(Date.UTC(2022, 4, 1, 3), 'Europe/Berlin', 'long', 'de')).toBe('1. Mai 2022, 05:00 Uhr MESZ')
    expect(said(Date.UTC(2022, 0, 1, 3), 'Europe/Berlin', 'short', 'de')).toBe('01.01.2022, 04:00 MEZ')
  })

  test('an hour that happens twice is told apart by its zone', () => {
    const [first, second] = [0, 1].map((hour) =>
      said(Date.UTC(2025, 9, 26, hour, 30), 'Europe/London', 'guardian'),
    )
    expect([first, second]).toEqual(['Sun 26 Oct 2025 01.30 BST', 'Sun 26 Oct 2025 01.30 GMT'])
  })

  test('1970 and the year 10,000', () => {
    expect(said(0, 'Asia/Kathmandu', 'iso')).toBe('1970-01-01 05:30 GMT+5:30')
    expect(said(Date.UTC(10_000, 0, 1), 'UTC', 'guardian')).toBe('Sat 1 Jan 10000 00.00 UTC')
  })
})

test('every style in every language and zone holds day, year, minutes and the zone of that instant', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: Date.UTC(9999, 11, 31) }),
      fc.constantFrom(...zones),
      fc.constantFrom(...FURNITURE_LANGUAGES),
      fc.nat(),
      (at, zone, language, index) => {
        const styles = dateStylesOf(language)
        const style = styles[index % styles.length] ?? 'iso'
        const words = said(at, zone, style, language)
        const time = localTime(toInstant(at), zone)
        expect(words).toContain(String(time.year))
        expect(words).toMatch(new RegExp(`(^|\\D)0?${time.day}(\\D|$)`))
        if (!words.includes('noon') && style !== 'ap')
          expect(words).toContain(String(time.minute).padStart(2, '0'))
        const name = zoneAbbreviation(toInstant(at), zone, time.offsetMinutes)
        if (language !== 'de') expect(words.endsWith(` ${name}`)).toBe(true)
      },
    ),
    { numRuns: runs(300) },
  )
})

test('the long English form is how Stet itself says a time', () => {
  expect(said(MARCH, 'Asia/Seoul', 'long')).toBe(stampWords(stamp(MARCH), 'Asia/Seoul'))
})
