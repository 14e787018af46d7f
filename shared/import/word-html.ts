// What Word puts on the clipboard and calls HTML: list paragraphs that carry their level in a style and their number as text,
// comments and tracked changes in spans, headings in classes.
import {
  type HtmlElement,
  type HtmlNode,
  attributeOf,
  classesOf,
  descendantsOf,
  isComment,
  isElement,
  isText,
  rawTextOf,
} from './html-tree.ts'
import { declarationOf } from './html-style.ts'

/** `l0:level1` to Word's number format: bullet, alpha-lower, roman-upper ...; no entry is decimal. */
export type WordListFormats = ReadonlyMap<string, string>

export interface WordListItem {
  readonly level: number
  /** Points from the margin to its text. */
  readonly indent: number
  readonly listId: string
  readonly kind: 'bulletList' | 'orderedList'
  /** What the written number may mean ("i." is 1 or 9), likeliest first. */
  readonly numbers: readonly number[]
  readonly marker: string
  /** The nodes that hold the written marker: not part of the text. */
  readonly markerNodes: ReadonlySet<HtmlNode>
}

/** Points of one list level's indent in Word's default styles. */
const LEVEL_INDENT_PT = 36
/** Nodes looked at from the start of a paragraph to find its marker. */
const MARKER_SEARCH_NODES = 40

export function readListFormats(css: string): WordListFormats {
  const formats = new Map<string, string>()
  for (const match of css.matchAll(/@list\s+(l\d+):level(\d)\s*\{([^}]{0,2000})\}/g)) {
    const format = declarationOf(match[3] ?? '', 'mso-level-number-format')
    if (format !== '') formats.set(`${match[1]}:level${match[2]}`, format)
  }
  return formats
}

/** The list item that a Word paragraph is, or null. */
export function wordListItem(element: HtmlElement, formats: WordListFormats): WordListItem | null {
  const list = declarationOf(attributeOf(element, 'style') ?? '', 'mso-list')
  if (/\bnone\b/.test(list)) return null
  const declared = /\b(l\d+) level(\d)/.exec(list)
  const found = findMarker(element)
  if (declared === null && found === null) return null
  const level = declared === null ? levelAt(indentOf(element) ?? LEVEL_INDENT_PT) : Number(declared[2])
  const listId = declared?.[1] ?? 'unnamed'
  const format = formats.get(`${listId}:level${level}`) ?? ''
  const marker = found?.text ?? ''
  const numbers = numbersOf(marker, format)
  const isBullet = format === 'bullet' || format === 'image' || numbers.length === 0
  // A list without any written marker says its kind in the styles alone.
  const isOrdered =
    !isBullet || (marker === '' && format !== 'bullet' && declared !== null && formats.size > 0)
  return {
    level,
    indent: indentOf(element) ?? level * LEVEL_INDENT_PT,
    listId,
    kind: isOrdered ? 'orderedList' : 'bulletList',
    numbers,
    marker,
    markerNodes: found?.nodes ?? new Set(),
  }
}

/** A further paragraph of a list item: list style, but no marker of its own. Points to its text, or null. */
export function wordContinuationIndent(element: HtmlElement): number | null {
  const isListStyle = classesOf(element).some((name) => name.startsWith('MsoListParagraph'))
  return isListStyle ? (indentOf(element) ?? LEVEL_INDENT_PT) : null
}

const POINTS: Readonly<Record<string, number>> = { pt: 1, in: 72, cm: 28.35, mm: 2.835, px: 0.75 }

function indentOf(element: HtmlElement): number | null {
  const margin = declarationOf(attributeOf(element, 'style') ?? '', 'margin-left')
  const value = /^(-?[\d.]+)(pt|in|cm|mm|px)?$/.exec(margin)
  return value === null ? null : Number(value[1]) * (POINTS[value[2] ?? 'pt'] ?? 1)
}

const levelAt = (points: number): number => Math.min(9, Math.max(1, Math.round(points / LEVEL_INDENT_PT)))

