// The text of text blocks as one string, with what the characters wear kept beside it.
import type { MarkJson, NodeJson } from '../../article/article.ts'

/** A stretch of text with the same marks, or one inline node that is not text. */
export interface Span {
  readonly from: number
  readonly to: number
  readonly marks: readonly MarkJson[]
  readonly leaf: string | null
}
export interface InlineText {
  readonly text: string
  readonly spans: readonly Span[]
  /** Offsets where one text block ends and the next begins. */
  readonly breaks: readonly number[]
}

const NO_MARKS: readonly MarkJson[] = []
/** What an inline node that is not text reads as. */
const LEAF_TEXT = '\n'

const TEXT_BLOCKS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'kicker',
  'headline',
  'standfirst',
  'caption',
  'credit',
  'tableCaption',
  'quoteSource',
  'factTitle',
])

export const isTextBlock = (node: NodeJson): boolean => TEXT_BLOCKS.has(node.type)

/** The text of several text blocks in one flow. */
export function inlineTextOf(blocks: readonly NodeJson[]): InlineText {
  const spans: Span[] = []
  const breaks: number[] = []
  let text = ''
  blocks.forEach((block, index) => {
    if (index > 0) breaks.push(text.length)
    for (const child of block.content ?? []) {
      const from = text.length
      text += child.text ?? LEAF_TEXT
      const leaf = child.text === undefined ? child.type : null
      spans.push({ from, to: text.length, marks: child.marks ?? NO_MARKS, leaf })
    }
  })
  return { text, spans, breaks }
}

export const plainInline = (text: string): InlineText => ({
  text,
  spans: text === '' ? [] : [{ from: 0, to: text.length, marks: NO_MARKS, leaf: null }],
  breaks: [],
})

/** The text blocks of a node in reading order: itself, or those inside. */
export function textBlocksOf(node: NodeJson): NodeJson[] {
  if (isTextBlock(node)) return [node]
  return (node.content ?? []).flatMap(textBlocksOf)
}
