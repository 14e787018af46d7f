import { Node } from '@tiptap/core'
import { cellSpanAttributes } from '../cell-span.ts'

export const TableCell = Node.create({
  name: 'tableCell',
  content: '(paragraph | bulletList | orderedList)*',
  isolating: true,
  addAttributes: () => cellSpanAttributes,
  extendNodeSchema: (extension) => (extension.name === 'tableCell' ? { tableRole: 'cell' } : {}),
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
})
