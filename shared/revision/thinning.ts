// Which automatic revisions have done their service (RV4): all of today's stay, one an hour for a week, then one a day.
import type { Instant, RevisionId } from '../article/ids.ts'
import { LASTING_KINDS, type RevisionSummary } from './revision.ts'

/** Days, today included, in which one automatic revision an hour is kept: a news week. */
const HOURLY_FOR_DAYS = 7

const DAY_MS = 24 * 3_600_000

type Thinnable = Pick<RevisionSummary, 'id' | 'number' | 'kind' | 'at'>

/**
 * The automatic revisions to drop, oldest first. Of each hour or day the last one stays, and the newest of all always does. Days and hours are
 * those of the given zone. Thinning twice drops nothing more, and revisions dated after `now` (a clock was wrong) stay.
 */
export function revisionsToThin(revisions: readonly Thinnable[], now: Instant, zone: string): RevisionId[] {
  const hourOf = localHours(zone)
  const today = dayOf(hourOf(now))
  const weekAgo = dayOf(hourOf((now - (HOURLY_FOR_DAYS - 1) * DAY_MS) as Instant))
  const newestFirst = [...revisions].sort((a, b) => b.number - a.number)
  const taken = new Set<string>()
  const thinned: RevisionId[] = []
  for (const [index, revision] of newestFirst.entries()) {
    if (LASTING_KINDS.includes(revision.kind)) continue
    const hour = hourOf(revision.at)
    const day = dayOf(hour)
    if (index === 0 || day >= today) continue
    const slot = day >= weekAgo ? hour : day
    if (taken.has(slot)) thinned.push(revision.id)
    taken.add(slot)
  }
  return thinned.reverse()
}

/** "2027-06-01 09", comparable as text. Two hours of that name at the end of summer time count as one. */
function localHours(zone: string): (at: Instant) => string {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
  })
  return (at) => {
    const parts = new Map(format.formatToParts(at).map((part) => [part.type, part.value]))
    return `${parts.get('year')?.padStart(4, '0')}-${parts.get('month')}-${parts.get('day')} ${parts.get('hour')}`
  }
}

const dayOf = (hour: string): string => hour.slice(0, 10)
