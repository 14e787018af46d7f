// From a written time to an instant: which zone was meant, and what a clock change does to it. Whatever had to be assumed is said.
import { localTime } from '../article/format-stamp.ts'
import { type ZonedInstant, isKnownZone, toInstant, zoneSchema } from '../article/ids.ts'
import { zoneName } from '../article/zone-names.ts'
import type { WrittenTime } from './read-time.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

export interface ResolvedTime {
  readonly stamp: ZonedInstant
  /** Sentences for the receipt: a zone assumed, an hour that the clocks skipped or repeated, a time of day that was missing. */
  readonly notes: readonly string[]
  readonly isZoneAssumed: boolean
}

/** Abbreviations in news copy: minutes east of UTC and the zone they are kept in. Null offset: whatever the zone has that day. */
const ABBREVIATIONS: Readonly<Record<string, readonly [offset: number | null, zone: string]>> = {
  UTC: [0, 'UTC'],
  Z: [0, 'UTC'],
  GMT: [0, 'Europe/London'],
  BST: [60, 'Europe/London'],
  WET: [0, 'Europe/Lisbon'],
  WEST: [60, 'Europe/Lisbon'],
  CET: [60, 'Europe/Paris'],
  CEST: [120, 'Europe/Paris'],
  MEZ: [60, 'Europe/Berlin'],
  MESZ: [120, 'Europe/Berlin'],
  EET: [120, 'Europe/Athens'],
  EEST: [180, 'Europe/Athens'],
  MSK: [180, 'Europe/Moscow'],
  ET: [null, 'America/New_York'],
  EST: [-300, 'America/New_York'],
  EDT: [-240, 'America/New_York'],
  CT: [null, 'America/Chicago'],
  CST: [-360, 'America/Chicago'],
  CDT: [-300, 'America/Chicago'],
  MT: [null, 'America/Denver'],
  MST: [-420, 'America/Denver'],
  MDT: [-360, 'America/Denver'],
  PT: [null, 'America/Los_Angeles'],
  PST: [-480, 'America/Los_Angeles'],
  PDT: [-420, 'America/Los_Angeles'],
  AKST: [-540, 'America/Anchorage'],
  AKDT: [-480, 'America/Anchorage'],
  HST: [-600, 'Pacific/Honolulu'],
  AST: [-240, 'America/Halifax'],
  ADT: [-180, 'America/Halifax'],
  NST: [-210, 'America/St_Johns'],
  NDT: [-150, 'America/St_Johns'],
  BRT: [-180, 'America/Sao_Paulo'],
  ART: [-180, 'America/Argentina/Buenos_Aires'],
  SAST: [120, 'Africa/Johannesburg'],
  CAT: [120, 'Africa/Harare'],
  EAT: [180, 'Africa/Nairobi'],
  WAT: [60, 'Africa/Lagos'],
  IST: [330, 'Asia/Kolkata'],
  IDT: [180, 'Asia/Jerusalem'],
  PKT: [300, 'Asia/Karachi'],
  GST: [240, 'Asia/Dubai'],
  ICT: [420, 'Asia/Bangkok'],
  WIB: [420, 'Asia/Jakarta'],
  WITA: [480, 'Asia/Makassar'],
  WIT: [540, 'Asia/Jayapura'],
  SGT: [480, 'Asia/Singapore'],
  HKT: [480, 'Asia/Hong_Kong'],
  PHT: [480, 'Asia/Manila'],
  KST: [540, 'Asia/Seoul'],
  JST: [540, 'Asia/Tokyo'],
  AWST: [480, 'Australia/Perth'],
  ACST: [570, 'Australia/Adelaide'],
  ACDT: [630, 'Australia/Adelaide'],
  AEST: [600, 'Australia/Sydney'],
  AEDT: [660, 'Australia/Sydney'],
  NZST: [720, 'Pacific/Auckland'],
  NZDT: [780, 'Pacific/Auckland'],
}

