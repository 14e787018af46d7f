// Public times, as machines and as readers see them: always in the publication's zone, right across daylight saving.
import { boundedMemo } from './bounded-memo.ts'
import type { ZonedInstant } from './ids.ts'
import { zoneName } from './zone-names.ts'

const MINUTE_MS = 60_000
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

export interface LocalTime {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  readonly day: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Minutes east of UTC in force at this instant. */
  readonly offsetMinutes: number
}

/** `2022-03-04T17:35:00+09:00`: for `datetime`, JSON-LD and metadata, which must agree to the character. */
export function stampDatetime(stamp: ZonedInstant, publicationZone: string): string {
  const t = localTime(stamp.at, publicationZone)
  const date = `${String(t.year).padStart(4, '0')}-${two(t.month)}-${two(t.day)}`
  return `${date}T${two(t.hour)}:${two(t.minute)}:${two(t.second)}${offsetText(t.offsetMinutes)}`
}

/** `March 4, 2022 5:35 p.m. KST`: as Stet itself says it. Pages say it in the style of their profile (date-style.ts). */
export function stampWords(stamp: ZonedInstant, publicationZone: string): string {
  const t = localTime(stamp.at, publicationZone)
  return `${englishWords(t)} ${zoneAbbreviation(stamp.at, publicationZone, t.offsetMinutes)}`
}

/** `March 4, 2022 5:35 p.m.` */
export function englishWords(t: LocalTime): string {
  const hour = t.hour % 12 === 0 ? 12 : t.hour % 12
  const half = t.hour < 12 ? 'a.m.' : 'p.m.'
  return `${MONTHS[t.month - 1]} ${t.day}, ${t.year} ${hour}:${two(t.minute)} ${half}`
}

/** `2022-03-04T17:35:00+09:00[Asia/Seoul]` (RFC 9557): for files that people and programs read back. */
export function stampWithZone(stamp: ZonedInstant): string {
  return `${stampDatetime(stamp, stamp.zone)}[${stamp.zone}]`
}

/** Wall-clock fields in a zone. */
export function localTime(at: number, zone: string): LocalTime {
  const offsetMinutes = offsetAt(at, zone)
  const shifted = new Date(at + offsetMinutes * MINUTE_MS)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    second: shifted.getUTCSeconds(),
    offsetMinutes,
  }
}

/** Zones in use at once; building a formatter takes about 50 µs. */
const MAX_FORMATS = 64
/** Instants remembered per zone and form: the stamps of a page are asked for many times. */
const MAX_INSTANTS = 256

const zoneParts = boundedMemo(MAX_FORMATS, (key: string) => {
  const [form = '', zone = ''] = key.split(' ')
  const timeZoneName = form === 'short' ? 'short' : 'longOffset'
  const format = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName })
  return boundedMemo(
    MAX_INSTANTS,
    (at: number) => format.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '',
  )
})

const zonePart = (at: number, zone: string, form: 'longOffset' | 'short'): string =>
  zoneParts(`${form} ${zone}`)(at)

/** Rounded to whole minutes: local mean times before standard time had seconds, which `datetime` cannot say. */
function offsetAt(at: number, zone: string): number {
  const match = /^GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(zonePart(at, zone, 'longOffset'))
  if (match === null) throw new Error(`No offset known for zone ${zone}`)
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match
  const size = Number(hours) * 60 + Number(minutes) + Math.round(Number(seconds) / 60)
  return sign === '-' ? -size : size
}

/** `KST`, `CET`, or `GMT+5:45` where a zone has no abbreviation that readers know. */
export function zoneAbbreviation(at: number, zone: string, offsetMinutes: number): string {
  const known = zoneName(zone, offsetMinutes)
  if (known !== null) return known
  const short = zonePart(at, zone, 'short')
  return /^[A-Z]{2,5}$/.test(short) ? short : gmtText(offsetMinutes)
}

/** `GMT+9`, `GMT+5:45`, `GMT`: the honest name of a zone that has no abbreviation readers know. */
function gmtText(offsetMinutes: number): string {
  if (offsetMinutes === 0) return 'GMT'
  const size = Math.abs(offsetMinutes)
  const minutes = size % 60 === 0 ? '' : `:${two(size % 60)}`
  return `GMT${offsetMinutes < 0 ? '-' : '+'}${Math.floor(size / 60)}${minutes}`
}

function offsetText(offsetMinutes: number): string {
  const size = Math.abs(offsetMinutes)
  return `${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`
}

const two = (value: number): string => String(value).padStart(2, '0')
