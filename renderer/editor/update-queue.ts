// Edits of one draft on their way to the library: sent at once, one push at a time, kept until acknowledged (DR4, DR6).
import * as Y from 'yjs'
import type { Instant } from '#shared/article/ids.ts'
import { MAX_UPDATE_BYTES } from '#shared/article/limits.ts'
import type { WindowSource } from '#shared/draft/origin.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { Result } from '#shared/ipc/result.ts'
import type { SaveState } from './save-state.ts'

/** Milliseconds before the second attempt; doubles per failure (RELIABILITY 5.4: back off 0.2-5 s). */
const FIRST_BACKOFF_MS = 200
/** Longest pause between attempts, milliseconds. */
const LONGEST_BACKOFF_MS = 5_000

/** Starts a timer and answers how to stop it. Only retries wait for timers: hidden windows throttle them. */
export type StartTimer = (run: () => void, ms: number) => () => void
export type Push = (
  update: Uint8Array,
  origin: WindowSource,
) => Promise<Result<{ readonly savedAt: Instant }, Outcome>>

interface Unsent {
  readonly update: Uint8Array
  readonly origin: WindowSource
}

export interface UpdateQueue {
  add(update: Uint8Array, origin: WindowSource): void
  /** Attempts now what a back-off would attempt later. */
  retry(): void
  /** True once nothing is unacknowledged; false as soon as an attempt fails. */
  flush(): Promise<boolean>
  state(): SaveState
  hasUnsaved(): boolean
  /** Something committed elsewhere is shown here now. The latest word counts, not the latest time: clocks are set back (C8). */
  noteSavedAt(at: Instant): void
  stop(): void
}

export function createUpdateQueue(
  push: Push,
  savedAtOpening: Instant,
  notify: () => void,
  startTimer: StartTimer,
): UpdateQueue {
  let unsent: Unsent[] = []
  let inFlight: readonly Unsent[] | null = null
  let failure: { readonly outcome: Outcome; readonly attempts: number } | null = null
  let savedAt = savedAtOpening
  let stopBackoff: (() => void) | null = null
  let isStopped = false
  let waiting: ((isSaved: boolean) => void)[] = []
  let shown: SaveState | null = null

  const pending = () => unsent.length + (inFlight?.length ?? 0)
  const changed = () => {
    shown = null
    notify()
  }
  const settle = (isSaved: boolean) => {
    const settled = waiting
    waiting = []
    for (const resolve of settled) resolve(isSaved)
  }

  function send(): void {
    if (isStopped || inFlight !== null || stopBackoff !== null || unsent.length === 0) return
    const batch = takeBatch(unsent)
    const [first, ...others] = batch
    if (first === undefined) return
    unsent = unsent.slice(batch.length)
    inFlight = batch
    // A rejected promise is a broken bridge: a defect, but the text must be kept and tried again all the same (DR4).
    const update = others.length === 0 ? first.update : Y.mergeUpdates(batch.map((one) => one.update))
    void push(update, first.origin).then(answered, () =>
      answered({ ok: false, error: { type: 'Defect', reference: 'bridge' } }),
    )
  }

  function answered(result: Awaited<ReturnType<Push>>): void {
    if (isStopped) return
    const batch = inFlight ?? []
    inFlight = null
    if (result.ok) {
      failure = null
      savedAt = result.value.savedAt
      send()
      changed()
      if (pending() === 0) settle(true)
      return
    }
    unsent = [...batch, ...unsent]
    const attempts = (failure?.attempts ?? 0) + 1
    failure = { outcome: result.error, attempts }
    const pause = Math.min(FIRST_BACKOFF_MS * 2 ** (attempts - 1), LONGEST_BACKOFF_MS)
    stopBackoff = startTimer(() => {
      stopBackoff = null
      send()
    }, pause)
    changed()
    settle(false)
  }

  const retry = () => {
    stopBackoff?.()
    stopBackoff = null
    send()
  }

  return {
    add(update, origin) {
      unsent.push({ update, origin })
      send()
      changed()
    },
    retry,
    flush() {
      if (pending() === 0) return Promise.resolve(true)
      const settled = new Promise<boolean>((resolve) => waiting.push(resolve))
      retry()
      return settled
    },
    state() {
      shown ??=
        failure !== null
          ? { state: 'failed', ...failure, pending: pending() }
          : pending() > 0
            ? { state: 'saving', pending: pending() }
            : { state: 'saved', at: savedAt }
      return shown
    },
    hasUnsaved: () => pending() > 0,
    noteSavedAt(at) {
      savedAt = at
      changed()
    },
    stop() {
      isStopped = true
      stopBackoff?.()
      settle(pending() === 0)
    },
  }
}

/** As many updates of one origin as one push may carry; always at least one. A row of the log has one origin (AT2). */
function takeBatch(waiting: readonly Unsent[]): readonly Unsent[] {
  let bytes = 0
  let count = 0
  for (const { update, origin } of waiting) {
    bytes += update.byteLength
    if (count > 0 && (bytes > MAX_UPDATE_BYTES || origin !== waiting[0]?.origin)) break
    count += 1
  }
  return waiting.slice(0, count)
}
