// A library that does not open becomes a calm page with a way on, never a dead start (RELIABILITY D12).
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import type { Notice } from './notice-page.ts'

export type ProblemChoice = 'open' | 'new' | 'again' | 'quit'

export function libraryProblem(path: string, sentence: string, outcome: StorageOutcome): Notice {
  return {
    title: 'Stet cannot open this library',
    paragraphs: [sentence, path, reassurance(outcome)],
    choices: [
      { id: 'again', label: 'Try Again' },
      { id: 'open', label: 'Open Another…' },
      { id: 'new', label: 'New Library…' },
      { id: 'quit', label: 'Quit' },
    ] satisfies { id: ProblemChoice; label: string }[],
  }
}

const reassurance = ({ type }: StorageOutcome): string =>
  type === 'LibraryCorrupt'
    ? 'Nothing has been changed. Keep the folder as it is: copy it somewhere safe before trying anything, and run “stet verify” to see what can be read.'
    : 'Nothing has been changed in the folder.'
