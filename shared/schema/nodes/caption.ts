import { Node } from '@tiptap/core'

/** What the picture shows; a child of a figure. */
export const Caption = Node.create({
  name: 'caption',
  content: 'inline*',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'p[data-stet="caption"]', priority: 60 }],
  renderHTML: () => ['p', { 'data-stet': 'caption' }, 0],
})
