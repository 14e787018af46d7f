import { Node } from '@tiptap/core'
import { blockIdAttribute } from '../block-id.ts'

export const HEADING_LEVELS = [2, 3, 4] as const
export type HeadingLevel = (typeof HEADING_LEVELS)[number]

/** A crosshead. Level 1 belongs to the headline alone. */
export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    ...blockIdAttribute,
    level: {
      default: 2,
      validate: (value: unknown) => {
        if (value !== 2 && value !== 3 && value !== 4) throw new RangeError('bad heading level')
      },
      rendered: false,
    },
  }),
  parseHTML: () => HEADING_LEVELS.map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${node.attrs['level']}`, HTMLAttributes, 0],
})
