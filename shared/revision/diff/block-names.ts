// What a block is called in a sentence: "Paragraph 4", "Caption of picture 2", "List 1, item 3".
import type { NodeJson } from '../../article/article.ts'

interface Noun {
  readonly noun: string
  readonly is: 'numbered' | 'single' | 'part'
}
const NOUNS: Readonly<Record<string, Noun>> = {
  kicker: { noun: 'Kicker', is: 'single' },
  headline: { noun: 'Headline', is: 'single' },
  standfirst: { noun: 'Standfirst', is: 'single' },
  paragraph: { noun: 'Paragraph', is: 'numbered' },
  heading: { noun: 'Crosshead', is: 'numbered' },
  blockQuote: { noun: 'Quote', is: 'numbered' },
  pullQuote: { noun: 'Pull quote', is: 'numbered' },
  bulletList: { noun: 'List', is: 'numbered' },
  orderedList: { noun: 'List', is: 'numbered' },
  listItem: { noun: 'Item', is: 'numbered' },
  figure: { noun: 'Picture', is: 'numbered' },
  tableBlock: { noun: 'Table', is: 'numbered' },
  tableRow: { noun: 'Row', is: 'numbered' },
  tableHeader: { noun: 'Column', is: 'numbered' },
  tableCell: { noun: 'Column', is: 'numbered' },
  horizontalRule: { noun: 'Rule', is: 'numbered' },
  factBox: { noun: 'Fact box', is: 'numbered' },
  stash: { noun: 'Stash', is: 'numbered' },
  caption: { noun: 'Caption', is: 'part' },
  credit: { noun: 'Credit', is: 'part' },
  tableCaption: { noun: 'Caption', is: 'part' },
  quoteSource: { noun: 'Source', is: 'part' },
  factTitle: { noun: 'Title', is: 'part' },
}
const UNKNOWN: Noun = { noun: 'Block', is: 'numbered' }

export const lowered = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1)

/** The kind of a block: "paragraph", "crosshead", "list". */
export const kindName = (node: NodeJson): string => lowered((NOUNS[node.type] ?? UNKNOWN).noun)

/** Names of the blocks of one list, in order; inside another block they carry its name. */
export function blockNames(nodes: readonly NodeJson[], parent: string | null): string[] {
  const counts = new Map<string, number>()
  const isAlone = nodes.length === 1
  return nodes.map((node) => {
    const { noun, is } = NOUNS[node.type] ?? UNKNOWN
    const number = (counts.get(noun) ?? 0) + 1
    counts.set(noun, number)
    if (parent === null) return is === 'numbered' ? `${noun} ${number}` : noun
    if (is === 'part') return `${noun} of ${lowered(parent)}`
    // The one paragraph of an item, the table of a table with its caption: nobody names them apart.
    if ((isAlone && node.type === 'paragraph') || node.type === 'table') return parent
    return `${parent}, ${noun.toLowerCase()} ${number}`
  })
}