/** The marker stands in a span that says "Ignore", or between the conditional comments around it. */
function findMarker(element: HtmlElement): { text: string; nodes: Set<HtmlNode> } | null {
  const nodes = new Set<HtmlNode>()
  let text = ''
  let isBetween = false
  let looked = 0
  for (const node of descendantsOf(element)) {
    if (++looked > MARKER_SEARCH_NODES) break
    if (isComment(node)) {
      if (node.data.trim().startsWith('[if !supportLists]')) isBetween = true
      else if (isBetween && /endif/.test(node.data)) return { text: clean(text), nodes }
    } else if (isElement(node)) {
      const list = declarationOf(attributeOf(node, 'style') ?? '', 'mso-list')
      if (list === 'ignore') return { text: clean(rawTextOf(node)), nodes: new Set([node]) }
      if (isBetween && node.tagName === 'img') nodes.add(node)
    } else if (isText(node)) {
      if (isBetween) {
        text += node.value
        nodes.add(node)
      } else if (node.value.trim() !== '') break
    }
  }
  return null
}

const clean = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim()

function numbersOf(marker: string, format: string): number[] {
  const core = /(?:^|[.\s(])([0-9]{1,6}|[a-z]{1,6})[.):\]、]*$/i.exec(marker)?.[1]
  if (core === undefined) return []
  if (/^[0-9]+$/.test(core)) return [Number(core)]
  // A lone letter without a full stop or bracket is a bullet in a symbol font ("o", "q", "n").
  if (core === marker && !/^(alpha|roman)/.test(format)) return []
  const roman = romanValue(core.toLowerCase())
  const alpha = alphaValue(core.toLowerCase())
  if (format.startsWith('alpha')) return [alpha]
  if (format.startsWith('roman') && roman !== null) return [roman]
  return roman === null ? [alpha] : /^[ivx]/i.test(core) ? [roman, alpha] : [alpha, roman]
}

function alphaValue(text: string): number {
  // Word counts a ... z, aa, bb ...
  return text.charCodeAt(0) - 96 + 26 * (text.length - 1)
}

function romanValue(text: string): number | null {
  if (!/^m{0,3}(cm|cd|d?c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})$/.test(text)) return null
  const digits: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 }
  let value = 0
  for (let at = 0; at < text.length; at++) {
    const digit = digits[text[at] ?? ''] ?? 0
    value += digit < (digits[text[at + 1] ?? ''] ?? 0) ? -digit : digit
  }
  return value
}

export type WordResidue = 'comment' | 'deletion' | 'page-furniture'

/** Text that Word carries along but that is not the story: comments, deleted words, running heads. */
export function wordResidue(element: HtmlElement): WordResidue | null {
  const style = attributeOf(element, 'style') ?? ''
  if (style.includes('mso-element')) {
    const role = declarationOf(style, 'mso-element')
    if (role.startsWith('comment')) return 'comment'
    if (/^(header|footer)$/.test(role)) return 'page-furniture'
  }
  if (style.includes('mso-special-character') && declarationOf(style, 'mso-special-character') === 'comment')
    return 'comment'
  for (const name of classesOf(element)) {
    if (/^(MsoCommentReference|msocomanchor|msocomtxt|msocomoff)$/i.test(name)) return 'comment'
    if (/^msoDel$/i.test(name)) return 'deletion'
  }
  return null
}

/** Heading level by Word's styles where the element is a plain paragraph: Title is 1. */
export function wordHeadingLevel(element: HtmlElement): number | null {
  for (const name of classesOf(element)) {
    if (name === 'MsoTitle') return 1
    const level = /^MsoHeading([1-9])$/.exec(name)?.[1]
    if (level !== undefined) return Number(level)
  }
  const style = attributeOf(element, 'style') ?? ''
  const outline = style.includes('mso-outline-level') ? Number(declarationOf(style, 'mso-outline-level')) : 0
  return outline >= 1 && outline <= 6 ? outline : null
}

export const isWordQuote = (element: HtmlElement): boolean =>
  classesOf(element).some((name) => /^Mso(Intense)?Quote/.test(name))
