// Text and its marks as canonical inline nodes, built piece by piece.
import type { MarkJson, NodeJson } from '../../article/article.ts'
import type { InlineText } from './inline-text.ts'

export interface InlinePiece {
  readonly text: string
  readonly leaf: string | null
  readonly marks: readonly MarkJson[]
}

/** Neighbours with the same marks are joined, as canonical text has them. */
export function inlineNodes(pieces: readonly InlinePiece[]): NodeJson[] {
  const nodes: NodeJson[] = []
  for (const { text, leaf, marks } of pieces) {
    const last = nodes[nodes.length - 1]
    const dress = marks.length === 0 ? {} : { marks }
    if (leaf !== null) nodes.push({ type: leaf, ...dress })
    else if (last?.text !== undefined && sameMarks(last.marks ?? [], marks))
      nodes[nodes.length - 1] = { ...last, text: last.text + text }
    else nodes.push({ type: 'text', ...dress, text })
  }
  return nodes
}

export const sameMarks = (one: readonly MarkJson[], two: readonly MarkJson[]): boolean =>
  one === two || (one.length === two.length && JSON.stringify(one) === JSON.stringify(two))

/** The characters [from, to) of a text with what they wear. */
export function slicePieces({ text, spans }: InlineText, from: number, to: number): InlinePiece[] {
  return spans
    .filter((span) => span.from < to && span.to > from)
    .map((span) => ({
      text: text.slice(Math.max(from, span.from), Math.min(to, span.to)),
      leaf: span.leaf,
      marks: span.marks,
    }))
}
