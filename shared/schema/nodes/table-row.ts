import { Node } from '@tiptap/core'

export const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)*',
  extendNodeSchema: (extension) => (extension.name === 'tableRow' ? { tableRole: 'row' } : {}),
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
})