/** The instant that a written time means; `zone` is assumed where the text names none that is known. */
export function resolveTime(time: WrittenTime, zone: string): ResolvedTime {
  const wall = Date.UTC(time.year, time.month - 1, time.day, time.hour ?? 0, time.minute, time.second)
  const notes: string[] = []
  if (time.isDayMonthGuess)
    notes.push(
      `It was read as day ${time.day} of month ${time.month}; it could be meant the other way round.`,
    )
  if (time.hour === null) notes.push('No time of day is given: midnight was taken.')
  const fixed = offsetWritten(time.offset, wall, time.zone || zone) ?? offsetWritten(time.zone, wall, zone)
  if (fixed !== null && fixed.offset !== null) {
    const at = wall - fixed.offset * MINUTE_MS
    return {
      stamp: stampOf(at, zoneWithOffset(at, fixed.offset, [zone, fixed.zone])),
      notes,
      isZoneAssumed: false,
    }
  }
  const meant = fixed?.zone ?? zone
  if (fixed === null && time.zone !== '') notes.push(`The zone “${time.zone}” is not known.`)
  const { at, change } = instantOfWall(wall, meant)
  if (change === 'skipped')
    notes.push(`The clocks in ${meant} skipped that time; it was taken as if they had not been moved yet.`)
  if (change === 'repeated')
    notes.push(`The clocks in ${meant} showed that time twice; the first of the two was taken.`)
  const isZoneAssumed = fixed === null
  if (isZoneAssumed) notes.push(`No time zone is given: ${meant} was assumed.`)
  return { stamp: stampOf(at, meant), notes, isZoneAssumed }
}

const stampOf = (at: number, zone: string): ZonedInstant => ({
  at: toInstant(at),
  zone: zoneSchema.parse(zone),
})

/** What the written zone says: an offset, a zone, both; null when it says nothing that is known. */
function offsetWritten(
  written: string,
  wall: number,
  assumed: string,
): { offset: number | null; zone: string } | null {
  if (written === '') return null
  if (written.includes('/') && isKnownZone(written)) return { offset: null, zone: written }
  const numeric = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(written)
  if (numeric !== null) {
    const size = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0)
    return size > 14 * 60 ? null : { offset: numeric[1] === '-' ? -size : size, zone: assumed }
  }
  const name = written.toUpperCase()
  // IST and CST mean three countries: the one the reader said he is in goes first.
  const here = localTime(instantOfWall(wall, assumed).at, assumed).offsetMinutes
  if (zoneName(assumed, here) === name) return { offset: here, zone: assumed }
  const known = ABBREVIATIONS[name]
  return known === undefined ? null : { offset: known[0], zone: known[1] }
}

/** The first of these zones that had this offset then; else a zone that is nothing but the offset. */
function zoneWithOffset(at: number, offset: number, zones: readonly string[]): string {
  for (const zone of zones) if (localTime(at, zone).offsetMinutes === offset) return zone
  const hours = offset / 60
  return Number.isInteger(hours) && hours !== 0 ? `Etc/GMT${hours > 0 ? '-' : '+'}${Math.abs(hours)}` : 'UTC'
}

/** The instant at which clocks in a zone show a wall time, and what a clock change did to it. */
export function instantOfWall(
  wall: number,
  zone: string,
): { at: number; change: 'none' | 'skipped' | 'repeated' } {
  const offsets = [...new Set([wall - DAY_MS, wall + DAY_MS].map((at) => localTime(at, zone).offsetMinutes))]
  const fitting = offsets
    .map((offset) => ({ offset, at: wall - offset * MINUTE_MS }))
    .filter(({ offset, at }) => localTime(at, zone).offsetMinutes === offset)
    .sort((a, b) => a.at - b.at)
  const [first, second] = fitting
  if (first !== undefined) return { at: first.at, change: second === undefined ? 'none' : 'repeated' }
  return { at: wall - (offsets[0] ?? 0) * MINUTE_MS, change: 'skipped' }
}
