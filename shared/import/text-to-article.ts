// Plain text to an article: recognises the parts of a story as wires and web pages set them. Everything recognised, assumed
// or left out is said in the receipt; what is not recognised is body text.
import { FURNITURE } from '../article/furniture.ts'
import type { Article, NodeJson } from '../article/article.ts'
import { inlineText } from '../article/plain-text.ts'
import type { Stamps } from '../article/stamps.ts'
import { isBoilerplate } from './boilerplate.ts'
import { type PersonParts, composeArticle, oneLine, textNodes } from './compose-article.ts'
import type { ReceiptLine } from './dropped.ts'
import { readBareByline, readByline } from './read-byline.ts'
import { readDateline } from './read-dateline.ts'
import { type StampLine, readStampLine, resolveStamps } from './read-stamps.ts'
import { linesOf, textToContent } from './text-to-content.ts'

export interface ImportOptions {
  /** IANA zone for times that name none. */
  readonly zone: string
  /** Language of the article where the file names none. */
  readonly language: string
}
export interface ImportedArticle {
  readonly article: Article
  readonly stamps: Stamps
  readonly lines: readonly ReceiptLine[]
}

interface Line {
  readonly text: string
  readonly isAfterBlank: boolean
}

/** Lines from the top among which head matter is looked for, boilerplate not counted. */
const HEAD_LINES = 16
/** Characters from which a line is a paragraph of the story and not part of its head. */
const PARAGRAPH_CHARS = 160
const MAX_HEADLINE_CHARS = 250
const MAX_SECTION_CHARS = 40
const MAX_SECTION_WORDS = 4

export function textToArticle(text: string, options: ImportOptions): ImportedArticle {
  const left: string[] = []
  const lines = withoutBoilerplate(linesOf(text), left)
  const head = readHead(lines, options.language)
  const body = readBody(lines.slice(head.length), options.language)
  const resolved = resolveStamps([...head.stamps, ...body.stamps], options.zone)
  const title = readTitle(head.titleLines)
  const byline = head.byline ?? { people: [], tail: '' }
  const content: NodeJson[] = [...title.rest.map(paragraph), ...bodyContent(body.lines)]
  const dateline = takeDateline(content)
  const readerNote = takeNote(content)
  const article = composeArticle({
    kicker: textNodes(title.kicker),
    headline: textNodes(title.headline),
    standfirst: textNodes(title.standfirst),
    content,
    meta: {
      language: options.language,
      section: title.section,
      people: byline.people,
      bylineTail: byline.tail,
      datelinePlace: dateline?.place ?? '',
      datelineSource: dateline?.source ?? '',
      readerNote,
    },
  })
  const said: ReceiptLine[] = []
  const say = (name: string, value: string): void => {
    if (value !== '')
      said.push({ level: 'info', text: `${name}: ${value}${/[.!?…]$/.test(value) ? '' : '.'}` })
  }
  say('Section', title.section)
  say('Kicker', title.kicker)
  say('Headline', title.headline)
  say('Standfirst', title.standfirst === '' ? '' : shortened(title.standfirst))
  say('Byline', byline.people.map((person) => person.name).join(', '))
  say(
    'Dateline',
    dateline === null ? '' : [dateline.place, dateline.source].filter((part) => part !== '').join(', '),
  )
  said.push(...resolved.lines)
  if (title.headline === '') said.push({ level: 'warning', text: 'No headline was recognised.' })
  if (left.length > 0) said.push({ level: 'info', text: `Left out as page furniture: ${quoted(left)}.` })
  return { article, stamps: resolved.stamps, lines: said }
}

function withoutBoilerplate(raw: readonly string[], left: string[]): Line[] {
  const filled = raw.flatMap((text, index) => (text.trim() === '' ? [] : [index]))
  const firstLong = filled.findIndex((index) => (raw[index] ?? '').length >= PARAGRAPH_CHARS)
  const lastLong = filled.findLastIndex((index) => (raw[index] ?? '').length >= PARAGRAPH_CHARS)
  const lines: Line[] = []
  let isAfterBlank = true
  let position = -1
  for (const text of raw) {
    if (text.trim() === '') {
      isAfterBlank = true
      continue
    }
    position++
    const isEdge = firstLong < 0 ? position < 3 : position < firstLong || position > lastLong
    if (isBoilerplate(text, isEdge)) {
      left.push(text.trim())
    } else {
      lines.push({ text, isAfterBlank })
      isAfterBlank = false
    }
  }
  return lines
}

