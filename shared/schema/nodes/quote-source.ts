import { Node } from '@tiptap/core'

/** Who said it; the last child of a block quote or pull quote. */
export const QuoteSource = Node.create({
  name: 'quoteSource',
  content: 'inline*',
  defining: true,
  parseHTML: () => [{ tag: 'p[data-stet="quoteSource"]', priority: 60 }],
  renderHTML: () => ['p', { 'data-stet': 'quoteSource' }, 0],
})
