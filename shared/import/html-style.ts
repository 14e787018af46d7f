// What inline styles and a few well-known attributes say about meaning: weight, slant, position, white space, visibility.
// Colours, fonts and sizes are never read.
import { type HtmlElement, attributeOf, classesOf } from './html-tree.ts'

export type WhiteSpace = 'normal' | 'pre' | 'pre-line'

export interface InlineStyle {
  readonly strong: boolean | null
  readonly emphasis: boolean | null
  readonly position: 'super' | 'sub' | 'baseline' | null
  readonly whiteSpace: WhiteSpace | null
  readonly display: 'none' | 'block' | 'inline' | null
  readonly isInvisible: boolean
}

const PLAIN: InlineStyle = {
  strong: null,
  emphasis: null,
  position: null,
  whiteSpace: null,
  display: null,
  isInvisible: false,
}

/** A text style attribute has a handful of declarations; longer ones are not read. */
const MAX_STYLE_CHARS = 8_192
/** Distinct style texts remembered while converting one document; office clipboards repeat a few dozen. */
const MAX_REMEMBERED = 512
const remembered = new Map<string, InlineStyle>()

export function inlineStyleOf(element: HtmlElement): InlineStyle {
  const text = attributeOf(element, 'style')
  if (text === null || text === '' || text.length > MAX_STYLE_CHARS) return PLAIN
  const known = remembered.get(text)
  if (known !== undefined) return known
  if (remembered.size >= MAX_REMEMBERED) remembered.clear()
  const style = readStyle(text)
  remembered.set(text, style)
  return style
}

/** One declaration's value in lower case, or ''. Later declarations win, as in CSS. */
export function declarationOf(styleText: string, property: string): string {
  let value = ''
  for (const part of styleText.split(';')) {
    const colon = part.indexOf(':')
    if (colon > 0 && part.slice(0, colon).trim().toLowerCase() === property)
      value = part
        .slice(colon + 1)
        .replace(/!important/i, '')
        .replace(/\s+/g, ' ')
        .trim()
        .toLowerCase()
  }
  return value
}

function readStyle(text: string): InlineStyle {
  const weight = declarationOf(text, 'font-weight')
  const slant = declarationOf(text, 'font-style')
  const align = declarationOf(text, 'vertical-align')
  const space = declarationOf(text, 'white-space')
  const display = declarationOf(text, 'display')
  const visibility = declarationOf(text, 'visibility')
  return {
    strong: weight === '' ? null : isBold(weight),
    emphasis:
      slant === '' ? null : /^(italic|oblique)/.test(slant) ? true : slant === 'normal' ? false : null,
    position: align === 'super' || align === 'sub' ? align : align === 'baseline' ? 'baseline' : null,
    whiteSpace: whiteSpaceOf(space),
    display: displayOf(display),
    isInvisible:
      visibility === 'hidden' || visibility === 'collapse' || declarationOf(text, 'mso-hide') === 'all',
  }
}

function isBold(weight: string): boolean | null {
  if (weight.startsWith('bold')) return true
  if (weight === 'normal' || weight === 'lighter') return false
  const value = Number(weight)
  return Number.isFinite(value) ? value >= 600 : null
}

function whiteSpaceOf(value: string): WhiteSpace | null {
  if (value === '') return null
  if (/^(pre|pre-wrap|break-spaces|-moz-pre-wrap|preserve)\b/.test(value) && value !== 'pre-line')
    return 'pre'
  if (value === 'pre-line') return 'pre-line'
  return value === 'normal' || value === 'nowrap' ? 'normal' : null
}

function displayOf(value: string): InlineStyle['display'] {
  if (value === 'none') return 'none'
  if (/^(block|flex|grid|list-item|table|flow-root)$/.test(value)) return 'block'
  return value.startsWith('inline') ? 'inline' : null
}

/** Class names that toolkits share for text meant for screen readers alone. */
const SCREEN_READER_CLASS =
  /^(sr-only|visually-?hidden|screen-reader-(only|text)|screenreader|a11y-hidden|element-invisible)$/i

/** Whether a reader of the page would not see this element. */
export function isHidden(element: HtmlElement): boolean {
  const style = inlineStyleOf(element)
  if (style.display === 'none' || style.isInvisible) return true
  const hidden = attributeOf(element, 'hidden')
  if (hidden !== null && hidden !== 'false') return true
  if (attributeOf(element, 'aria-hidden') === 'true') return true
  return classesOf(element).some((name) => SCREEN_READER_CLASS.test(name))
}
