// Work that must never stand between a key and the screen: done in slices while the window has nothing better to do.

/** Milliseconds of one slice: a quarter of a 60 Hz frame (PERFORMANCE P4). */
const SLICE_MS = 4
/** Work is done after this many milliseconds even in a window that is never idle. */
const PATIENCE_MS = 500

/** Does one slice; true when all is done. Ask `isOver` between pieces. */
export type Slice = (isOver: () => boolean) => boolean

export interface IdleWork {
  /** Starts the work over in the next idle moment. Asking again before it ran costs nothing. */
  request(): void
  stop(): void
}

export function createIdleWork(slice: Slice): IdleWork {
  let handle: number | null = null
  const run = (): void => {
    handle = null
    const end = performance.now() + SLICE_MS
    if (!slice(() => performance.now() >= end)) schedule()
  }
  const schedule = (): void => {
    handle ??= requestIdleCallback(run, { timeout: PATIENCE_MS })
  }
  return {
    request: schedule,
    stop() {
      if (handle !== null) cancelIdleCallback(handle)
      handle = null
    },
  }
}
