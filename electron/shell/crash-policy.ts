// What to do when a window's page dies: bring it back where it was, unless it keeps dying (E7).

/** Three deaths in a minute are a loop: something in the article or the machine kills the page each time. */
const MAX_DEATHS = 3
const WITHIN_MS = 60_000

export interface CrashPolicy {
  /** Another death, now. */
  next(): 'reload' | 'safe-page'
  /** The person asked to try again. */
  reset(): void
}

export function createCrashPolicy(now: () => number): CrashPolicy {
  let deaths: number[] = []
  return {
    next: () => {
      deaths = [...deaths, now()].filter((at) => now() - at < WITHIN_MS)
      return deaths.length >= MAX_DEATHS ? 'safe-page' : 'reload'
    },
    reset: () => {
      deaths = []
    },
  }
}
