// Words on the editor's surface.
import { isMacPlatform } from '../app/shortcut.ts'
import type { PlaceholderWords } from './extensions/placeholder/placeholder.ts'

export const placeholders = (): PlaceholderWords => ({
  kicker: 'Kicker',
  headline: 'Headline',
  standfirst: 'Standfirst: what the story says, in a sentence or two',
  body: `Write the story here. ${isMacPlatform() ? '⌘K' : 'Ctrl+K'} lists every command.`,
})

export const GALLEY_LABEL = 'Text of the article'
export const TOOLBAR_LABEL = 'Formatting'
