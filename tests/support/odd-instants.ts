// Instants at which clocks do something, in zones that do it differently: for tests of anything that tells the time.
import fc from 'fast-check'
import { type Instant, toInstant, type ZonedInstant, zoneSchema } from '#shared/article/ids.ts'

const HOUR_MS = 3_600_000

export const ZONES = [
  'Asia/Seoul',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'UTC',
].map((zone) => zoneSchema.parse(zone))

/** Where clocks jump ahead or are set back in the zones above, a half hour and a whole skipped day among them. */
const TURNS = [
  '2026-03-29T01:00:00Z',
  '2026-10-25T01:00:00Z',
  '2026-03-08T07:00:00Z',
  '2026-11-01T06:00:00Z',
  '2026-03-08T05:30:00Z',
  '2026-04-04T15:00:00Z',
  '2026-10-03T15:30:00Z',
  '2026-02-15T02:00:00Z',
  '2011-12-30T10:00:00Z',
].map((turn) => Date.parse(turn))

/** The first second of 1970, the last of the year 9999, the first of 10,000. */
const EDGES = [0, 253_402_300_799_000, 253_402_300_800_000]

export const anyInstant: fc.Arbitrary<Instant> = fc
  .oneof(
    fc.tuple(fc.constantFrom(...TURNS), fc.integer({ min: -3 * HOUR_MS, max: 3 * HOUR_MS })),
    fc.tuple(fc.constantFrom(...EDGES), fc.integer({ min: 0, max: 2_000 })),
    fc
      .tuple(fc.integer({ min: 0, max: 7_258_118_400 }), fc.integer({ min: 0, max: 999 }))
      .map(([seconds, ms]): [number, number] => [seconds * 1_000, ms]),
  )
  .map(([at, off]) => toInstant(Math.max(0, at + off)))

export const anyZone = fc.constantFrom(...ZONES)
export const anyMoment: fc.Arbitrary<ZonedInstant> = fc.record({ at: anyInstant, zone: anyZone })

/** The instant that `datetime` names. Date.parse knows no year above 9999. */
export function instantOf(datetime: string): number {
  const [, year, rest, sign, hours, minutes] =
    /^(\d{4,6})(-\d\d-\d\dT\d\d:\d\d:\d\d)([+-])(\d\d):(\d\d)$/.exec(datetime) ?? []
  const local = Date.parse(`+${(year ?? '').padStart(6, '0')}${rest}Z`)
  const offset = (Number(hours) * 60 + Number(minutes)) * 60_000
  return sign === '-' ? local + offset : local - offset
}
