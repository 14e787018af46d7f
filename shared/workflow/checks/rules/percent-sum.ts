// Shares of one whole that add up to more than it. Only lists that say they are shares: growth rates and answers that may be
// given together add up to anything.
import type { NodeJson } from '../../../article/article.ts'
import { inlineText } from '../../../article/plain-text.ts'
import type { Block, Line } from '../block.ts'
import { type BlockHit, blockRule } from '../rule.ts'

/** Shares from which a list can be a division of a whole. */
const MIN_SHARES = 3
/** What rounding may add to each share, in per cent, for shares given without decimals. */
const ROUNDING = 0.5
/** A sum from which on the numbers are no shares of one whole at all. */
const MAX_SUM = 190

const SHARE =
  /(?<![\d.,])(\d{1,3}(?:[.,]\d+)?)\s?(?:%|per\s?cent\b|percent\b|Prozent\b|pour cent\b|por ciento\b)/giu

/** Words that make percentages the parts of one whole, by language. */
const WHOLE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:vot(?:e|es|ed|ers)|seats?|shares?|split|divided|breakdown|broke down|made up|makes up|accounts? for|accounted for|respondents?|of the total|undecided|the rest|the remaining|the remainder)\b/iu,
  de: /\b(?:Stimmen|Sitze|Anteile?n?|entfallen|entfielen|verteilen|Befragten|restlichen)\b/iu,
  fr: /(?:\bvoix\b|\bsuffrages\b|\bsièges\b|\bparts?\b|\brépartis|\breste\b|\bsondés\b)/iu,
  es: /\b(?:votos|escaños|reparto|reparten|cuota|encuestados|resto)\b/iu,
}
/** Words of change and comparison: such percentages are not parts. */
const CHANGE: Readonly<Record<string, RegExp>> = {
  en: /\b(?:ris(?:e|es|en|ing)|rose|f[ae]ll(?:s|en|ing)?|up|down|grew|grow(?:th|s|n)?|increas\w+|decreas\w+|drop\w*|jump\w*|gain\w*|los[ts]\w*|slipp\w*|climb\w*|from|compared|versus|than|previous\w*|earlier|last (?:year|month|week|time)|multiple answers?|more than one|turnout|inflation|interest|tax)\b/iu,
  de: /\b(?:stieg\w*|gestiegen|sank\w*|gesunken|fiel\w*|gefallen|wuchs|gewachsen|Plus|Minus|plus|minus|gegenüber|zuvor|als im|Mehrfachnennung\w*|Wahlbeteiligung)\b/iu,
  fr: /(?:\bhausse\b|\bbaisse\b|\baugment|\bdiminu|\bcontre\b|\bprécéd|\bplusieurs réponses\b|\bparticipation\b)/iu,
  es: /\b(?:sub(?:e|ió|ieron)|baj(?:a|ó|aron)|aument\w+|disminu\w+|frente a|anterior\w*|participación)\b/iu,
}
/** Characters from one share of a list to the next; further apart they speak of different things. */
const MAX_GAP = 60
const SENTENCE = /[^.!?]+(?:[.!?](?=[^\s[])[^.!?]*)*[.!?]*/gu

export const percentSum = blockRule(
  { id: 'percent-sum', level: 'WARN', about: 'Shares of one whole add up to no more than 100 per cent.' },
  (block, { language }) =>
    block.type === 'tableBlock'
      ? tableHits(block)
      : [...listHits(block), ...block.lines.flatMap((line) => sentenceHits(line, language))],
)

function sentenceHits(line: Line, language: string): BlockHit[] {
  const whole = WHOLE[language]
  const change = CHANGE[language]
  if (whole === undefined || change === undefined || !/\d\s?(?:%|p|P)/u.test(line.own)) return []
  const hits: BlockHit[] = []
  for (const match of line.own.matchAll(SENTENCE)) {
    const sentence = match[0]
    if (!whole.test(sentence) || change.test(sentence)) continue
    const shares = neighbours(sentence)
    if (!isTooMuch(shares)) continue
    const from = match.index + (sentence.search(/\S/u) < 0 ? 0 : sentence.search(/\S/u))
    hits.push({
      sentence: sentenceFor(shares),
      spot: { line, from, to: match.index + sentence.trimEnd().length },
    })
  }
  return hits
}

/** The shares of a sentence, or none when they do not follow each other as a list does. */
function neighbours(sentence: string): number[] {
  const matches = [...sentence.matchAll(SHARE)]
  const isList = matches.every((match, index) => {
    const before = matches[index - 1]
    return before === undefined || match.index - before.index - before[0].length <= MAX_GAP
  })
  return isList ? matches.map((match) => toNumber(match[1] ?? '')) : []
}

/** A list of short labels, each with one share. */
function listHits(block: Block): BlockHit[] {
  if (block.type !== 'bulletList' && block.type !== 'orderedList') return []
  const items = block.lines.map((line) => ({ line, shares: sharesIn(line.own) }))
  if (!items.every(({ line, shares }) => shares.length === 1 && isLabelled(line.own))) return []
  const shares = items.flatMap((item) => item.shares)
  if (!isTooMuch(shares)) return []
  return [
    {
      sentence: sentenceFor(shares),
      about: items.map(({ line }) => line.own).join('\n'),
      spot: { path: [] },
    },
  ]
}

/** Words besides the share that an item of a breakdown has; a longer one is a sentence. */
const MAX_LABEL_WORDS = 6
const isLabelled = (text: string): boolean => {
  const label = text.replace(SHARE, ' ').trim()
  return (
    label !== '' &&
    !/[+−±]|\b(?:up|down|rise|fall|growth)\b/iu.test(text) &&
    label.split(/\s+/).length <= MAX_LABEL_WORDS
  )
}

/** Column heads that say a column divides a whole. */
const SHARE_HEAD =
  /\bshare\b|\bvotes?\b|% of|per cent of|percent of|\bpart\b|proportion|breakdown|Anteil|Stimmen|\bvoix\b|cuota|votos/iu
const TOTAL = /^(?:total|sum|all|overall|gesamt|insgesamt|summe|total général|ensemble|suma)\b/iu
const CHANGES = /change|growth|\+\/[-−]|Δ|swing|veränder|évolution|variación/iu

function tableHits(block: Block): BlockHit[] {
  const table = (block.node.content ?? []).findIndex((child) => child.type === 'table')
  const rows = (block.node.content?.[table]?.content ?? []).map((row) => (row.content ?? []).map(cellText))
  const [head, ...body] = rows
  if (head === undefined) return []
  for (const [column, title] of head.entries()) {
    if (!SHARE_HEAD.test(title) || CHANGES.test(title)) continue
    const cells = body
      .filter((row) => !TOTAL.test((row[0] ?? '').trim()))
      .map((row) => (row[column] ?? '').trim())
    const isPercentHead = /%|per ?cent|Prozent|pour cent|por ciento/iu.test(title)
    const shares = cells.map((cell) => {
      const percent = isPercentHead && /^\d{1,3}(?:[.,]\d+)?$/.test(cell) ? `${cell}%` : cell
      return /^\d{1,3}(?:[.,]\d+)?\s?(?:%|per ?cent|percent)$/iu.test(percent) ? toNumber(percent) : null
    })
    const numbers = shares.filter((share) => share !== null)
    if (numbers.length !== cells.length || !isTooMuch(numbers)) continue
    return [{ sentence: sentenceFor(numbers), about: cells.join('\n'), spot: { path: [] } }]
  }
  return []
}

const cellText = (cell: NodeJson): string => (cell.content ?? []).map(inlineText).join(' ')
const sharesIn = (text: string): number[] =>
  Array.from(text.matchAll(SHARE), (match) => toNumber(match[1] ?? ''))
const toNumber = (text: string): number => Number.parseFloat(text.replace(',', '.'))
const sumOf = (shares: readonly number[]): number => shares.reduce((sum, share) => sum + share, 0)

function isTooMuch(shares: readonly number[]): boolean {
  if (shares.length < MIN_SHARES || shares.some((share) => share > 100)) return false
  const sum = sumOf(shares)
  return sum > 100 + ROUNDING * shares.length && sum < MAX_SUM
}

const sentenceFor = (shares: readonly number[]): string =>
  `These shares add up to ${Math.round(sumOf(shares) * 10) / 10} per cent.`
