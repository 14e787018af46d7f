import { Node } from '@tiptap/core'

export const ListItem = Node.create({
  name: 'listItem',
  content: '(paragraph | bulletList | orderedList)*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: () => ['li', 0],
})
