// In the place of what could not be read: the failure in words, and another try where there is one.
import type { Outcome } from '#shared/errors/outcome.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { outcomeWords } from './errors.ts'

export function FailedState({
  outcome,
  onRetry,
}: {
  readonly outcome: Outcome
  readonly onRetry?: () => void
}) {
  const { title, sentence, nextStep } = outcomeWords(outcome)
  return (
    <EmptyState
      title={title}
      actions={onRetry === undefined ? undefined : <Button onPress={onRetry}>Try again</Button>}
    >
      <p>{sentence}</p>
      <p>{nextStep}</p>
    </EmptyState>
  )
}
