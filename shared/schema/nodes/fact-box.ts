import { Node } from '@tiptap/core'
import { blockIdAttribute } from '../block-id.ts'

export const FactBox = Node.create({
  name: 'factBox',
  group: 'block',
  content: '(paragraph | heading | bulletList | orderedList | factTitle)*',
  isolating: true,
  defining: true,
  addAttributes: () => blockIdAttribute,
  parseHTML: () => [{ tag: 'aside[data-stet="factBox"]' }],
  // A note, because an aside by itself is a landmark of the whole window.
  renderHTML: ({ HTMLAttributes }) => [
    'aside',
    { ...HTMLAttributes, role: 'note', 'data-stet': 'factBox' },
    0,
  ],
})
