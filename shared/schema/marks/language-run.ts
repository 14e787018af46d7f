import { Mark } from '@tiptap/core'

/** A well-formed BCP 47 tag as far as shape goes; registry membership is not checked. */
const LANGUAGE_TAG = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,8}$/

export const isLanguageTag = (value: string): boolean => LANGUAGE_TAG.test(value)

/** A run in another language: screen readers change voice, hyphenation and direction follow. */
export const LanguageRun = Mark.create({
  name: 'languageRun',
  addAttributes: () => ({
    lang: {
      default: 'und',
      validate: (value: unknown) => {
        if (typeof value !== 'string' || !isLanguageTag(value)) throw new RangeError('bad language tag')
      },
      parseHTML: (element: { getAttribute(name: string): string | null }) => {
        const lang = element.getAttribute('lang') ?? ''
        return isLanguageTag(lang) ? lang : 'und'
      },
    },
  }),
  parseHTML: () => [{ tag: 'span[lang]' }],
  renderHTML: ({ HTMLAttributes }) => ['span', HTMLAttributes, 0],
})
