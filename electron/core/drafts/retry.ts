// Tries again what the disk refused, soon at first, then every two seconds.
import type { Clock } from '../ports.ts'

/** Milliseconds before the first new attempt; doubles each time. */
const FIRST_MS = 200
/** R7: everything is stored at most two seconds after space returns. */
const LONGEST_MS = 2_000

export interface Retry {
  /** Attempts again later; replaces an attempt that is already waiting. */
  schedule(): void
  /** It worked: the next trouble starts with the short pause again. */
  reset(): void
  cancel(): void
}

export function createRetry(clock: Clock, attempt: () => void): Retry {
  let pauseMs = FIRST_MS
  let cancelTimer = (): void => undefined
  return {
    schedule() {
      cancelTimer()
      cancelTimer = clock.after(pauseMs, attempt)
      pauseMs = Math.min(LONGEST_MS, pauseMs * 2)
    },
    reset() {
      cancelTimer()
      pauseMs = FIRST_MS
    },
    cancel: () => cancelTimer(),
  }
}
