import { Node } from '@tiptap/core'

export const Table = Node.create({
  name: 'table',
  content: 'tableRow*',
  isolating: true,
  extendNodeSchema: (extension) => (extension.name === 'table' ? { tableRole: 'table' } : {}),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', ['tbody', 0]],
})
