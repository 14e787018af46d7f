// The builders of the contract. Commands take one object and answer a Result; events carry one object.
import type { z } from 'zod'
import type { OutcomeTag } from '../errors/outcome.ts'

export interface Command<I extends z.ZodType, O extends z.ZodType, E extends OutcomeTag> {
  readonly kind: 'command'
  readonly input: I
  readonly output: O
  readonly errors: readonly E[]
}
export interface EventOf<P extends z.ZodType> {
  readonly kind: 'event'
  readonly payload: P
}

export const command = <I extends z.ZodType, O extends z.ZodType, const E extends OutcomeTag>(
  input: I,
  output: O,
  errors: readonly E[],
): Command<I, O, E> => ({ kind: 'command', input, output, errors })

export const event = <P extends z.ZodType>(payload: P): EventOf<P> => ({ kind: 'event', payload })
