// An article as lines of source: every node, attribute and mark, for faults that no rendering shows. One line for a node, and one
// for each run of text in it. Ids of blocks are left out: they are the library's own and no part of what anybody wrote.
import type { NodeJson } from '#shared/article/article.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'

export function sourceLines(node: NodeJson, depth = 0): string[] {
  const indent = '  '.repeat(depth)
  const { content, text, marks, ...own } = node
  if (text !== undefined) {
    const dress = (marks ?? []).map((mark) => ` ${mark.type}${attrsOf(mark.attrs)}`).join('')
    return [`${indent}${JSON.stringify(text)}${dress}`]
  }
  return [
    `${indent}${own.type}${attrsOf(own.attrs)}`,
    ...(content ?? []).flatMap((child) => sourceLines(child, depth + 1)),
  ]
}

function attrsOf(attrs: Readonly<Record<string, unknown>> = {}): string {
  const { blockId: _, ...shown } = attrs
  return Object.keys(shown).length === 0 ? '' : ` ${canonicalJson(shown)}`
}
