// When history is taken by itself (RV1): what was there before the first change of a sitting, and what is there when the writer
// has stopped for a while.
import type { Article } from '#shared/article/article.ts'
import type { Instant } from '#shared/article/ids.ts'
import type { Clock } from '../ports.ts'

/** Milliseconds without a change that end a sitting: a meeting, not a phone call. */
const SITTING_GAP_MS = 30 * 60_000
/** Milliseconds after the last change until the state reached is kept. */
const IDLE_AFTER_MS = 5 * 60_000

export interface Sittings {
  /** Before anything changes. Reads the article only when a sitting begins. */
  beforeChange(): void
  changed(): void
  /** A revision of the present state was taken for another reason. */
  noted(): void
  /** The draft closes: keeps the state reached, if it changed. */
  end(): void
  /** Forgets the timer. */
  stop(): void
}

export function createSittings(deps: {
  readonly clock: Clock
  /** The article as it is now, or null when it cannot be read as one: then there is nothing to keep. */
  article(): Article | null
  /** False when the disk refused. History never stands in the way of saving: it is tried again with the next change. */
  take(kind: 'sitting' | 'idle', article: Article): boolean
}): Sittings {
  let lastChangeAt: Instant | null = null
  let owed: Article | null = null
  let hasChanged = false
  let cancelIdle: (() => void) | null = null

  const stopIdle = (): void => {
    cancelIdle?.()
    cancelIdle = null
  }
  const payOwed = (): void => {
    if (owed !== null && deps.take('sitting', owed)) owed = null
  }
  const takeIdle = (): void => {
    stopIdle()
    payOwed()
    const article = hasChanged ? deps.article() : null
    if (article !== null && deps.take('idle', article)) hasChanged = false
  }
  return {
    beforeChange() {
      const now = deps.clock.now()
      // A clock set back by more than the gap begins a sitting, too: one revision too many is harmless.
      if (lastChangeAt === null || Math.abs(now - lastChangeAt) >= SITTING_GAP_MS) owed = deps.article()
      lastChangeAt = now
      payOwed()
    },
    changed() {
      lastChangeAt = deps.clock.now()
      hasChanged = true
      stopIdle()
      cancelIdle = deps.clock.after(IDLE_AFTER_MS, takeIdle)
    },
    noted() {
      hasChanged = false
    },
    end() {
      takeIdle()
      lastChangeAt = null
    },
    stop: stopIdle,
  }
}
