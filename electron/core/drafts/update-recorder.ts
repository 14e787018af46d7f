// DR3: the first listener on the Y.Doc. Each update of any origin is appended to the log synchronously, in order; what the disk
// refuses is kept and appended later, byte for byte. Nobody hears of an update before its row is committed.
import type * as Y from 'yjs'
import type { Origin } from '#shared/draft/origin.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import type { AppendedUpdate } from '../storage/library-store.ts'

export interface RecordedUpdate {
  readonly bytes: Uint8Array
  readonly origin: Origin
  /** Yjs tidying up formatting after a change: no window has it yet, not even the one the change came from. */
  readonly isTidying: boolean
}
export interface UpdateRecorder {
  /** Runs a change of the Y.Doc. What it changed is appended only by `append`: a change that turns out bad leaves no row. */
  hold(origin: Origin, change: () => void): void
  /** Appends what is waiting. After a failure the rest keeps waiting. */
  append(): Result<null, StorageOutcome>
  readonly hasWaiting: boolean
  stop(): void
}

export function createUpdateRecorder(
  doc: Y.Doc,
  deps: {
    write(update: RecordedUpdate): Result<AppendedUpdate, StorageOutcome>
    /** After the row is committed: acknowledge, tell other windows, schedule. */
    onAppended(update: RecordedUpdate, appended: AppendedUpdate): void
    /** An append outside `hold` failed: nobody is waiting for the answer, so it is told here. */
    onFailed(outcome: StorageOutcome): void
  },
): UpdateRecorder {
  const waiting: RecordedUpdate[] = []
  let held: Origin | null = null

  const append = (): Result<null, StorageOutcome> => {
    for (let next = waiting[0]; next !== undefined; next = waiting[0]) {
      const appended = deps.write(next)
      if (!appended.ok) return appended
      waiting.shift()
      deps.onAppended(next, appended.value)
    }
    return ok(null)
  }
  const listener = (bytes: Uint8Array, origin: unknown): void => {
    const isTidying = origin === null && held !== null
    waiting.push({ bytes, origin: asOrigin(origin ?? held), isTidying })
    if (held !== null) return
    const appended = append()
    if (!appended.ok) deps.onFailed(appended.error)
  }
  doc.on('update', listener)

  return {
    hold(origin, change) {
      held = origin
      try {
        change()
      } finally {
        held = null
      }
    },
    append,
    get hasWaiting() {
      return waiting.length > 0
    },
    stop: () => doc.off('update', listener),
  }
}

function asOrigin(origin: unknown): Origin {
  if (typeof origin === 'object' && origin !== null && 'source' in origin) return origin as Origin
  throw new Error('DR7: a transaction without an origin') // a bug in main: nothing from outside opens transactions here
}