interface Head {
  /** Lines that belong to the head, from the first. */
  readonly length: number
  readonly titleLines: readonly string[]
  readonly stamps: readonly StampLine[]
  readonly byline: { people: readonly PersonParts[]; tail: string } | null
}

/** Title lines end at the last time or byline before the story; without one, where paragraphs begin. */
function readHead(lines: readonly Line[], language: string): Head {
  const stamps: StampLine[] = []
  const titleLines: string[] = []
  let byline = null as Head['byline']
  let length = 0
  let at = 0
  for (; at < Math.min(lines.length, HEAD_LINES); at++) {
    const text = (lines[at]?.text ?? '').trim()
    const stamp = readStampLine(text, language)
    const own = stamp === null ? readByline(text) : readByline(stamp.rest)
    const isBeside = stamp === null && (isStamp(lines[at - 1], language) || isStamp(lines[at + 1], language))
    const names = own ?? (isBeside && titleLines.length > 0 ? readBareByline(text) : null)
    if (stamp !== null) stamps.push(...stamp.stamps)
    if (names !== null) byline = { people: [...(byline?.people ?? []), ...names.people], tail: names.tail }
    if (stamp !== null || names !== null) {
      length = at + 1
      continue
    }
    if (text.length >= PARAGRAPH_CHARS && at > 0 && length > 0) break
    if (readDateline(text) !== null || (text.length > MAX_HEADLINE_CHARS && at > 0)) break
    // After a time or byline, the first line of some length begins the story.
    if (length > 0 && isSentence(text)) break
    titleLines.push(text)
  }
  if (length > 0) {
    // Title lines after the last anchor are the story's own short lines.
    const kept = lines
      .slice(0, length)
      .map((line) => line.text.trim())
      .filter((text) => titleLines.includes(text))
    return { length, titleLines: kept, stamps, byline }
  }
  return { ...plainHead(lines, titleLines), stamps, byline }
}

const isStamp = (line: Line | undefined, language: string): boolean =>
  line !== undefined && readStampLine(line.text.trim(), language) !== null

