import { Node } from '@tiptap/core'

/** The only h1. Italics, sub/superscript and language runs are allowed; nothing else. */
export const Headline = Node.create({
  name: 'headline',
  group: 'head',
  content: 'text*',
  marks: 'emphasis superscript subscript languageRun',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'h1[data-stet="headline"]' }],
  renderHTML: () => ['h1', { 'data-stet': 'headline' }, 0],
})
