import { Mark } from '@tiptap/core'
import { safeHref } from '../safe-href.ts'

/** The only attribute is the address, and only addresses that `safeHref` accepts can be stored. */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: '',
      validate: (value: unknown) => {
        if (typeof value !== 'string' || (value !== '' && safeHref(value) !== value))
          throw new RangeError('unsafe href')
      },
      parseHTML: (element: { getAttribute(name: string): string | null }) =>
        safeHref(element.getAttribute('href') ?? '') ?? '',
    },
  }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) =>
        typeof element !== 'string' && safeHref(element.getAttribute('href') ?? '') !== null ? null : false,
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
})
