// Dates and times as people write them in copy: AP, Guardian, wires, ISO, numeric, and the languages next door.
// Reads only what is written; which zone it meant is decided in resolve-time.ts.

export interface WrittenTime {
  readonly year: number
  readonly month: number
  readonly day: number
  /** Null when only a date is written. */
  readonly hour: number | null
  readonly minute: number
  readonly second: number
  /** `+09:00`, `KST`, `ET`, `Asia/Seoul`, `Z` as written; '' when nothing is. */
  readonly zone: string
  /** The offset where a zone's name stands behind it: `-05:00[America/New_York]` says which of two equal hours is meant. */
  readonly offset: string
  /** 4/3/2022: which is the month was decided by the language. */
  readonly isDayMonthGuess: boolean
}
export interface FoundTime {
  readonly time: WrittenTime
  readonly index: number
  readonly length: number
}

/** Languages whose month names are known; the names themselves come from the runtime. */
const MONTH_LANGUAGES = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'pl',
  'cs',
  'fi',
  'ro',
  'id',
  'tr',
]
/** Days of one leap year in which each month begins somewhere: one date per month. */
const MONTH_DATES = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 4)))

let months: ReadonlyMap<string, number> | null = null

const fold = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f.]/g, '')

function monthNames(): ReadonlyMap<string, number> {
  if (months !== null) return months
  const names = new Map<string, number>([['sept', 9]])
  for (const language of MONTH_LANGUAGES)
    for (const month of ['long', 'short'] as const) {
      const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' })
      const alone = new Intl.DateTimeFormat(language, { month, timeZone: 'UTC' })
      MONTH_DATES.forEach((date, index) => {
        const inDate = format.formatToParts(date).find((part) => part.type === 'month')?.value ?? ''
        for (const name of [inDate, alone.format(date)]) {
          const key = fold(name)
          // The first language keeps a name: "mars" and "mai" agree anyway.
          if (/^\p{L}{3,}$/u.test(key) && !names.has(key)) names.set(key, index + 1)
        }
      })
    }
  months = names
  return names
}

const CLOCK = String.raw`(\d{1,2})(?:[:.h](\d{2}))?(?:[:.](\d{2}))?(?:[.,]\d{1,9})?\s*(a\.?\s?m\.?|p\.?\s?m\.?)?(?:(?=Z(?![\p{L}\d]))|(?![\p{L}\d]))`
const GLUE = String.raw`(?:\s*[,|·•–—-]?\s*(?:at|um|à|a las|alle|às|om|kl\.?|o godz\.?)?\s+|\s*[,|·•–—-]\s*|T)`
const ZONE = String.raw`(?:\s*\(?([A-Z][a-z]+\/[A-Z][A-Za-z_]+(?:\/[A-Z][A-Za-z_]+)?|Z\b|[A-Z]{2,5}(?![\p{L}])(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}:?\d{2})\)?)?`
const BRACKET_ZONE = String.raw`(?:\[([A-Za-z_]+(?:\/[A-Za-z0-9_+-]+){0,2})\])?`
const DAY = String.raw`(\d{1,2})(?:st|nd|rd|th|er|º|\.)?`
const YEAR = String.raw`(\d{4})`
const NAME = String.raw`(\p{L}{3,10}\.?)`

/** How a clock time hangs on a date: behind it, or before it. Hour, minute, second, half, zone, bracketed zone. */
const BEHIND = `(?:${GLUE}${CLOCK}(?:\\s*(?:Uhr|Hrs?|hours|h)(?![\\p{L}]))?${ZONE}${BRACKET_ZONE})?`
const BEFORE = `(?:${CLOCK}(?:\\s*(?:Uhr|Hrs?|hours|h)(?![\\p{L}]))?${ZONE}\\s*(?:[,|·•–—-]|on)?\\s*(?:\\p{L}{3,10}\\.?,?\\s+)?)?`

interface Form {
  readonly pattern: RegExp
  readonly date: readonly [year: number, month: number, day: number]
  readonly monthIs: 'number' | 'name' | 'guess'
  readonly clock: number
}

const form = (
  source: string,
  date: readonly [number, number, number],
  monthIs: Form['monthIs'],
  clock: number,
): Form => ({ pattern: new RegExp(`(?<![\\p{L}\\d])${source}`, 'giu'), date, monthIs, clock })

const FORMS: readonly Form[] = [
  form(`${YEAR}[-/.](\\d{1,2})[-/.](\\d{1,2})\\.?${BEHIND}`, [1, 2, 3], 'number', 4),
  form(`${YEAR}\\.\\s?(\\d{1,2})\\.\\s(\\d{1,2})\\.?${BEHIND}`, [1, 2, 3], 'number', 4),
  form(`${YEAR}\\s?[年년]\\s?(\\d{1,2})\\s?[月월]\\s?(\\d{1,2})\\s?[日일]${BEHIND}`, [1, 2, 3], 'number', 4),
  form(`${NAME}\\s+${DAY},?\\s+${YEAR}${BEHIND}`, [3, 1, 2], 'name', 4),
  form(`${DAY}\\s*(?:de\\s+|of\\s+)?${NAME},?\\s*(?:de\\s+)?${YEAR}${BEHIND}`, [3, 2, 1], 'name', 4),
  form(`(\\d{1,2})[/.](\\d{1,2})[/.]${YEAR}${BEHIND}`, [3, 2, 1], 'guess', 4),
]
const FORMS_CLOCK_FIRST: readonly Form[] = [
  form(`${BEFORE}${NAME}\\s+${DAY},?\\s+${YEAR}`, [8, 6, 7], 'name', 1),
  form(`${BEFORE}${DAY}\\s+${NAME},?\\s+${YEAR}`, [8, 7, 6], 'name', 1),
]

