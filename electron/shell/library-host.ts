// Holds the one open library and its core. Calls that arrive before it is open wait for it; the window is drawn meanwhile.
import type { Clock, Log } from '#core/ports.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import type { ArticleId, AssetId } from '#shared/article/ids.ts'
import type { Broadcast } from '#shared/ipc/desktop-api.ts'
import { err } from '#shared/ipc/result.ts'
import type { PictureLookup } from './app-protocol.ts'
import type { Dispatch } from './ipc-host.ts'

/** Core on one library, as the shell needs it. boot.ts builds it. */
export interface RunningCore {
  readonly dispatch: Dispatch
  windowClosed(windowId: number): void
  /** Tries once more to save what waits; answers the articles that the library still refuses. */
  unsaved(): readonly ArticleId[]
  close(): Promise<void>
}

export interface OpenLibrary {
  readonly store: LibraryStore
  readonly wasCreated: boolean
}

export interface LibraryHost {
  current(): OpenLibrary | null
  /** Starts core on this library; what ran before is drained and closed first. */
  adopt(library: OpenLibrary): Promise<void>
  /** There will be no library for the calls that wait: they are told so. */
  giveUp(): void
  readonly dispatch: Dispatch
  picture(assetId: AssetId): Promise<PictureLookup>
  windowClosed(windowId: number): void
  unsaved(): readonly ArticleId[]
  close(): Promise<void>
}

export interface LibraryHostDeps {
  startCore(library: OpenLibrary): Promise<RunningCore>
  readonly clock: Pick<Clock, 'after'>
  readonly broadcast: Broadcast
  readonly log: Log
}

/** RELIABILITY 5.3: the file's place is compared each second, and before each acknowledgement. */
const WATCH_MS = 1_000

interface Running {
  readonly library: OpenLibrary
  readonly core: RunningCore
  stopWatching(): void
}

export function createLibraryHost(deps: LibraryHostDeps): LibraryHost {
  let running: Running | null = null
  let waiting = deferred<Running | null>()

  const stop = async () => {
    const old = running
    running = null
    waiting = deferred()
    if (!old) return
    old.stopWatching()
    await old.core.close()
    old.library.store.close()
  }

  return {
    current: () => running?.library ?? null,
    adopt: async (library) => {
      const answered = running === null ? waiting : null
      await stop()
      const core = await deps.startCore(library)
      running = { library, core, stopWatching: watch(library.store, deps) }
      answered?.resolve(running)
      waiting.resolve(running)
    },
    giveUp: () => {
      waiting.resolve(null)
      waiting = deferred()
    },
    dispatch: async (group, name, input, caller) => {
      const ready = running ?? (await waiting.promise)
      if (ready === null) return err({ type: 'ShuttingDown' })
      return ready.core.dispatch(group, name, input, caller)
    },
    picture: async (assetId) => {
      const ready = running ?? (await waiting.promise)
      if (ready === null) return 'unavailable'
      const { assets } = ready.library.store
      const found = assets.find(assetId)
      if (!found.ok) return found.error.type === 'PictureNotFound' ? 'absent' : 'unavailable'
      const bytes = assets.bytes(assetId)
      if (bytes.ok) return { mime: found.value.mime, bytes: bytes.value }
      deps.log('error', 'picture-not-served', { outcome: bytes.error.type })
      return bytes.error.type === 'PictureNotFound' ? 'absent' : 'unavailable'
    },
    windowClosed: (windowId) => running?.core.windowClosed(windowId),
    unsaved: () => running?.core.unsaved() ?? [],
    close: stop,
  }
}

/** SQLite goes on acknowledging after its file is gone (RELIABILITY finding 6): somebody has to look. */
function watch(store: LibraryStore, { clock, broadcast, log }: LibraryHostDeps): () => void {
  let isGone = false
  let cancel: () => void = () => undefined
  const look = () => {
    const place = store.checkInPlace()
    if (!place.ok !== isGone) {
      isGone = !place.ok
      log(isGone ? 'error' : 'info', isGone ? 'library-gone' : 'library-back')
      broadcast('app', 'libraryState', {
        state: isGone ? 'gone' : store.isReadOnly ? 'read-only' : 'ok',
        detail: place.ok ? '' : place.error.path,
      })
    }
    cancel = clock.after(WATCH_MS, look)
  }
  cancel = clock.after(WATCH_MS, look)
  return () => cancel()
}

interface Deferred<T> {
  readonly promise: Promise<T>
  resolve(value: T): void
}
function deferred<T>(): Deferred<T> {
  let resolve: (value: T) => void = () => undefined
  const promise = new Promise<T>((settle) => {
    resolve = settle
  })
  return { promise, resolve }
}
