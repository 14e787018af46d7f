import { Node } from '@tiptap/core'

/** Who made the picture and who supplied it; a child of a figure. */
export const Credit = Node.create({
  name: 'credit',
  content: 'inline*',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'p[data-stet="credit"]', priority: 60 }],
  renderHTML: () => ['p', { 'data-stet': 'credit' }, 0],
})
