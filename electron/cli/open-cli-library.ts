// Opens the library of a command and the core on it, and closes both again, whatever happens in between.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Core } from '#core/core.ts'
import { defaultLibraryPath } from '#core/default-library-path.ts'
import type { Dialogs, SettingsPort } from '#core/ports.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { ruleOut } from '#core/while-open.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import { zoneSchema } from '#shared/article/ids.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/settings/settings.ts'
import type { CliContext, CommandResult } from './cli-context.ts'
import { notOpened } from './exit-code.ts'

/** Who calls, where a handler asks: the command is nobody's window. */
export const NO_WINDOW = { windowId: 0 } as const

/** read: never changes the library. write: it must exist. create: made where nothing is yet. */
export type Access = 'read' | 'write' | 'create'

export interface OpenCliLibrary {
  readonly store: LibraryStore
  readonly core: Core
}
export interface LibraryOptions {
  readonly access: Access
  /** Where an export is saved. */
  readonly saveFile?: Dialogs['saveFile']
}

export async function withLibrary(
  context: CliContext,
  options: LibraryOptions,
  work: (library: OpenCliLibrary) => CommandResult | Promise<CommandResult>,
): Promise<CommandResult> {
  const { io } = context
  const path = libraryPath(context)
  const opened = await openStore(path, options.access, context)
  if (!opened.ok) return err(notOpened(opened.error))
  const store = opened.value
  try {
    const { createCore } = await import('#core/core.ts')
    const core = createCore({
      store,
      clock: io.clock,
      log: () => undefined, // a command's outcome is its log
      settings: settingsOf(context),
      dialogs: { openFiles: async () => null, saveFile: options.saveFile ?? (async () => null) },
      broadcast: () => undefined, // nobody else is there: the library is locked
    })
    try {
      return await work({ store, core })
    } finally {
      await core.close()
    }
  } finally {
    store.close()
  }
}

export const libraryPath = ({ io, common }: CliContext): string =>
  common.library === null ? defaultLibraryPath(io.home, io.env) : resolve(io.cwd, common.library)

async function openStore(
  path: string,
  access: Access,
  { io, common }: CliContext,
): Promise<Result<LibraryStore, StorageOutcome>> {
  const { openLibrary, openOrCreateLibrary } = await import('#core/storage/open-library.ts')
  const { clock } = io
  if (access === 'create') {
    const isNew = !existsSync(path)
    const opened = openOrCreateLibrary(path, { mode: 'read-write', clock })
    return opened.ok && isNew && common.zone !== null ? inZone(opened.value, common.zone) : opened
  }
  if (access === 'write') return openLibrary(path, { mode: 'read-write', clock })
  const reading = openLibrary(path, { mode: 'read-only', clock })
  if (!reading.ok) return reading
  // After a crash the rows may be behind the log: only an opening for writing can catch them up.
  const behind = reading.value.articles.behind()
  if (behind.ok && behind.value.length === 0) return reading
  reading.value.close()
  return openLibrary(path, { mode: 'read-write', clock })
}

/** A library made with --zone belongs to a publication in that zone: its stamps are shown in it from then on. */
function inZone(store: LibraryStore, zone: string): Result<LibraryStore, StorageOutcome> {
  const profile = store.desk.profile()
  if (!profile.ok) return profile
  const changed = { ...profile.value, zone: zoneSchema.parse(zone) }
  // Its own name is not taken by another.
  const saved = ruleOut(store.desk.saveProfile(changed), ['ProfileNotFound', 'ProfileRefused'])
  return saved.ok ? ok(store) : saved
}

/** The command keeps no settings: who and which language come from the machine and the options. */
function settingsOf({ io, common }: CliContext): SettingsPort {
  const settings: Settings = { ...DEFAULT_SETTINGS, personName: io.personName, language: common.language }
  return {
    get: () => settings,
    set: () =>
      err({ type: 'WriteFailed', fileName: 'settings', detail: 'the command line keeps no settings' }),
    onChange: () => () => undefined,
  }
}
