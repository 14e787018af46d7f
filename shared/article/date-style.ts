// How a public time reads: the order and signs of a house style, in the language of the page's furniture, always with its zone.
import { englishWords, type LocalTime, localTime, zoneAbbreviation } from './format-stamp.ts'
import { FURNITURE_LANGUAGES, type FurnitureLanguage } from './furniture.ts'
import type { ZonedInstant } from './ids.ts'

/** long and short: the language's own; ap and guardian: those houses' English; iso: the same for everyone. */
export const DATE_STYLES = ['long', 'short', 'ap', 'guardian', 'iso'] as const
export type DateStyle = (typeof DATE_STYLES)[number]

const EVERYWHERE = ['long', 'short', 'iso'] as const
const STYLES_OF = new Map<FurnitureLanguage, readonly DateStyle[]>(
  FURNITURE_LANGUAGES.map((language) => [language, language === 'en' ? DATE_STYLES : EVERYWHERE]),
)

/** The styles that have words in this language. */
export const dateStylesOf = (language: FurnitureLanguage): readonly DateStyle[] =>
  STYLES_OF.get(language) ?? EVERYWHERE

export interface DateHouse {
  readonly zone: string
  readonly dateStyle: DateStyle
  readonly furnitureLanguage: FurnitureLanguage
}

/** The stamp as readers see it, zone included: `March 4, 2022 5:35 p.m. KST`, `4. März 2022, 17:35 Uhr KST`. */
export function stampInStyle(stamp: ZonedInstant, house: DateHouse): string {
  const { zone, dateStyle, furnitureLanguage: language } = house
  const time = localTime(stamp.at, zone)
  const abbreviation = zoneAbbreviation(stamp.at, zone, time.offsetMinutes)
  return `${timeInStyle(time, dateStyle, language)} ${ZONES[language]?.[abbreviation] ?? abbreviation}`
}

type Form = (time: LocalTime) => string

function timeInStyle(time: LocalTime, style: DateStyle, language: FurnitureLanguage): string {
  switch (style) {
    case 'long':
      return LONG[language](time)
    case 'short':
      return SHORT[language](time)
    case 'ap':
      return `${AP_MONTHS[time.month - 1]} ${time.day}, ${time.year} ${apHour(time)}`
    case 'guardian':
      return `${weekday(time)} ${time.day} ${SHORT_MONTHS[time.month - 1]} ${time.year} ${two(time.hour)}.${two(time.minute)}`
    case 'iso':
      return `${String(time.year).padStart(4, '0')}-${two(time.month)}-${two(time.day)} ${clock(time)}`
  }
}

const LONG: Readonly<Record<FurnitureLanguage, Form>> = {
  en: englishWords,
  de: (t) => `${t.day}. ${MONTHS.de[t.month - 1]} ${t.year}, ${clock(t)} Uhr`,
  fr: (t) =>
    `${t.day === 1 ? '1er' : t.day} ${MONTHS.fr[t.month - 1]} ${t.year} à ${t.hour} h ${two(t.minute)}`,
  es: (t) => `${t.day} de ${MONTHS.es[t.month - 1]} de ${t.year}, ${clock(t)}`,
  ko: (t) =>
    `${t.year}년 ${t.month}월 ${t.day}일 ${t.hour < 12 ? '오전' : '오후'} ${hourOf12(t)}:${two(t.minute)}`,
  ar: (t) => `${t.day} ${MONTHS.ar[t.month - 1]} ${t.year}، ${clock(t)}`,
}

const SHORT: Readonly<Record<FurnitureLanguage, Form>> = {
  en: (t) => `${t.day} ${SHORT_MONTHS[t.month - 1]} ${t.year}, ${clock(t)}`,
  de: (t) => `${two(t.day)}.${two(t.month)}.${t.year}, ${clock(t)}`,
  fr: (t) => `${two(t.day)}/${two(t.month)}/${t.year} ${clock(t)}`,
  es: (t) => `${two(t.day)}/${two(t.month)}/${t.year} ${clock(t)}`,
  ko: (t) => `${t.year}.${two(t.month)}.${two(t.day)}. ${clock(t)}`,
  ar: (t) => `${two(t.day)}/${two(t.month)}/${t.year} ${clock(t)}`,
}

/** Zones that readers of a language know by a name of their own. */
const ZONES: Readonly<Partial<Record<FurnitureLanguage, Readonly<Record<string, string>>>>> = {
  de: { CET: 'MEZ', CEST: 'MESZ', EET: 'OEZ', EEST: 'OESZ', WET: 'WEZ', WEST: 'WESZ' },
}

const MONTHS = {
  de: words('Januar Februar März April Mai Juni Juli August September Oktober November Dezember'),
  fr: words('janvier février mars avril mai juin juillet août septembre octobre novembre décembre'),
  es: words('enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre'),
  ar: words('يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر'),
} as const
const SHORT_MONTHS = words('Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec')
const AP_MONTHS = words('Jan. Feb. March April May June July Aug. Sept. Oct. Nov. Dec.')
const WEEKDAYS = words('Sun Mon Tue Wed Thu Fri Sat')

const weekday = (t: LocalTime): string => {
  const date = new Date(0)
  date.setUTCFullYear(t.year, t.month - 1, t.day) // unlike Date.UTC, takes the years 0 to 99 as they are
  return WEEKDAYS[date.getUTCDay()] ?? ''
}

/** AP writes full hours without minutes and noon as a word. Midnight it gives to the day that ends: here its digits say which. */
function apHour(t: LocalTime): string {
  if (t.hour === 12 && t.minute === 0) return 'noon'
  const minutes = t.minute === 0 && t.hour !== 0 ? '' : `:${two(t.minute)}`
  return `${hourOf12(t)}${minutes} ${halfOfDay(t)}`
}

function words(line: string): readonly string[] {
  return line.split(' ')
}
const hourOf12 = (t: LocalTime): number => (t.hour % 12 === 0 ? 12 : t.hour % 12)
const halfOfDay = (t: LocalTime): string => (t.hour < 12 ? 'a.m.' : 'p.m.')
const clock = (t: LocalTime): string => `${two(t.hour)}:${two(t.minute)}`
const two = (value: number): string => String(value).padStart(2, '0')
