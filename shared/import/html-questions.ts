// Questions about one element that decide what it becomes.
import type { NodeJson } from '../article/article.ts'
import { wholeNumber } from './html-boxes.ts'
import {
  type HtmlElement,
  attributeOf,
  classesOf,
  isComment,
  isElement,
  isText,
  lineTextOf,
} from './html-tree.ts'
import { wordHeadingLevel } from './word-html.ts'

export function headingLevelOf(element: HtmlElement): number | null {
  const level = /^h([1-6])$/.exec(element.tagName)?.[1]
  if (level !== undefined) return Number(level)
  if (attributeOf(element, 'role') === 'heading') return wholeNumber(attributeOf(element, 'aria-level')) ?? 2
  return element.tagName === 'p' ? wordHeadingLevel(element) : null
}

/** Word Online ends each paragraph with a space of its own. */
export const isEndOfParagraph = (element: HtmlElement): boolean =>
  element.tagName === 'span' && classesOf(element).includes('EOP') && lineTextOf(element) === ''

export const isTracked = (element: HtmlElement): boolean =>
  attributeOf(element, 'datetime') !== null || attributeOf(element, 'cite') !== null

export const hasSibling = (element: HtmlElement, tag: string): boolean =>
  element.parentNode?.childNodes.some((node) => node.nodeName === tag) ?? false

/** The only thing in its block, or a child of the quote itself: then it names the source. */
export function isAlone(element: HtmlElement): boolean {
  const parent = element.parentNode
  if (parent === null || !isElement(parent)) return false
  if (parent.tagName === 'blockquote' || parent.tagName === 'footer') return true
  return parent.childNodes.every(
    (node) => node === element || isComment(node) || (isText(node) && /^[\s\u00a0—–-]*$/.test(node.value)),
  )
}

/** A figure that names a stored picture: only from our own clipboard, never from a file. */
export function storedFigure(element: HtmlElement): NodeJson | null {
  const assetId = attributeOf(element, 'data-asset-id') ?? ''
  if (element.tagName !== 'figure' || !/^[0-9a-f]{64}$/.test(assetId)) return null
  return {
    type: 'figure',
    attrs: {
      assetId,
      width: Math.max(0, wholeNumber(attributeOf(element, 'data-width')) ?? 0),
      height: Math.max(0, wholeNumber(attributeOf(element, 'data-height')) ?? 0),
      alt: attributeOf(element, 'data-alt') ?? '',
      decorative: attributeOf(element, 'data-decorative') === 'true',
    },
  }
}
