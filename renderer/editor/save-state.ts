// What the status line says about saving. Derived from the queue of unacknowledged updates, never stored (DR2, R11).
import type { Instant } from '#shared/article/ids.ts'
import type { Outcome } from '#shared/errors/outcome.ts'

export type SaveState =
  /** Everything shown is committed in the library. */
  | { readonly state: 'saved'; readonly at: Instant }
  /** `pending` edits are on their way and not yet acknowledged. */
  | { readonly state: 'saving'; readonly pending: number }
  /** The last attempt failed; `pending` edits are held here and tried again. */
  | {
      readonly state: 'failed'
      readonly outcome: Outcome
      readonly pending: number
      /** Attempts in a row that failed; a rescue copy is offered from the first (RELIABILITY 5.4). */
      readonly attempts: number
    }
