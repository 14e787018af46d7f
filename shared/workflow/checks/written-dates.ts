// Weekdays written beside dates, as news copy writes them. Only forms that mean one day: ranges, lists of days and
// numbers alone are passed over.

export interface WrittenDateBase {
  readonly from: number
  readonly to: number
  readonly weekdayFrom: number
  readonly weekdayTo: number
}
export type WrittenDate = WrittenDateBase &
  (
    | { readonly kind: 'no-such-day' }
    | {
        readonly kind: 'day'
        readonly year: number
        readonly isYearWritten: boolean
        readonly isRight: boolean
        readonly isPast: boolean
        /** The weekday it is, as the language writes it, and in English. */
        readonly right: string
        readonly rightEnglish: string
      }
  )

interface Calendar {
  /** From Sunday on. */
  readonly weekdays: readonly string[]
  /** Short forms, from Sunday on; [] where the language's are words of their own. */
  readonly shortWeekdays: readonly (readonly string[])[]
  readonly months: readonly (readonly string[])[]
  readonly areNamesCapital: boolean
  readonly patterns: (weekday: string, month: string) => readonly string[]
  /** Words between two weekdays or dates that make them a range or a list. */
  readonly joins: string
}

const ENGLISH_WEEKDAYS = [
  'Sunday',
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
] as const

const DAY = '(?<day>[0-3]?\\d)'
const YEAR = '(?:,?\\s+(?<year>[12]\\d{3}))?(?![\\d\\p{L}])'

const CALENDARS: Readonly<Record<string, Calendar>> = {
  en: {
    weekdays: ENGLISH_WEEKDAYS,
    areNamesCapital: true,
    shortWeekdays: [['Sun'], ['Mon'], ['Tue', 'Tues'], ['Wed'], ['Thu', 'Thur', 'Thurs'], ['Fri'], ['Sat']],
    months: [
      ['January', 'Jan'],
      ['February', 'Feb'],
      ['March', 'Mar'],
      ['April', 'Apr'],
      ['May'],
      ['June', 'Jun'],
      ['July', 'Jul'],
      ['August', 'Aug'],
      ['September', 'Sept', 'Sep'],
      ['October', 'Oct'],
      ['November', 'Nov'],
      ['December', 'Dec'],
    ],
    patterns: (weekday, month) => [
      `${weekday}\\.?,?\\s+(?:the\\s+)?${DAY}(?:st|nd|rd|th)?(?:\\s+of)?\\s+${month}\\.?${YEAR}`,
      `${weekday}\\.?,?\\s+\\(?${month}\\.?\\s+(?:the\\s+)?${DAY}(?:st|nd|rd|th)?${YEAR}`,
      `(?<![\\d\\p{L}])${DAY}(?:st|nd|rd|th)?\\s+${month}${YEAR}(?:,\\s+(?:a|which\\s+(?:is|was)\\s+a)\\s+|\\s+\\()${weekday}`,
      `(?<!\\p{L})${month}\\.?\\s+${DAY}(?:st|nd|rd|th)?${YEAR}(?:,\\s+(?:a|which\\s+(?:is|was)\\s+a)\\s+|\\s+\\()${weekday}`,
    ],
    joins: 'and|or|to|through|until|till|from',
  },
  de: {
    weekdays: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
    areNamesCapital: true,
    shortWeekdays: [[], [], [], [], [], [], ['Sonnabend']],
    months: [
      ['Januar', 'Jänner'],
      ['Februar'],
      ['März'],
      ['April'],
      ['Mai'],
      ['Juni'],
      ['Juli'],
      ['August'],
      ['September'],
      ['Oktober'],
      ['November'],
      ['Dezember'],
    ],
    patterns: (weekday, month) => [
      `${weekday},?\\s+(?:(?:dem|den|der)\\s+)?${DAY}\\.\\s*${month}(?:\\s+(?<year>[12]\\d{3}))?(?![\\d\\p{L}])`,
    ],
    joins: 'und|oder|bis|von|vom',
  },
  fr: {
    weekdays: ['dimanche', 'lundi', 'mardi', 'mercredi', 'jeudi', 'vendredi', 'samedi'],
    areNamesCapital: false,
    shortWeekdays: [],
    months: [
      ['janvier'],
      ['février'],
      ['mars'],
      ['avril'],
      ['mai'],
      ['juin'],
      ['juillet'],
      ['août'],
      ['septembre'],
      ['octobre'],
      ['novembre'],
      ['décembre'],
    ],
    patterns: (weekday, month) => [
      `${weekday},?\\s+(?:le\\s+)?${DAY}(?:er)?\\s+${month}(?:\\s+(?<year>[12]\\d{3}))?(?![\\d\\p{L}])`,
    ],
    joins: 'et|ou|au|à|du|de',
  },
  es: {
    weekdays: ['domingo', 'lunes', 'martes', 'miércoles', 'jueves', 'viernes', 'sábado'],
    areNamesCapital: false,
    shortWeekdays: [],
    months: [
      ['enero'],
      ['febrero'],
      ['marzo'],
      ['abril'],
      ['mayo'],
      ['junio'],
      ['julio'],
      ['agosto'],
      ['septiembre', 'setiembre'],
      ['octubre'],
      ['noviembre'],
      ['diciembre'],
    ],
    patterns: (weekday, month) => [
      `${weekday},?\\s+(?:el\\s+)?(?:día\\s+)?${DAY}\\s+de\\s+${month}(?:,?\\s+(?:de|del)\\s+(?<year>[12]\\d{3}))?(?![\\d\\p{L}])`,
    ],
    joins: 'y|o|a|al|del|hasta',
  },
  ko: {
    weekdays: ['일', '월', '화', '수', '목', '금', '토'],
    areNamesCapital: false,
    shortWeekdays: [],
    months: [],
    patterns: () => [
      '(?:(?<year>[12]\\d{3})년\\s*)?(?<!\\d)(?<month>1?\\d)월\\s*(?<day>[0-3]?\\d)일\\s*(?:\\((?<weekday>[일월화수목금토])\\)|(?<weekdayLong>[일월화수목금토])요일)',
    ],
    joins: '',
  },
}

