// Runs of text with marks as Markdown phrasing. What CommonMark has no sign for stands as the HTML it allows.
import type { PhrasingContent } from 'mdast'
import type { MarkJson, NodeJson } from '#shared/article/article.ts'
import { safeHref } from '#shared/schema/safe-href.ts'
import { textAttribute } from './attributes.ts'
import { cleanText, escapeAttribute } from './html-escape.ts'
import { directionOf, languageTag } from './language.ts'

/** Neighbours that share their outermost mark become one run of it, and so on inwards. */
export function inlineMarkdown(nodes: readonly NodeJson[], depth = 0): PhrasingContent[] {
  const phrasing: PhrasingContent[] = []
  for (let start = 0; start < nodes.length; ) {
    const node = nodes[start]
    if (node === undefined) break
    const mark = node.marks?.[depth]
    if (mark === undefined) {
      phrasing.push(...leaf(node))
      start++
      continue
    }
    let end = start + 1
    while (end < nodes.length && isSameMark(nodes[end]?.marks?.[depth], mark)) end++
    const { before, core, after } = withoutEdgeSpaces(nodes.slice(start, end))
    phrasing.push(...space(before), ...(core.length === 0 ? [] : marked(mark, core, depth)), ...space(after))
    start = end
  }
  return phrasing
}

function leaf(node: NodeJson): PhrasingContent[] {
  if (node.text !== undefined) return words(oneLine(node.text))
  if (node.type === 'hardBreak') return [{ type: 'break' }]
  throw new Error(`No Markdown for node ${node.type}`)
}

/** A backslash is written as a reference: the library may do the same to the next letter, and a bare one would disarm it. */
function words(text: string): PhrasingContent[] {
  const [first = '', ...rest] = text.split('\\')
  const value = (part: string): PhrasingContent[] => (part === '' ? [] : [{ type: 'text', value: part }])
  return [
    ...value(first),
    ...rest.flatMap((part) => [{ type: 'html', value: '&#92;' } as const, ...value(part)]),
  ]
}

function marked(mark: MarkJson, nodes: readonly NodeJson[], depth: number): PhrasingContent[] {
  const inside = () => inlineMarkdown(nodes, depth + 1)
  switch (mark.type) {
    case 'strong':
      return [{ type: 'strong', children: inside() }]
    case 'emphasis':
      return [{ type: 'emphasis', children: inside() }]
    case 'link': {
      const href = safeHref(textAttribute(mark, 'href'))
      // Phrasing inside a link has no links: the mark excludes itself.
      return href === null ? inside() : [{ type: 'link', url: href, children: inside() }]
    }
    case 'code':
      return nodes.flatMap((node) =>
        node.text === undefined ? leaf(node) : [{ type: 'inlineCode' as const, value: oneLine(node.text) }],
      )
    case 'superscript':
      return html('<sup>', inside(), '</sup>')
    case 'subscript':
      return html('<sub>', inside(), '</sub>')
    case 'languageRun': {
      const tag = languageTag(textAttribute(mark, 'lang'))
      return html(`<span lang="${escapeAttribute(tag)}" dir="${directionOf(tag)}">`, inside(), '</span>')
    }
    default:
      throw new Error(`No Markdown for mark ${mark.type}`)
  }
}

/** A space just inside a mark is outside it to a reader, and Markdown's signs cannot stand next to one. */
function withoutEdgeSpaces(run: readonly NodeJson[]): {
  readonly before: string
  readonly core: readonly NodeJson[]
  readonly after: string
} {
  let core = run
  let before = ''
  let after = ''
  for (let first = core[0]; first?.text !== undefined && /^\s/.test(first.text); first = core[0]) {
    const rest = first.text.trimStart()
    before += first.text.slice(0, first.text.length - rest.length)
    core = rest === '' ? core.slice(1) : [{ ...first, text: rest }, ...core.slice(1)]
  }
  for (let last = core.at(-1); last?.text !== undefined && /\s$/.test(last.text); last = core.at(-1)) {
    const rest = last.text.trimEnd()
    after = last.text.slice(rest.length) + after
    core = rest === '' ? core.slice(0, -1) : [...core.slice(0, -1), { ...last, text: rest }]
  }
  return { before, core, after }
}

const space = (text: string): PhrasingContent[] =>
  text === '' ? [] : [{ type: 'text', value: oneLine(text) }]

const html = (open: string, inside: PhrasingContent[], close: string): PhrasingContent[] => [
  { type: 'html', value: open },
  ...inside,
  { type: 'html', value: close },
]

/** A line break inside text is a space to readers; as Markdown it could begin a block. */
const oneLine = (text: string): string => cleanText(text).replace(/\n/g, ' ')

function isSameMark(mark: MarkJson | undefined, other: MarkJson): boolean {
  return mark?.type === other.type && JSON.stringify(mark.attrs ?? {}) === JSON.stringify(other.attrs ?? {})
}
