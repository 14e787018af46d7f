import { Node } from '@tiptap/core'
import { blockIdAttribute } from '../block-id.ts'

export const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000, // the default block: ProseMirror fills with the first block type it finds
  group: 'block',
  content: 'inline*',
  addAttributes: () => blockIdAttribute,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
})
