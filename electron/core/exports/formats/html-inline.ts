// Runs of text with marks to markup. Marks shared by neighbours stay open across them.
import type { MarkJson, NodeJson } from '#shared/article/article.ts'
import { safeHref } from '#shared/schema/safe-href.ts'
import { textAttribute } from './attributes.ts'
import { escapeAttribute, escapeText } from './html-escape.ts'
import { directionOf, languageTag } from './language.ts'

interface Tag {
  readonly open: string
  readonly close: string
}

const PLAIN_TAGS: Readonly<Record<string, Tag>> = {
  strong: { open: '<strong>', close: '</strong>' },
  emphasis: { open: '<em>', close: '</em>' },
  superscript: { open: '<sup>', close: '</sup>' },
  subscript: { open: '<sub>', close: '</sub>' },
  code: { open: '<code>', close: '</code>' },
}

export function inlineHtml(nodes: readonly NodeJson[]): string {
  let html = ''
  let open: readonly Tag[] = []
  for (const node of nodes) {
    const tags = node.marks === undefined ? [] : tagsOf(node.marks)
    if (open.length > 0 || tags.length > 0) {
      const shared = sharedCount(open, tags)
      for (let index = open.length - 1; index >= shared; index--) html += open[index]?.close ?? ''
      for (let index = shared; index < tags.length; index++) html += tags[index]?.open ?? ''
      open = tags
    }
    html += inlineNode(node)
  }
  for (let index = open.length - 1; index >= 0; index--) html += open[index]?.close ?? ''
  return html
}

function inlineNode(node: NodeJson): string {
  if (node.text !== undefined) return escapeText(node.text)
  if (node.type === 'hardBreak') return '<br>'
  throw new Error(`No inline rendering for node ${node.type}`)
}

/** The materialised order is the schema's: link outermost. */
function tagsOf(marks: readonly MarkJson[]): readonly Tag[] {
  const tags: Tag[] = []
  for (const mark of marks) {
    const tag = PLAIN_TAGS[mark.type] ?? attributedTag(mark)
    if (tag !== null) tags.push(tag)
  }
  return tags
}

function attributedTag(mark: MarkJson): Tag | null {
  if (mark.type === 'link') {
    // Checked again at the very door: an unsafe address loses the link and keeps the words.
    const href = safeHref(textAttribute(mark, 'href'))
    return href === null ? null : { open: `<a href="${escapeAttribute(href)}">`, close: '</a>' }
  }
  if (mark.type === 'languageRun') {
    const tag = languageTag(textAttribute(mark, 'lang'))
    return { open: `<span lang="${escapeAttribute(tag)}" dir="${directionOf(tag)}">`, close: '</span>' }
  }
  throw new Error(`No rendering for mark ${mark.type}`)
}

function sharedCount(open: readonly Tag[], next: readonly Tag[]): number {
  let count = 0
  while (count < open.length && count < next.length && open[count]?.open === next[count]?.open) count++
  return count
}
