import { Node } from '@tiptap/core'

/** What the table shows; the first child of a table block. */
export const TableCaption = Node.create({
  name: 'tableCaption',
  content: 'inline*',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'p[data-stet="tableCaption"]', priority: 60 }],
  renderHTML: () => ['p', { 'data-stet': 'tableCaption' }, 0],
})
