import { Node } from '@tiptap/core'

/** The title of a fact box; its first child. */
export const FactTitle = Node.create({
  name: 'factTitle',
  content: 'inline*',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'p[data-stet="factTitle"]', priority: 60 }],
  renderHTML: () => ['p', { 'data-stet': 'factTitle' }, 0],
})
