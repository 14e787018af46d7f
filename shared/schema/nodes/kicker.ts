import { Node } from '@tiptap/core'

/** The line above the headline. */
export const Kicker = Node.create({
  name: 'kicker',
  group: 'head',
  content: 'text*',
  marks: '',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'p[data-stet="kicker"]' }],
  renderHTML: () => ['p', { 'data-stet': 'kicker' }, 0],
})
