// Numbers as journalists write them: 2,500; 2.5m; three; two dozen; 4 million. Read generously in the story, strictly in the
// headline, so that a finding is seldom false. Languages without a list of number words are passed over.
import type { Token } from './tokens.ts'

export interface HeadlineNumber {
  readonly from: number
  readonly to: number
  /** Possible readings: 1.234 is two numbers in two countries. */
  readonly values: readonly number[]
  /** The step it was rounded to; 0 where it is exact. */
  readonly step: number
  readonly isPercent: boolean
}

interface NumberWords {
  readonly small: ReadonlyMap<string, number>
  readonly scales: ReadonlyMap<string, number>
  /** Words that say a number without being one, for the story only: "both", "a decade". */
  readonly hints: ReadonlyMap<string, number>
}

const words = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text.split(' ').map((pair) => {
      const [word = '', value = ''] = pair.split('=')
      return [word, Number(value)]
    }),
  )

const LANGUAGES: Readonly<Record<string, NumberWords>> = {
  en: {
    small: words(
      'two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90',
    ),
    scales: words(
      'hundred=100 thousand=1000 million=1000000 billion=1000000000 trillion=1000000000000 dozen=12 k=1000 m=1000000 mn=1000000 bn=1000000000 tn=1000000000000',
    ),
    hints: words(
      'both=2 pair=2 couple=2 twin=2 twins=2 twice=2 double=2 doubled=2 doubles=2 doubling=2 second=2 duo=2 fortnight=14 third=3 thirds=3 trio=3 triple=3 tripled=3 triplets=3 fourth=4 quarter=4 quartet=4 quadruple=4 fifth=5 sixth=6 seventh=7 week=7 eighth=8 ninth=9 tenth=10 decade=10 decades=10 eleventh=11 twelfth=12 century=100 half=50 halve=50 halved=50 hundreds=100 thousands=1000 millions=1000000 dozens=12',
    ),
  },
  de: {
    small: words(
      'zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 dreizehn=13 vierzehn=14 fünfzehn=15 sechzehn=16 siebzehn=17 achtzehn=18 neunzehn=19 zwanzig=20 dreißig=30 vierzig=40 fünfzig=50 sechzig=60 siebzig=70 achtzig=80 neunzig=90 hundert=100 tausend=1000',
    ),
    scales: words(
      'hundert=100 tausend=1000 million=1000000 millionen=1000000 mio=1000000 milliarde=1000000000 milliarden=1000000000 mrd=1000000000 dutzend=12',
    ),
    hints: words(
      'beide=2 beiden=2 paar=2 doppelt=2 zweite=2 zweiten=2 dritte=3 dritten=3 drittel=3 vierte=4 viertel=4 hälfte=50 halb=50 jahrzehnt=10',
    ),
  },
  fr: {
    small: words(
      'deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 cent=100 mille=1000',
    ),
    scales: words(
      'cent=100 cents=100 mille=1000 million=1000000 millions=1000000 milliard=1000000000 milliards=1000000000 douzaine=12',
    ),
    hints: words(
      'double=2 couple=2 moitié=50 tiers=3 quart=4 dizaine=10 quinzaine=15 vingtaine=20 trentaine=30 centaine=100 décennie=10 deuxième=2 troisième=3',
    ),
  },
  es: {
    small: words(
      'dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 once=11 doce=12 trece=13 catorce=14 quince=15 veinte=20 treinta=30 cuarenta=40 cincuenta=50 sesenta=60 setenta=70 ochenta=80 noventa=90 cien=100 mil=1000',
    ),
    scales: words('cien=100 mil=1000 millón=1000000 millones=1000000 docena=12'),
    hints: words(
      'ambos=2 ambas=2 par=2 doble=2 pareja=2 mitad=50 tercio=3 cuarto=4 década=10 segundo=2 tercero=3',
    ),
  },
}

