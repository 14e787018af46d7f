// Settings behind their port, kept by electron-store. A file that cannot be read is put aside and said, never replaced
// by defaults in silence.
import fs from 'node:fs'
import path from 'node:path'
// allow one-ipc-host: only to close the channel that electron-store opens of itself
import { app, ipcMain } from 'electron'
import Store from 'electron-store'
import type { SettingsPort } from '#core/ports.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import {
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsPatch,
  settingsSchema,
  storedSettingsSchema,
} from '#shared/settings/settings.ts'
import { EMPTY_WINDOW_STATE, parseWindowState, type WindowState } from './window-state.ts'

/** Libraries remembered, newest first. */
const MAX_RECENT = 10

export interface SettingsFile extends SettingsPort {
  /** Remembers a library that was opened. */
  openedLibrary(libraryPath: string): void
  windowState(): WindowState
  saveWindowState(state: WindowState): void
  /** Where a file that could not be read was put, if one was. */
  readonly putAside: string | null
}

export function openSettingsFile(folder: string = app.getPath('userData')): SettingsFile {
  const { store, putAside } = openStore(folder)
  // electron-store answers a synchronous channel for renderers. Ours has one channel and no other (E4).
  ipcMain.removeAllListeners('electron-store-get-data')
  const listeners = new Set<(settings: Settings) => void>()
  const stored = store.get('settings')
  let settings: Settings = stored === undefined ? DEFAULT_SETTINGS : storedSettingsSchema.parse(stored)

  const save = (
    next: Settings,
  ): Result<Settings, Outcome<'SettingsUnreadable' | 'DiskFull' | 'WriteFailed'>> => {
    try {
      store.set('settings', next)
    } catch (error) {
      return err(toOutcome(error, store.path))
    }
    settings = next
    for (const listener of listeners) listener(next)
    return ok(next)
  }

  return {
    putAside,
    get: () => settings,
    set: (patch) => save(settingsSchema.parse({ ...settings, ...withoutUndefined(patch) })),
    onChange: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    openedLibrary: (libraryPath) => {
      const others = settings.recentLibraries.filter((other) => other !== libraryPath)
      save({ ...settings, recentLibraries: [libraryPath, ...others].slice(0, MAX_RECENT) })
    },
    windowState: () => parseWindowState(store.get('windows')) ?? EMPTY_WINDOW_STATE,
    saveWindowState: (state) => {
      try {
        store.set('windows', state)
      } catch {
        // Where a window stood is not worth a word to the person, and a full disk is told by whoever writes text.
      }
    },
  }
}

interface Stored {
  settings?: unknown
  windows?: unknown
}

function openStore(folder: string): { store: Store<Stored>; putAside: string | null } {
  const open = () => new Store<Stored>({ name: 'settings', cwd: folder, clearInvalidConfig: false })
  try {
    const store = open()
    const stored = store.get('settings')
    if (stored === undefined || storedSettingsSchema.safeParse(stored).success)
      return { store, putAside: null }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  const file = path.join(folder, 'settings.json')
  const putAside = path.join(folder, `settings.unreadable-${Date.now()}.json`)
  fs.renameSync(file, putAside)
  return { store: open(), putAside }
}

/** A key that is present but undefined would erase what it names. */
const withoutUndefined = (patch: SettingsPatch) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))

function toOutcome(error: unknown, file: string): Outcome<'DiskFull' | 'WriteFailed'> {
  const detail = error instanceof Error ? error.message : String(error)
  const isFull = error instanceof Error && 'code' in error && error.code === 'ENOSPC'
  return isFull
    ? { type: 'DiskFull', detail }
    : { type: 'WriteFailed', fileName: path.basename(file), detail }
}
