import { Node } from '@tiptap/core'
import { blockIdAttribute } from '../block-id.ts'

const SHA256 = /^[0-9a-f]{64}$/

/** A picture with its caption and credit, which are content. `alt` changes as one value and is an attribute. */
export const Figure = Node.create({
  name: 'figure',
  group: 'block',
  content: '(caption | credit)*',
  isolating: true,
  defining: true,
  addAttributes: () => ({
    ...blockIdAttribute,
    assetId: {
      default: '',
      validate: (value: unknown) => {
        if (value !== '' && !(typeof value === 'string' && SHA256.test(value)))
          throw new RangeError('bad assetId')
      },
      parseHTML: (element: { getAttribute(name: string): string | null }) => {
        const id = element.getAttribute('data-asset-id') ?? ''
        return SHA256.test(id) ? id : ''
      },
      renderHTML: (attrs: Record<string, unknown>) => ({ 'data-asset-id': attrs['assetId'] }),
    },
    width: pixelSide('data-width', 'width'),
    height: pixelSide('data-height', 'height'),
    alt: {
      default: '',
      validate: 'string',
      parseHTML: (element: { getAttribute(name: string): string | null }) =>
        element.getAttribute('data-alt') ?? '',
      renderHTML: (attrs: Record<string, unknown>) => ({ 'data-alt': attrs['alt'] }),
    },
    decorative: {
      default: false,
      validate: 'boolean',
      parseHTML: (element: { getAttribute(name: string): string | null }) =>
        element.getAttribute('data-decorative') === 'true',
      renderHTML: (attrs: Record<string, unknown>) => ({ 'data-decorative': String(attrs['decorative']) }),
    },
  }),
  parseHTML: () => [{ tag: 'figure[data-asset-id]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', HTMLAttributes, 0],
})

function pixelSide(attribute: string, key: string) {
  return {
    default: 0,
    validate: (value: unknown) => {
      if (!Number.isSafeInteger(value) || (value as number) < 0) throw new RangeError('bad picture side')
    },
    parseHTML: (element: { getAttribute(name: string): string | null }) => {
      const side = Number.parseInt(element.getAttribute(attribute) ?? '0', 10)
      return Number.isSafeInteger(side) && side > 0 ? side : 0
    },
    renderHTML: (attrs: Record<string, unknown>) => ({ [attribute]: attrs[key] }),
  }
}
