// Public notes in the desk's words, and where each kind stands unless somebody says otherwise.
import type { NoteKind, PublicNote } from '#shared/article/public-note.ts'

export interface NoteWords {
  readonly name: string
  readonly hint: string
  readonly placement: PublicNote['placement']
}

export const NOTE_WORDS: Readonly<Record<NoteKind, NoteWords>> = {
  correction: {
    name: 'Correction',
    hint: 'Say what was wrong and what is right. Readers see these words for ever.',
    placement: 'low',
  },
  clarification: {
    name: 'Clarification',
    hint: 'Say what could be misread, and what is meant.',
    placement: 'low',
  },
  update: { name: 'Update', hint: 'One line: what is new.', placement: 'low' },
  'editors-note': {
    name: 'Editor’s note',
    hint: 'What readers should know before they read on.',
    placement: 'high',
  },
  retraction: {
    name: 'Retraction',
    hint: 'It takes the place of the story. The address and the headline stay. Say why.',
    placement: 'high',
  },
}
