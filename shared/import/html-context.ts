// What an element inherits from those around it, and how it changes that: marks, white space, language.
import { isLanguageTag } from '../schema/marks/language-run.ts'
import type { Container } from './block-builder.ts'
import type { Dropped } from './dropped.ts'
import { BLOCK_TAGS, CODE_TAGS, EMPHASIS_TAGS, PRE_TAGS, linkAddress } from './html-elements.ts'
import type { HtmlSurvey } from './html-survey.ts'
import { type WhiteSpace, inlineStyleOf } from './html-style.ts'
import { type HtmlElement, attributeOf } from './html-tree.ts'
import type { Marks } from './inline-runs.ts'
import type { WordListFormats } from './word-html.ts'

export type HeadRole = 'kicker' | 'headline' | 'standfirst'
export type TextRole =
  | 'paragraph'
  | 'heading'
  | 'quoteSource'
  | 'caption'
  | 'credit'
  | 'factTitle'
  | 'tableCaption'
  | HeadRole

/** Never changed, only replaced. */
export interface Context {
  readonly marks: Marks
  readonly space: WhiteSpace
  readonly role: TextRole
  /** Of a heading, as the markup counts. */
  readonly level: number
  readonly container: Container
  /** The data table this is in, if any. */
  readonly table: Container | null
}

export interface WalkOptions {
  readonly survey: HtmlSurvey
  readonly purpose: 'paste' | 'import'
  /** Closes gaps between heading levels instead of keeping the levels. */
  readonly ranksHeadings: boolean
  /** Elements that are no part of the article: page furniture, and what was taken into fields. */
  readonly excluded: ReadonlySet<HtmlElement>
  /** Address of the page, for relative links; null when nothing says it. */
  readonly base: string | null
  /** Language of the article: runs in it are not marked. */
  readonly language: string | null
  readonly formats: WordListFormats
}

export function inherit(
  element: HtmlElement,
  context: Context,
  options: WalkOptions,
  dropped: Dropped,
): Context {
  const tag = element.tagName
  const style = inlineStyleOf(element)
  const old = context.marks
  const marks: Marks = {
    href: tag === 'a' ? hrefOf(element, old.href, options, dropped) : old.href,
    lang: languageOf(element, context, options),
    strong: strongOf(tag, style.strong, old.strong),
    emphasis: EMPHASIS_TAGS.has(tag) ? (style.emphasis ?? true) : (style.emphasis ?? old.emphasis),
    position: positionOf(tag, style.position, old.position),
    code: old.code || CODE_TAGS.has(tag) || PRE_TAGS.has(tag),
  }
  const space = PRE_TAGS.has(tag) ? 'pre' : (style.whiteSpace ?? context.space)
  const isSame = isSameMarks(marks, old)
  if (isSame && space === context.space) return context
  return { ...context, space, marks: isSame ? old : marks }
}

function strongOf(tag: string, styled: boolean | null, inherited: boolean): boolean {
  if (tag === 'b' || tag === 'strong') return styled ?? true
  // A heading's own weight is how headings look, not a mark.
  if (/^h[1-6]$/.test(tag)) return styled === false ? false : inherited
  return styled ?? inherited
}

function positionOf(
  tag: string,
  styled: 'super' | 'sub' | 'baseline' | null,
  inherited: Marks['position'],
): Marks['position'] {
  if (tag === 'sup') return 'super'
  if (tag === 'sub') return 'sub'
  if (styled === null || BLOCK_TAGS.has(tag) || tag === 'img') return inherited
  return styled === 'baseline' ? null : styled
}

function hrefOf(
  element: HtmlElement,
  inherited: string | null,
  options: WalkOptions,
  dropped: Dropped,
): string | null {
  const raw = attributeOf(element, 'href')
  if (raw === null || raw.trim() === '') return inherited
  if (options.survey.isWord && (attributeOf(element, 'style') ?? '').includes('mso-comment-reference'))
    return inherited
  const href = linkAddress(raw, options.base)
  if (href === null) dropped.links++
  return href
}

function languageOf(element: HtmlElement, context: Context, options: WalkOptions): string | null {
  // Word marks every run with the language of somebody's keyboard.
  if (options.survey.isWord || BLOCK_TAGS.has(element.tagName)) return context.marks.lang
  const lang = attributeOf(element, 'lang')
  if (lang === null || !isLanguageTag(lang)) return context.marks.lang
  return options.language !== null && primary(lang) === primary(options.language) ? null : lang
}

const primary = (tag: string): string => (tag.split('-')[0] ?? tag).toLowerCase()

const isSameMarks = (a: Marks, b: Marks): boolean =>
  a.href === b.href &&
  a.lang === b.lang &&
  a.strong === b.strong &&
  a.emphasis === b.emphasis &&
  a.position === b.position &&
  a.code === b.code
