// A second opinion on what a reader of HTML sees, written without the converter's code: text nodes in order, blocks apart.
import { type DefaultTreeAdapterTypes, parse } from 'parse5'
import type { NodeJson } from '#shared/article/article.ts'

const UNSEEN = new Set(
  (
    'head script style title template noscript iframe object embed applet frameset video audio canvas svg select textarea button input ' +
    'noframes noembed xml annotation annotation-xml datalist progress meter optgroup option'
  ).split(' '),
)
const BLOCKS =
  /^(p|div|li|td|th|tr|br|h\d|ul|ol|table|blockquote|body|section|article|caption|dt|dd|figcaption|figure|hr|pre|center|form|address|header|footer|nav|aside|main|details|summary|fieldset|legend|dl|menu|dir|listing|xmp|plaintext|hgroup)$/

export function visibleText(html: string): string {
  let text = ''
  let isInside = !html.includes('<!--StartFragment')
  const visit = (node: DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.ParentNode): void => {
    if (node.nodeName === '#text' && 'value' in node) text += isInside ? node.value : ''
    if (node.nodeName === '#comment' && 'data' in node) {
      if (node.data.trim() === 'StartFragment') isInside = true
      if (node.data.trim() === 'EndFragment') isInside = false
    }
    if (
      'attrs' in node &&
      (UNSEEN.has(node.tagName) || /^(v|m|x):|^o:(?!p)/.test(node.tagName) || isHidden(node))
    )
      return
    const isBlock = BLOCKS.test(node.nodeName)
    if (isBlock) text += '\n'
    if ('childNodes' in node) for (const child of node.childNodes) visit(child)
    if (isBlock) text += '\n'
  }
  visit(parse(html))
  return text
}

function isHidden({ attrs }: DefaultTreeAdapterTypes.Element): boolean {
  return attrs.some(
    ({ name, value }) =>
      name === 'hidden' ||
      (name === 'aria-hidden' && value === 'true') ||
      (name === 'style' && /display:\s*none|visibility:\s*hidden|mso-list:\s*ignore|mso-hide/i.test(value)),
  )
}

/** Text of converted blocks, each text block on lines of its own. */
export function contentText(content: readonly NodeJson[]): string {
  return content
    .map((node): string => {
      if (node.text !== undefined) return node.text
      if (node.type === 'hardBreak') return '\n'
      const text = contentText(node.content ?? [])
      return (node.content ?? []).some((child) => child.text !== undefined) ? `\n${text}\n` : text
    })
    .join('')
}

/** White space of every kind as one space. */
export const spaced = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff]+/g, ' ').trim()
/** Without white space and control characters. */
export const squashed = (text: string): string => text.replace(/[\s\u00a0\u200b\ufeff\p{Cc}]+/gu, '')
