import { afterEach, beforeEach, vi } from 'vitest'

export interface IdleCallbacks {
  /** How many wait for an idle moment. */
  readonly waiting: number
  /** An idle moment: what waits now runs; what asks anew waits for the next. */
  run(): void
}

/** For the tests of a file: time stands still, and the window is idle only when a test says so. */
export function fakeIdleCallbacks(): IdleCallbacks {
  let waiting: (() => void)[] = []
  beforeEach(() => {
    waiting = []
    vi.useFakeTimers()
    vi.stubGlobal('requestIdleCallback', (run: () => void) => waiting.push(run))
    vi.stubGlobal('cancelIdleCallback', () => {})
  })
  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })
  return {
    get waiting() {
      return waiting.length
    },
    run() {
      for (const run of waiting.splice(0)) run()
    },
  }
}
