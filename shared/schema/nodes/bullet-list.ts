import { Node } from '@tiptap/core'
import { blockIdAttribute } from '../block-id.ts'

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block',
  content: 'listItem*',
  addAttributes: () => blockIdAttribute,
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
})
