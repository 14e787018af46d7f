import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localTime, stampDatetime, stampWithZone, stampWords } from '#shared/article/format-stamp.ts'
import { type ZonedInstant, toInstant, zoneSchema } from '#shared/article/ids.ts'
import { runs } from '#tests/support/runs.ts'

const stamp = (iso: string, zone = 'UTC'): ZonedInstant => ({
  at: toInstant(Date.parse(iso)),
  zone: zoneSchema.parse(zone),
})
const both = (iso: string, zone: string): string => {
  const one = stamp(iso)
  return `${stampDatetime(one, zone)} ${stampWords(one, zone)}`
}

test('a stamp reads as the product promises', () => {
  expect(stampWords(stamp('2022-03-04T08:35:00Z'), 'Asia/Seoul')).toBe('March 4, 2022 5:35 p.m. KST')
  expect(stampDatetime(stamp('2022-03-04T08:35:00Z'), 'Asia/Seoul')).toBe('2022-03-04T17:35:00+09:00')
  expect(stampWords(stamp('2022-03-06T02:55:00Z'), 'Asia/Seoul')).toBe('March 6, 2022 11:55 a.m. KST')
})

test.each([
  ['Europe/Berlin', '2024-01-15T12:00:00Z', 'CET'],
  ['Europe/Berlin', '2024-07-15T12:00:00Z', 'CEST'],
  ['Europe/London', '2024-01-15T12:00:00Z', 'GMT'],
  ['Europe/London', '2024-07-15T12:00:00Z', 'BST'],
  ['Europe/Dublin', '2024-07-15T12:00:00Z', 'IST'],
  ['America/New_York', '2024-01-15T12:00:00Z', 'EST'],
  ['America/New_York', '2024-07-15T12:00:00Z', 'EDT'],
  ['America/Toronto', '2024-07-15T12:00:00Z', 'EDT'],
  ['America/Los_Angeles', '2024-07-15T12:00:00Z', 'PDT'],
  ['America/St_Johns', '2024-07-15T12:00:00Z', 'NDT'],
  ['Asia/Tokyo', '2024-07-15T12:00:00Z', 'JST'],
  ['Asia/Kolkata', '2024-07-15T12:00:00Z', 'IST'],
  ['Australia/Sydney', '2024-01-15T12:00:00Z', 'AEDT'],
  ['Asia/Kathmandu', '2024-01-15T12:00:00Z', 'GMT+5:45'],
  ['Asia/Dubai', '2024-01-15T12:00:00Z', 'GMT+4'],
  ['America/Sao_Paulo', '2024-01-15T12:00:00Z', 'GMT-3'],
  ['UTC', '2024-01-15T12:00:00Z', 'UTC'],
])('%s at %s is %s', (zone, iso, name) => {
  expect(stampWords(stamp(iso), zone).split(' ').at(-1)).toBe(name)
})

test('an abbreviation is chosen by the offset in force, so that a past rule is not called by a present name', () => {
  // Korea kept summer time in 1988.
  expect(both('1988-07-01T00:00:00Z', 'Asia/Seoul')).toBe(
    '1988-07-01T10:00:00+10:00 July 1, 1988 10:00 a.m. KDT',
  )
  // Moscow was four hours ahead from 2011 to 2014, and nobody agreed on a name.
  expect(stampWords(stamp('2012-07-01T00:00:00Z'), 'Europe/Moscow')).toContain('GMT+4')
})

test('the hour that a spring clock skips and the one that an autumn clock repeats stay two instants', () => {
  expect(both('2022-03-13T06:59:59Z', 'America/New_York')).toBe(
    '2022-03-13T01:59:59-05:00 March 13, 2022 1:59 a.m. EST',
  )
  expect(both('2022-03-13T07:00:00Z', 'America/New_York')).toBe(
    '2022-03-13T03:00:00-04:00 March 13, 2022 3:00 a.m. EDT',
  )
  expect(both('2022-11-06T05:30:00Z', 'America/New_York')).toBe(
    '2022-11-06T01:30:00-04:00 November 6, 2022 1:30 a.m. EDT',
  )
  expect(both('2022-11-06T06:30:00Z', 'America/New_York')).toBe(
    '2022-11-06T01:30:00-05:00 November 6, 2022 1:30 a.m. EST',
  )
})

test('midnight and noon are twelve', () => {
  expect(stampWords(stamp('2022-03-04T00:05:00Z'), 'UTC')).toBe('March 4, 2022 12:05 a.m. UTC')
  expect(stampWords(stamp('2022-03-04T12:00:00Z'), 'UTC')).toBe('March 4, 2022 12:00 p.m. UTC')
})

test('a stamp made elsewhere is shown in the publication zone, and kept with its own', () => {
  const fromBerlin = stamp('2022-03-04T08:35:00Z', 'Europe/Berlin')
  expect(stampDatetime(fromBerlin, 'Asia/Seoul')).toBe('2022-03-04T17:35:00+09:00')
  expect(stampWithZone(fromBerlin)).toBe('2022-03-04T09:35:00+01:00[Europe/Berlin]')
})

const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC', 'Etc/GMT+12', 'Etc/GMT-14')
const instants = fc.integer({ min: Date.UTC(1850, 0, 1), max: Date.UTC(2100, 0, 1) })

test('the datetime is well formed and is the very second of the instant, in every zone and year', () => {
  fc.assert(
    fc.property(zones, instants, (zone, ms) => {
      const at = toInstant(ms)
      const datetime = stampDatetime({ at, zone: zoneSchema.parse(zone) }, zone)
      expect(datetime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/)
      expect(Date.parse(datetime)).toBe(Math.floor(ms / 1000) * 1000)
    }),
    { numRuns: runs(300) },
  )
})

test('the words name the same minute as the clock of that zone', () => {
  fc.assert(
    fc.property(zones, fc.integer({ min: Date.UTC(1975, 0, 1), max: Date.UTC(2100, 0, 1) }), (zone, ms) => {
      const parts = new Intl.DateTimeFormat('en-US', {
        timeZone: zone,
        dateStyle: 'long',
        timeStyle: 'short',
      })
        .format(ms)
        .replace(' at ', ' ')
        .replace(/\sAM$/, ' a.m.')
        .replace(/\sPM$/, ' p.m.')
      const words = stampWords({ at: toInstant(ms), zone: zoneSchema.parse(zone) }, zone)
      expect(words.startsWith(`${parts} `)).toBe(true)
      expect(localTime(ms, zone).minute).toBe(Number(/:(\d\d)/.exec(parts)?.[1]))
    }),
    { numRuns: runs(300) },
  )
})