/** Characters of a line in which times are looked for; copy has them in short lines. */
const MAX_LINE_CHARS = 400

/** Every time written in a line, in order. `language` decides between 4/3 and 3/4. */
export function findTimes(line: string, language: string): readonly FoundTime[] {
  if (line.length > MAX_LINE_CHARS || !/\d{4}/.test(line)) return []
  const found: FoundTime[] = []
  for (const one of [...FORMS_CLOCK_FIRST, ...FORMS])
    for (const match of line.matchAll(one.pattern)) {
      const time = readMatch(one, match, language)
      if (time === null) continue
      // Patterns ignore case, zones do not: a small word after a time is not its zone.
      const isZone = time.zone === '' || /^([A-Z]{1,5}([+-]\d.*)?|[+-]\d.*|[A-Z]\w+\/\S+)$/.test(time.zone)
      const length = isZone || one.clock === 1 ? match[0].length : match[0].lastIndexOf(time.zone)
      found.push({ time: isZone ? time : { ...time, zone: '' }, index: match.index, length })
    }
  // The longest reading of a place wins: a date with its clock before the bare date inside it.
  found.sort((a, b) => b.length - a.length)
  const kept: FoundTime[] = []
  for (const next of found)
    if (
      !kept.some((other) => next.index < other.index + other.length && other.index < next.index + next.length)
    )
      kept.push(next)
  return kept.sort((a, b) => a.index - b.index)
}

/** The line with East Asian halves of the day behind the clock, where the patterns look for them. */
export const withHalvesBehind = (line: string): string =>
  line
    .replace(/(\d{1,2})시\s?(\d{1,2})분/g, '$1:$2')
    .replace(/(?:오전|午前|上午)\s?(\d{1,2}:\d{2}(?::\d{2})?)/g, '$1 am')
    .replace(/(?:오후|午後|下午)\s?(\d{1,2}:\d{2}(?::\d{2})?)/g, '$1 pm')

/** A whole text that is one time and nothing else. */
export function readTime(text: string, language = 'en'): WrittenTime | null {
  const trimmed = withHalvesBehind(text.trim())
  const [first] = findTimes(trimmed, language)
  if (first === undefined) return null
  const rest = (trimmed.slice(0, first.index) + trimmed.slice(first.index + first.length)).replace(
    /[\s,.|]+/g,
    '',
  )
  return rest === '' || /^\p{L}{2,10}$/u.test(rest) ? first.time : null // a weekday may stand before it
}

function readMatch(one: Form, match: RegExpExecArray, language: string): WrittenTime | null {
  const [yearAt, monthAt, dayAt] = one.date
  const year = Number(match[yearAt])
  let day = Number(match[dayAt])
  let month =
    one.monthIs === 'name' ? (monthNames().get(fold(match[monthAt] ?? '')) ?? 0) : Number(match[monthAt])
  let isDayMonthGuess = false
  if (one.monthIs === 'guess') {
    const isMonthFirst = /^en-(us|ph)$/i.test(language)
    isDayMonthGuess = day <= 12 && month <= 12 && day !== month && !match[0].includes('.')
    if ((isMonthFirst && day <= 12 && !match[0].includes('.')) || month > 12) [day, month] = [month, day]
  }
  if (!isDate(year, month, day)) return null
  const clock = readClock(match.slice(one.clock, one.clock + 4))
  if (clock === null) return null
  const zone = clock.hour === null ? '' : (match[one.clock + 5] ?? match[one.clock + 4] ?? '')
  const offset = match[one.clock + 5] === undefined ? '' : (match[one.clock + 4] ?? '')
  return {
    year,
    month,
    day,
    ...clock,
    offset: one.clock === 1 ? '' : offset,
    zone: one.clock === 1 ? (match[5] ?? '') : zone,
    isDayMonthGuess,
  }
}

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1000 || month < 1 || month > 12 || day < 1) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function readClock(
  parts: readonly (string | undefined)[],
): { hour: number | null; minute: number; second: number } | null {
  const [hours, minutes, seconds, half] = parts
  if (hours === undefined) return { hour: null, minute: 0, second: 0 }
  // A bare number behind a date is a time only with minutes or a half of the day.
  if (minutes === undefined && half === undefined) return null
  let hour = Number(hours)
  const minute = Number(minutes ?? 0)
  const second = Number(seconds ?? 0)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0)
  }
  return hour > 23 || minute > 59 || second > 59 ? null : { hour, minute, second }
}
