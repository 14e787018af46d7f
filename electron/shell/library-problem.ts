// A library that does not open becomes a calm page with a way on, never a dead start (RELIABILITY D12).
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { outcomeCopy } from '#shared/errors/outcome-copy.ts'
import type { Notice } from './notice-page.ts'

export type ProblemChoice = 'open' | 'new' | 'again' | 'quit'

export function libraryProblem(outcome: StorageOutcome): Notice {
  const { title, sentence, nextStep } = outcomeCopy(outcome)
  return {
    title,
    paragraphs: [sentence, nextStep].filter((paragraph) => paragraph !== ''),
    choices: [
      { id: 'again', label: 'Try Again' },
      { id: 'open', label: 'Open Another…' },
      { id: 'new', label: 'New Library…' },
      { id: 'quit', label: 'Quit' },
    ] satisfies { id: ProblemChoice; label: string }[],
  }
}