interface Compiled {
  readonly patterns: readonly RegExp[]
  readonly weekdays: ReadonlyMap<string, number>
  readonly months: ReadonlyMap<string, number>
  readonly quick: RegExp
  readonly before: RegExp
  readonly after: RegExp
}

const compiled = new Map<string, Compiled>()

export function findDates(text: string, language: string, today: number): readonly WrittenDate[] {
  const calendar = CALENDARS[language]
  if (calendar === undefined) return []
  if (!/\d/.test(text)) return []
  const known = compiledFor(language, calendar)
  // Small letters instead of a pattern blind to case, which costs the engine thirty times as much to make. A text whose small
  // letters take more room is left alone: places must fit.
  const small = text.toLowerCase()
  if (small.length !== text.length || !known.quick.test(small)) return []
  const found: WrittenDate[] = []
  for (const pattern of known.patterns)
    for (const match of small.matchAll(pattern)) {
      const date = readDate(match, text, calendar, known, today)
      if (date !== null && !found.some((one) => one.from < date.to && date.from < one.to)) found.push(date)
    }
  return found
}

function readDate(
  match: RegExpExecArray,
  text: string,
  calendar: Calendar,
  known: Compiled,
  today: number,
): WrittenDate | null {
  const groups = match.groups ?? {}
  const from = match.index
  // The full stop of a short month may end the sentence as well.
  const to = from + match[0].replace(/\.$/, '').length
  if (isPartOfMore(match.input, from, to, known)) return null
  const bounds = match.indices?.groups
  const [weekdayFrom, weekdayTo] = bounds?.['weekday'] ?? bounds?.['weekdayLong'] ?? [from, from]
  const written = text.slice(weekdayFrom, weekdayTo)
  const weekday = known.weekdays.get(written.toLowerCase())
  // "sat" and "sun" are words, too.
  if (calendar.areNamesCapital && /^\p{Ll}/u.test(written)) return null
  const month = known.months.get(groups['month'] ?? '') ?? Number(groups['month'])
  const day = Number(groups['day'])
  if (weekday === undefined || !Number.isInteger(month) || month < 1 || month > 12) return null
  const place = { from, to, weekdayFrom, weekdayTo }
  const year = groups['year'] === undefined ? null : Number(groups['year'])
  if (day < 1 || day > daysIn(year ?? LEAP_YEAR, month)) return { ...place, kind: 'no-such-day' }
  if (year !== null && year <= LAST_OLD_STYLE_YEAR) return null
  // "Friday, November 22" in a passage that speaks of 1963 is not about this year.
  if (year === null && speaksOfOtherYear(text, today)) return null
  const date = year === null ? nearest(month, day, today) : epochDay(year, month, day)
  if (date === null) return null
  const right = weekdayOf(date)
  return {
    ...place,
    kind: 'day',
    year: year ?? new Date(date * DAY_MS).getUTCFullYear(),
    isYearWritten: year !== null,
    isRight: right === weekday,
    isPast: date < today,
    right: inFormOf(written, right, calendar),
    rightEnglish: ENGLISH_WEEKDAYS[right] ?? '',
  }
}

