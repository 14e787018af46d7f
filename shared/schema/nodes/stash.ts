import { Node } from '@tiptap/core'
import { blockIdAttribute } from '../block-id.ts'

/** A passage kept in place, visibly fenced, never counted, never exported. */
export const Stash = Node.create({
  name: 'stash',
  group: 'block',
  content:
    '(paragraph | heading | blockQuote | pullQuote | bulletList | orderedList | figure | tableBlock | horizontalRule | factBox)*',
  isolating: true,
  defining: true,
  addAttributes: () => blockIdAttribute,
  parseHTML: () => [{ tag: 'div[data-stet="stash"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { ...HTMLAttributes, 'data-stet': 'stash' }, 0],
})