const isSentence = (text: string): boolean => text.length > 60 || /[.!?…]["”’)]?$/.test(text)

/** No time and no byline: a headline, perhaps a section above and a standfirst below it. */
function plainHead(
  lines: readonly Line[],
  candidates: readonly string[],
): Pick<Head, 'length' | 'titleLines'> {
  const [first = '', second = '', third = ''] = candidates
  if (
    lines.length < 2 ||
    first === '' ||
    first.length > MAX_HEADLINE_CHARS ||
    (isSentence(first) && first.length > 120)
  )
    return { length: 0, titleLines: [] }
  const isSectionFirst =
    second !== '' && isSection(first) && !second.endsWith('.') && second.length <= MAX_HEADLINE_CHARS
  const headline = isSectionFirst ? 2 : 1
  const next = isSectionFirst ? third : second
  const follows = lines[headline + 1]?.text ?? ''
  const isStandfirst =
    next !== '' &&
    next.length <= MAX_HEADLINE_CHARS &&
    !/[.!?…]["”’)]?$/.test(next) &&
    follows.length > next.length
  const length = headline + (isStandfirst ? 1 : 0)
  return { length, titleLines: candidates.slice(0, length) }
}

interface Title {
  readonly section: string
  readonly kicker: string
  readonly headline: string
  readonly standfirst: string
  readonly rest: readonly string[]
}

const LABEL = /^(section|kicker|headline|title|standfirst|dek|subtitle)\s*:\s+(.+)$/i

function readTitle(all: readonly string[]): Title {
  const labelled = new Map<string, string>()
  const lines: string[] = []
  for (const line of all) {
    const label = LABEL.exec(line)
    if (label === null) lines.push(line)
    else
      labelled.set(
        (label[1] ?? '')
          .toLowerCase()
          .replace('title', 'headline')
          .replace(/^dek$|^sub.*/, 'standfirst'),
        label[2] ?? '',
      )
  }
  const isSectionFirst = lines.length >= 2 && isSection(lines[0] ?? '') && !(lines[1] ?? '').endsWith('.')
  const above = isSectionFirst && !labelled.has('section') ? (lines.shift() ?? '') : ''
  const isKickerNext = above !== '' && lines.length >= 3 && isSection(lines[0] ?? '')
  const kicker = isKickerNext ? (lines.shift() ?? '') : ''
  const headline = labelled.get('headline') ?? lines.shift() ?? ''
  const standfirst = labelled.get('standfirst') ?? lines.shift() ?? ''
  return {
    section: oneLine(labelled.get('section') ?? lastCrumb(above)),
    kicker: oneLine(labelled.get('kicker') ?? kicker),
    headline: oneLine(headline),
    standfirst: oneLine(standfirst),
    rest: lines,
  }
}

function isSection(text: string): boolean {
  if (text.length > MAX_SECTION_CHARS && !/[›»>]/.test(text)) return false
  return lastCrumb(text).split(/\s+/).length <= MAX_SECTION_WORDS && !/[.!?:;"”]$/.test(text)
}

const lastCrumb = (text: string): string =>
  text
    .split(/\s*[›»>]\s*/)
    .pop()
    ?.trim() ?? ''

/** Stamps with a label may also stand below the story. */
function readBody(
  lines: readonly Line[],
  language: string,
): { lines: readonly Line[]; stamps: readonly StampLine[] } {
  const stamps: StampLine[] = []
  const kept = lines.filter((line, index) => {
    const stamp = index >= lines.length - 3 ? readStampLine(line.text.trim(), language) : null
    if (stamp === null || stamp.rest !== '' || stamp.stamps.some((one) => one.label === null)) return true
    stamps.push(...stamp.stamps)
    return false
  })
  return { lines: kept, stamps }
}

/** A text without any blank line has a paragraph on each, unless a program broke its lines. */
function bodyContent(lines: readonly Line[]): NodeJson[] {
  const hasBlanks = lines.some((line, index) => index > 0 && line.isAfterBlank)
  const asOne = textToContent(
    lines.map((line) => (line.isAfterBlank ? `\n${line.text}` : line.text)).join('\n'),
  )
  const isBroken = asOne.some((node) => (node.content ?? []).some((child) => child.type === 'hardBreak'))
  if (hasBlanks || !isBroken) return asOne
  return textToContent(lines.map((line) => line.text).join('\n\n'))
}

/** Takes the dateline off the first paragraph. */
function takeDateline(content: NodeJson[]): { place: string; source: string } | null {
  // A picture before the story is named in brackets by our own export.
  const at = content.findIndex((node) => node.type === 'paragraph' && !PICTURE.test(inlineText(node)))
  const first = content[at]
  const run = first?.content?.[0]
  const dateline = run?.text === undefined || run.marks !== undefined ? null : readDateline(run.text)
  if (first === undefined || run === undefined || dateline === null) return null
  const rest = (run.text ?? '').slice(dateline.length)
  if (rest.trim() === '') return null
  content[at] = { ...first, content: [{ ...run, text: rest }, ...(first.content ?? []).slice(1)] }
  return dateline
}

/** Our own text export names a note and a picture in the language of its furniture. */
const NOTE = new RegExp(`^(?:${labels('readerNote')}):\\s+`)
const PICTURE = new RegExp(`^\\[(?:${labels('picture')}): `)

function labels(of: 'readerNote' | 'picture'): string {
  return Object.values(FURNITURE)
    .map((words) => words[of])
    .join('|')
}

/** The note that our own export puts last, with all that follows it. */
function takeNote(content: NodeJson[]): string {
  const at = content.findLastIndex((node) => node.type === 'paragraph' && NOTE.test(inlineText(node)))
  if (at <= 0) return ''
  return content
    .splice(at)
    .map((node) => inlineText(node).replace(NOTE, ''))
    .join('\n\n')
}

const paragraph = (text: string): NodeJson => ({ type: 'paragraph', content: textNodes(text) })
const shortened = (text: string): string => (text.length > 80 ? `${text.slice(0, 79)}…` : text)
const quoted = (lines: readonly string[]): string =>
  [...new Set(lines)]
    .slice(0, 12)
    .map((line) => `“${shortened(line)}”`)
    .join(', ')
