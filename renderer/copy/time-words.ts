// Times as the interface says them. Public stamps are another matter: shared/article/format-stamp.ts.

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const LOCALE = 'en-GB'

const clock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit' })
const exactClock = new Intl.DateTimeFormat(LOCALE, { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short' })
const dayAndYear = new Intl.DateTimeFormat(LOCALE, { day: 'numeric', month: 'short', year: 'numeric' })
const full = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'full', timeStyle: 'medium' })

/** Short and relative where that is shorter: "now", "5 min", "14:05", "yesterday", "4 Mar", "4 Mar 2022". */
export function agoWords(at: number, now: number): string {
  const age = now - at
  if (age < MINUTE_MS) return 'now'
  if (age < HOUR_MS) return `${Math.floor(age / MINUTE_MS)} min`
  const then = new Date(at)
  const today = new Date(now)
  if (isSameDay(then, today)) return clock.format(then)
  const yesterday = new Date(now)
  yesterday.setDate(today.getDate() - 1)
  if (isSameDay(then, yesterday)) return 'yesterday'
  return (then.getFullYear() === today.getFullYear() ? day : dayAndYear).format(then)
}

/** "Today", "Yesterday", "4 Mar", "4 Mar 2022": for headings over a day's rows. */
export function dayWords(at: number, now: number): string {
  const then = new Date(at)
  const today = new Date(now)
  if (isSameDay(then, today)) return 'Today'
  const yesterday = new Date(now)
  yesterday.setDate(today.getDate() - 1)
  if (isSameDay(then, yesterday)) return 'Yesterday'
  return (then.getFullYear() === today.getFullYear() ? day : dayAndYear).format(then)
}

/** "14:05:09". */
export const exactTime = (at: number): string => exactClock.format(at)
/** "14:05". */
export const shortTime = (at: number): string => clock.format(at)
/** The whole truth, for titles. */
export const fullTime = (at: number): string => full.format(at)

/** An instant in a zone of its own: "4 Mar 2022, 17:35 (Asia/Seoul)". */
export function zonedTime(at: number, zone: string): string {
  const format = new Intl.DateTimeFormat(LOCALE, { dateStyle: 'medium', timeStyle: 'short', timeZone: zone })
  return `${format.format(at)} (${zone})`
}

function isSameDay(a: Date, b: Date): boolean {
  return a.toDateString() === b.toDateString()
}
