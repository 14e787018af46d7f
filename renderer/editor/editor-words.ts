// Words on the editor's surface.
import type { PlaceholderWords } from './extensions/placeholder/placeholder.ts'

export const PLACEHOLDERS: PlaceholderWords = {
  kicker: 'Kicker',
  headline: 'Headline',
  standfirst: 'Standfirst: what the story says, in a sentence or two',
  body: 'Write the story here. Ctrl+K or ⌘K lists every command.',
}

export const GALLEY_LABEL = 'Text of the article'
export const TOOLBAR_LABEL = 'Formatting'