const DIGITS = /\d+(?:[.,'’\u00a0\u202f]\d{3})+(?:[.,]\d+)?|\d+(?:[.,]\d+)?/gu
/** What may stand behind a figure: more figures of a name ("5G", "747s") are no number to look for. */
const UNIT = /^(?:%|‰|°|[kKmM]|mn|bn|tn|km|kg|kph|mph|am|pm|p|C|F|ft|cm|mm|s)?$/u

/** "Part 3", "No. 7", "Highway 61": a place in an order or a name, whatever the story counts. */
const IN_ORDER =
  /(?<!\p{L})(?:part|chapter|episode|season|series|volume|vol|no|number|version|day|week|round|stage|phase|type|class|route|highway|channel|level|teil|folge|partie|épisode|parte|capítulo)\.?\s$/iu
/** "Minecraft 1.8", but not 1.8% and not 1.8 million: a decimal right behind a name, with nothing counted behind it. */
const isVersion = (text: string, from: number, end: number): boolean =>
  /^\d+\.\d+$/.test(text.slice(from, end)) &&
  /\p{Lu}[\p{L}\d]*\s$/u.test(text.slice(0, from)) &&
  !/^[\s-]?(?:%|per\s?cent|points?|degrees?|[mb]n?|million|billion|metres?|meters?|miles?)\b/iu.test(
    text.slice(end),
  ) &&
  text[end] !== '%'

export function headlineNumbers(text: string, tokens: readonly Token[], language: string): HeadlineNumber[] {
  const known = LANGUAGES[language]
  if (known === undefined) return []
  const found: HeadlineNumber[] = []
  for (const match of text.matchAll(DIGITS)) {
    const from = match.index
    const end = from + match[0].length
    const before = text.slice(Math.max(0, from - 2), from)
    const tail = /^[\p{L}%‰°]*/u.exec(text.slice(end))?.[0] ?? ''
    // G7, Covid-19, 9/11, 24/7, 5G, U-21, #282, 20th: names and places in an order.
    if (/[\p{L}/.#][-‑–]?$/u.test(before) || text[end] === '/' || !UNIT.test(tail)) continue
    if (IN_ORDER.test(text.slice(0, from)) || isVersion(text, from, end)) continue
    const scale = scaleBehind(text, end, known)
    const values = readings(match[0]).map((value) => value * scale.factor)
    if (values.every((value) => value <= 1)) continue
    found.push({
      from,
      to: Math.max(end, scale.end),
      values,
      step: stepOf(match[0], values[0] ?? 0, scale.factor),
      isPercent: /^\s?(?:%|per\s?cent|prozent|pour cent|por ciento)/iu.test(text.slice(end)),
    })
  }
  for (let index = 0; index < tokens.length; index++) {
    const number = wordNumberAt(tokens, index, known)
    if (number === null) continue
    const from = tokens[index]?.start ?? 0
    const to = tokens[index + number.length - 1]?.end ?? from
    index += number.length - 1
    found.push({
      from,
      to,
      values: [number.value],
      step: number.value >= 100 ? stepOf(String(number.value), number.value, 1) : 0,
      isPercent: /^\s?(?:%|per\s?cent|prozent|pour cent|por ciento)/iu.test(text.slice(to)),
    })
  }
  return found
}

/** Every value a line can be read to hold. */
export function numbersInBody(text: string, tokens: readonly Token[], language: string): number[] {
  const known = LANGUAGES[language]
  if (known === undefined) return []
  const values: number[] = []
  for (const match of text.matchAll(DIGITS)) {
    const scale = scaleBehind(text, match.index + match[0].length, known)
    for (const value of readings(match[0])) {
      values.push(value)
      if (scale.factor !== 1) values.push(value * scale.factor)
    }
  }
  for (let index = 0; index < tokens.length; index++) {
    const number = wordNumberAt(tokens, index, known)
    if (number !== null) {
      values.push(number.value)
      continue
    }
    const hint = known.hints.get(tokens[index]?.lower ?? '')
    if (hint !== undefined)
      values.push(hint, ...(hint === 50 ? [0.5] : hint === 3 ? [33, 66, 67] : hint === 4 ? [25, 75] : []))
  }
  return values
}

/** Whether the story holds the number, as it stands or before it was rounded. */
export function bearsOut(there: ReadonlySet<number>, { values, step }: HeadlineNumber): boolean {
  for (const value of values) {
    if (there.has(value)) return true
    for (const one of there) {
      if (Math.abs(one - value) <= TOLERANCE * value) return true
      if (step > 0 && Math.abs(one - value) < Math.min(step, value * MOST_ROUNDED)) return true
      if (step === 0 && !Number.isInteger(one) && Math.round(one) === value) return true
    }
  }
  return false
}

/** Share of a number that rounding may change: 1,240 is more than 1,000, 350 is not. */
const MOST_ROUNDED = 0.3
/** Binary fractions: 2.3 million is not exactly 2.3 times a million. */
const TOLERANCE = 1e-9

/** 2,500 was rounded to hundreds, 2.1m to a hundred thousand; a year and a small number were not rounded. */
function stepOf(digits: string, value: number, factor: number): number {
  if (factor === 1 && /^(?:1[5-9]|20)\d\d$/.test(digits)) return 0
  if (factor !== 1) {
    const decimals = /[.,](\d+)$/.exec(digits)?.[1]?.length ?? 0
    return factor / 10 ** decimals
  }
  const zeros = /0+$/.exec(String(value))?.[0].length ?? 0
  return zeros === 0 || value < 20 ? 0 : 10 ** zeros
}

function readings(digits: string): number[] {
  const plain = digits.replace(/['’\u00a0\u202f]/gu, '')
  const signs = plain.match(/[.,]/g) ?? []
  if (signs.length === 0) return [Number(plain)]
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','))
  const whole = Number(plain.replace(/[.,]/g, ''))
  const decimal = Number(`${plain.slice(0, last).replace(/[.,]/g, '')}.${plain.slice(last + 1)}`)
  const isGrouped = plain.length - last - 1 === 3
  if (signs.length > 1) return new Set(signs).size > 1 ? [decimal] : [whole]
  return isGrouped ? [whole, decimal] : [decimal]
}

function scaleBehind(text: string, end: number, known: NumberWords): { factor: number; end: number } {
  const match = /^[\s\u00a0-]?(\p{L}+)/u.exec(text.slice(end, end + SCALE_REACH))
  const factor = known.scales.get(match?.[1]?.toLowerCase() ?? '')
  if (match === null || factor === undefined) return { factor: 1, end }
  const next = /^\s(\p{L}+)/u.exec(text.slice(end + match[0].length, end + match[0].length + SCALE_REACH))
  const second = known.scales.get(next?.[1]?.toLowerCase() ?? '')
  return second === undefined || next === null
    ? { factor, end: end + match[0].length }
    : { factor: factor * second, end: end + match[0].length + next[0].length }
}

/** Characters behind a figure in which its scale can stand. */
const SCALE_REACH = 12

/** "three", "twenty-one", "two hundred and fifty", "three million", "a dozen". */
function wordNumberAt(
  tokens: readonly Token[],
  at: number,
  known: NumberWords,
): { readonly value: number; readonly length: number } | null {
  let total = 0
  let part = 0
  let length = 0
  for (let index = at; index < tokens.length; index++, length++) {
    const word = tokens[index]?.lower ?? ''
    const scale = word.length > 2 ? known.scales.get(word) : undefined
    const value = smallValue(word, known)
    if (scale !== undefined && (length > 0 || STANDS_ALONE.has(word))) {
      part = Math.max(part, 1) * scale
      if (scale >= 1000) {
        total += part
        part = 0
      }
    } else if (value !== null) {
      if (!follows(part, value)) break
      part += value
    } else if (!isJoin(word, tokens[index + 1], part + total, known)) break
  }
  return length === 0 ? null : { value: total + part, length }
}

/** "a dozen": a scale with nothing before it. */
const STANDS_ALONE: ReadonlySet<string> = new Set(['dozen', 'dutzend', 'douzaine', 'docena'])

/** "twenty one", "hundred five"; but "two three" are two numbers. */
const follows = (part: number, value: number): boolean => part % 100 === 0 || (part >= 20 && value < 10)

/** "two hundred and fifty"; but "two and three" are two numbers. */
const isJoin = (word: string, next: Token | undefined, soFar: number, known: NumberWords): boolean =>
  word === 'and' && soFar >= 100 && smallValue(next?.lower ?? '', known) !== null

function smallValue(word: string, { small }: NumberWords): number | null {
  const whole = small.get(word)
  if (whole !== undefined) return whole
  if (!/[‑‐-]/u.test(word)) return null
  const [tens, unit, ...more] = word.split(/[‑‐-]/u)
  if (tens === undefined || unit === undefined) return null
  const first = small.get(tens)
  const second = unit === 'one' ? 1 : small.get(unit)
  if (first !== undefined && second !== undefined && first >= 20 && first < 100 && second < 10)
    return first + second
  // "three-year-old", "four-bedroom": the number that begins the word.
  return first !== undefined && (more.length > 0 || second === undefined) ? first : null
}
