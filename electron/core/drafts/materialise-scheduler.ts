// When to read a changing draft as an article again: soon after a pause, and never more than two seconds behind; a draft so long
// that this is felt is read less often, so that keys never wait for the desk's list.
import type { Clock } from '../ports.ts'

/** Milliseconds of quiet. Longer than the gap between two keys of a slow typist, shorter than a glance at the desk list. */
const MATERIALISE_AFTER_MS = 400
/** Milliseconds the article may lie behind a draft that never pauses: what a crash leaves for the next start to catch up. */
const MATERIALISE_AT_MOST_MS = 2_000

/** Waiting is at least this many times what the last run took: at most 2.5 % of the time goes into it. Measured: 3 ms to read
 * 100,000 words, 55 ms to index them for search, so such a draft is projected after 2.2 s of quiet or 5.5 s of writing. */
const QUIET_PER_COST = 40
const AT_MOST_PER_COST = 100
/** Milliseconds believed of one run; more is a clock that jumped or a machine that slept. */
const BELIEVED_COST_MS = 1_000

export interface MaterialiseScheduler {
  schedule(): void
  /** Runs now if anything is scheduled. */
  runNow(): void
  cancel(): void
}

export function createMaterialiseScheduler(clock: Clock, run: () => void): MaterialiseScheduler {
  let firstAt: number | null = null
  let costMs = 0
  let cancelTimer = (): void => undefined

  const cancel = (): void => {
    cancelTimer()
    cancelTimer = () => undefined
    firstAt = null
  }
  const runNow = (): void => {
    if (firstAt === null) return
    cancel()
    const startedAt = clock.now()
    run()
    costMs = Math.min(BELIEVED_COST_MS, Math.max(0, clock.now() - startedAt))
  }
  return {
    schedule() {
      const now = clock.now()
      // A clock that was set back must not postpone the ceiling until it has caught up again (RELIABILITY C8).
      firstAt = Math.min(firstAt ?? now, now)
      const age = now - firstAt
      const quietMs = Math.max(MATERIALISE_AFTER_MS, QUIET_PER_COST * costMs)
      const atMostMs = Math.max(MATERIALISE_AT_MOST_MS, AT_MOST_PER_COST * costMs)
      cancelTimer()
      cancelTimer = clock.after(Math.min(quietMs, Math.max(0, atMostMs - age)), runNow)
    },
    runNow,
    cancel,
  }
}
