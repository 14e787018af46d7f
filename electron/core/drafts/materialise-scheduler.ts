// When to read a changing draft as an article again: soon after a pause, and never more than two seconds behind.
import type { Clock } from '../ports.ts'

/** Milliseconds of quiet. Longer than the gap between two keys of a slow typist, shorter than a glance at the desk list. */
export const MATERIALISE_AFTER_MS = 400
/** Milliseconds the article may lie behind a draft that never pauses: what a crash leaves for the next start to catch up. */
export const MATERIALISE_AT_MOST_MS = 2_000

export interface MaterialiseScheduler {
  schedule(): void
  /** Runs now if anything is scheduled. */
  runNow(): void
  cancel(): void
}

export function createMaterialiseScheduler(clock: Clock, run: () => void): MaterialiseScheduler {
  let firstAt: number | null = null
  let cancelTimer = (): void => undefined

  const cancel = (): void => {
    cancelTimer()
    cancelTimer = () => undefined
    firstAt = null
  }
  const runNow = (): void => {
    if (firstAt === null) return
    cancel()
    run()
  }
  return {
    schedule() {
      const now = clock.now()
      firstAt ??= now
      // A clock that was set back must not postpone the ceiling: negative ages count as none (RELIABILITY C8).
      const age = Math.max(0, now - firstAt)
      cancelTimer()
      cancelTimer = clock.after(
        Math.min(MATERIALISE_AFTER_MS, Math.max(0, MATERIALISE_AT_MOST_MS - age)),
        runNow,
      )
    },
    runNow,
    cancel,
  }
}
