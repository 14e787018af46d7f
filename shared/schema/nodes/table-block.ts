import { Node } from '@tiptap/core'
import { blockIdAttribute } from '../block-id.ts'

/** A table with its caption. A wrapper, because table editing needs a table's children to be rows and nothing else. */
export const TableBlock = Node.create({
  name: 'tableBlock',
  group: 'block',
  content: '(tableCaption | table)*',
  isolating: true,
  defining: true,
  addAttributes: () => blockIdAttribute,
  parseHTML: () => [{ tag: 'div[data-stet="tableBlock"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-stet': 'tableBlock' }, 0],
})
