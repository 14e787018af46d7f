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
  // The imports group is being built beside this; until its handlers stand in core, a call to it is a defect that is told.
  const shellGroups: Pick<Handlers, 'app' | 'settings'> = { app, settings: settingsHandlers }
  const router = core.router(shellGroups as Parameters<typeof core.router>[0])
  return {
    dispatch: router.dispatch,
    windowClosed: core.windowClosed,
    close: async () => void (await core.close()),
  }
}
