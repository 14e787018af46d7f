// Loads and starts core. Imported dynamically, so that the first window does not wait for SQLite, Yjs and the schema.
import type { Clock, Dialogs, Log, SettingsPort } from '#core/ports.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import type { Broadcast, Handlers } from '#shared/ipc/desktop-api.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import type { OpenMode } from './library-entry.ts'
import type { OpenLibrary, RunningCore } from './library-host.ts'

export interface CoreDeps {
  readonly clock: Clock
  readonly log: Log
  readonly settings: SettingsPort
  readonly dialogs: Dialogs
  readonly broadcast: Broadcast
  readonly app: Handlers['app']
  readonly settingsHandlers: Handlers['settings']
  readonly checksAnswers: boolean
}

export async function openStore(
  path: string,
  mode: OpenMode,
  clock: Clock,
): Promise<Result<OpenLibrary, StorageOutcome>> {
  const { createLibrary, openLibrary } = await import('#core/storage/open-library.ts')
  if (mode !== 'create') {
    const opened = openLibrary(path, { mode: 'read-write', clock })
    if (opened.ok) return ok({ store: opened.value, wasCreated: false })
    if (mode === 'open' || opened.error.type !== 'LibraryMissing') return opened
  }
  const created = createLibrary(path, { clock })
  return created.ok ? ok({ store: created.value, wasCreated: true }) : created
}

export async function startCore({ store }: OpenLibrary, deps: CoreDeps): Promise<RunningCore> {
  const { createCore } = await import('#core/core.ts')
  const { app, settingsHandlers, ...rest } = deps
  const core = createCore({ store, ...rest })
  const router = core.router({ app, settings: settingsHandlers })
  return {
    dispatch: router.dispatch,
    windowClosed: core.windowClosed,
    unsaved: core.flush,
    close: async () => void (await core.close()),
  }
}
