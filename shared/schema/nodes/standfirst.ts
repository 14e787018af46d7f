import { Node } from '@tiptap/core'

/** The paragraph under the headline (dek). */
export const Standfirst = Node.create({
  name: 'standfirst',
  group: 'head',
  content: 'text*',
  marks: 'strong emphasis link superscript subscript languageRun',
  defining: true,
  isolating: true,
  parseHTML: () => [{ tag: 'p[data-stet="standfirst"]' }],
  renderHTML: () => ['p', { 'data-stet': 'standfirst' }, 0],
})
