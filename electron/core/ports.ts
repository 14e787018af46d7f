// What the outside must provide to core. The window, the command line and the tests each bring their own.
import type { Instant } from '#shared/article/ids.ts'
import type { Settings, SettingsPatch } from '#shared/settings/settings.ts'
import type { Result } from '#shared/ipc/result.ts'
import type { Outcome } from '#shared/errors/outcome.ts'

export interface Clock {
  now(): Instant
  /** IANA zone of this machine. */
  zone(): string
  /** Runs `task` after at least `ms`; answers its cancel. */
  after(ms: number, task: () => void): () => void
}

/** Structured, content-free: names, durations, outcome tags, references. Never text, never paths of sources. */
export interface Log {
  (
    level: 'info' | 'warn' | 'error',
    event: string,
    facts?: Readonly<Record<string, string | number | boolean | null>>,
  ): void
}

export interface SettingsPort {
  get(): Settings
  set(patch: SettingsPatch): Result<Settings, Outcome<'SettingsUnreadable' | 'DiskFull' | 'WriteFailed'>>
  onChange(listener: (settings: Settings) => void): () => void
}

/** Native dialogs. Paths stay on this side of the boundary. */
export interface Dialogs {
  /** Files chosen, or null when cancelled. */
  openFiles(options: {
    title: string
    extensions: readonly string[]
    multiple: boolean
  }): Promise<readonly string[] | null>
  saveFile(options: { title: string; suggestedName: string; extension: string }): Promise<string | null>
}
