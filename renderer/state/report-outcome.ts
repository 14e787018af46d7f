// Tells a person that something did not work: a message with what can be done, or for a bug the dialog with its reference.
import type { Outcome } from '#shared/errors/outcome.ts'
import { outcomeWords } from '../copy/errors.ts'
import { useDialogs } from './dialogs.ts'
import { useToasts } from './toasts.ts'

export function reportOutcome(outcome: Outcome, retry?: () => void): void {
  if (outcome.type === 'Cancelled') return // a person said so: nothing to tell
  if (outcome.type === 'Defect')
    return useDialogs.getState().open({ kind: 'defect', detail: `reference ${outcome.reference}` })
  const words = outcomeWords(outcome)
  useToasts.getState().show({
    tone: 'problem',
    title: words.title,
    text: `${words.sentence} ${words.nextStep}`.trim(),
    ...(retry && words.canRetry ? { action: { label: 'Try again', run: retry } } : {}),
  })
}
