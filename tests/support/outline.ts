// Article content as indented lines, so that a test shows shape and text and nothing else.
import { articleGrammar } from '#shared/schema/article-schema.ts'
import type { NodeJson } from '#shared/article/article.ts'

const TEXTBLOCKS = new Set([
  'paragraph',
  'heading',
  'caption',
  'credit',
  'quoteSource',
  'factTitle',
  'tableCaption',
  'kicker',
  'headline',
  'standfirst',
])
const LETTERS: Readonly<Record<string, string>> = {
  strong: 'b',
  emphasis: 'i',
  superscript: 'sup',
  subscript: 'sub',
  code: 'code',
}

export function outline(content: readonly NodeJson[], depth = 0): string {
  return content.map((node) => outlineNode(node, depth)).join('\n')
}

/** Throws unless the content is valid against the grammar, marks and attributes included. */
export function checkGrammar(content: readonly NodeJson[]): void {
  articleGrammar().nodeFromJSON({ type: 'doc', content }).check()
}

function outlineNode(node: NodeJson, depth: number): string {
  const pad = '  '.repeat(depth)
  if (TEXTBLOCKS.has(node.type)) {
    const level = node.type === 'heading' ? String(node.attrs?.['level']) : ''
    return `${pad}${node.type}${level}: ${(node.content ?? []).map(inline).join('')}`
  }
  const attrs = Object.entries(node.attrs ?? {}).map(([name, value]) => ` ${name}=${String(value)}`)
  const own = `${pad}${node.type}${attrs.join('')}`
  return node.content === undefined ? own : `${own}\n${outline(node.content, depth + 1)}`
}

function inline(node: NodeJson): string {
  if (node.type === 'hardBreak') return '⏎'
  return (node.marks ?? []).reduceRight((text, mark) => {
    if (mark.type === 'link') return `[${text}](${String(mark.attrs?.['href'])})`
    if (mark.type === 'languageRun') return `{${String(mark.attrs?.['lang'])}:${text}}`
    const letter = LETTERS[mark.type] ?? mark.type
    return `<${letter}>${text}</${letter}>`
  }, node.text ?? '')
}