const DAY_MS = 86_400_000
/** A 29 February without its year may be any leap year's. */
const LEAP_YEAR = 2024
/** English-speaking countries counted days otherwise until 1752, and readers do not convert. */
const LAST_OLD_STYLE_YEAR = 1752

const epochDay = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day) / DAY_MS
const weekdayOf = (day: number): number => (((day + 4) % 7) + 7) % 7
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

function nearest(month: number, day: number, today: number): number | null {
  const year = new Date(today * DAY_MS).getUTCFullYear()
  const candidates = [year - 1, year, year + 1]
    .filter((candidate) => day <= daysIn(candidate, month))
    .map((candidate) => epochDay(candidate, month, day))
  if (candidates.length === 0) return null
  return candidates.reduce((best, one) => (Math.abs(one - today) < Math.abs(best - today) ? one : best))
}

function speaksOfOtherYear(text: string, today: number): boolean {
  const thisYear = new Date(today * DAY_MS).getUTCFullYear()
  const years = Array.from(text.matchAll(/(?<![\d.,$£€-])(1[5-9]\d\d|20\d\d)(?![\d%])/g), (match) =>
    Number(match[1]),
  )
  return years.length > 0 && years.every((year) => Math.abs(year - thisYear) > 1)
}

/** "Monday to Friday, 3 March", "Friday, 3-7 March", "Saturday and Sunday, March 4 and 5". */
const isPartOfMore = (text: string, from: number, to: number, { before, after }: Compiled): boolean =>
  before.test(text.slice(Math.max(0, from - REACH), from)) || after.test(text.slice(to, to + REACH))

/** Characters looked at on either side for what makes a date part of a range. */
const REACH = 24

function inFormOf(written: string, right: number, calendar: Calendar): string {
  const full = calendar.weekdays[right] ?? ''
  const isFull = calendar.weekdays.some((name) => name.toLowerCase() === written.toLowerCase())
  const word = isFull ? full : (calendar.shortWeekdays[right]?.[0] ?? full)
  return /^\p{Ll}/u.test(written) ? word.toLowerCase() : `${word[0] ?? ''}${word.slice(1)}`
}

function compiledFor(language: string, calendar: Calendar): Compiled {
  const before = compiled.get(language)
  if (before !== undefined) return before
  const weekdays = new Map<string, number>()
  for (const [index, name] of calendar.weekdays.entries()) weekdays.set(name.toLowerCase(), index)
  for (const [index, names] of calendar.shortWeekdays.entries())
    for (const name of names) weekdays.set(name.toLowerCase(), index)
  const months = new Map<string, number>()
  for (const [index, names] of calendar.months.entries())
    for (const name of names) months.set(name.toLowerCase(), index + 1)
  const longestFirst = (names: Iterable<string>) => [...names].sort((a, b) => b.length - a.length).join('|')
  const anyWeekday = longestFirst(weekdays.keys())
  const weekday = `(?<![\\p{L}])(?<weekday>${anyWeekday})(?![\\p{L}])`
  const month = `(?<month>${longestFirst(months.keys())})`
  const made: Compiled = {
    patterns: calendar.patterns(weekday, month).map((pattern) => new RegExp(pattern, 'dgu')),
    weekdays,
    months,
    quick: new RegExp(months.size === 0 ? '요일|\\(' : longestFirst(months.keys()), 'u'),
    before:
      calendar.joins === ''
        ? /[~–-]\s*$/u
        : new RegExp(`(?:(?:${anyWeekday})\\.?\\s*(?:[–—/-]|,?\\s*(?:${calendar.joins})|,)\\s*|[–-])$`, 'u'),
    after:
      calendar.joins === ''
        ? /^\s*[~–-]/u
        : new RegExp(
            `^(?:\\s*[–—/-]\\s*\\d|\\s*,?\\s+(?:${calendar.joins})\\s+\\d|,\\s*\\d{1,2}(?!\\d))`,
            'u',
          ),
  }
  compiled.set(language, made)
  return made
}
