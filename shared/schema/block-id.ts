// Stable block ids: the diff matches blocks by them first. Null until the editor's block-id plugin names the block.

const BLOCK_ID = /^[0-9a-z]{1,16}$/

/** The attribute every block of the `block` group carries. Not exported to readers. */
export const blockIdAttribute = {
  blockId: {
    default: null,
    validate: (value: unknown) => {
      if (value !== null && !(typeof value === 'string' && BLOCK_ID.test(value)))
        throw new RangeError('bad blockId')
    },
    parseHTML: (element: { getAttribute(name: string): string | null }) => {
      const id = element.getAttribute('data-block-id')
      return id !== null && BLOCK_ID.test(id) ? id : null
    },
    renderHTML: (attrs: Record<string, unknown>) =>
      attrs['blockId'] ? { 'data-block-id': attrs['blockId'] } : {},
  },
}
