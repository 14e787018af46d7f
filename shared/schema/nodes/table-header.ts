import { Node } from '@tiptap/core'
import { cellSpanAttributes } from '../cell-span.ts'

export const TableHeader = Node.create({
  name: 'tableHeader',
  content: '(paragraph | bulletList | orderedList)*',
  isolating: true,
  addAttributes: () => cellSpanAttributes,
  extendNodeSchema: (extension) => (extension.name === 'tableHeader' ? { tableRole: 'header_cell' } : {}),
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', HTMLAttributes, 0],
})
