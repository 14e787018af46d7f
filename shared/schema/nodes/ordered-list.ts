import { Node } from '@tiptap/core'
import { blockIdAttribute } from '../block-id.ts'

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block',
  content: 'listItem*',
  addAttributes: () => ({
    ...blockIdAttribute,
    start: {
      default: 1,
      validate: (value: unknown) => {
        if (!Number.isSafeInteger(value)) throw new RangeError('bad list start')
      },
      parseHTML: (element: { getAttribute(name: string): string | null }) => {
        const start = Number.parseInt(element.getAttribute('start') ?? '1', 10)
        return Number.isSafeInteger(start) ? start : 1
      },
    },
  }),
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
})
