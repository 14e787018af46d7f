import { Node } from '@tiptap/core'
import { blockIdAttribute } from '../block-id.ts'

export const BlockQuote = Node.create({
  name: 'blockQuote',
  group: 'block',
  content: '(paragraph | bulletList | orderedList | quoteSource)*',
  defining: true,
  addAttributes: () => blockIdAttribute,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
})
