import { Node } from '@tiptap/core'
import { blockIdAttribute } from '../block-id.ts'

/** A line lifted from the story for display; set aside from the reading flow on the page. */
export const PullQuote = Node.create({
  name: 'pullQuote',
  group: 'block',
  content: '(paragraph | quoteSource)*',
  defining: true,
  addAttributes: () => blockIdAttribute,
  parseHTML: () => [{ tag: 'aside[data-stet="pullQuote"]' }],
  // A note, because an aside by itself is a landmark of the whole window.
  renderHTML: ({ HTMLAttributes }) => [
    'aside',
    { ...HTMLAttributes, role: 'note', 'data-stet': 'pullQuote' },
    0,
  ],
})
