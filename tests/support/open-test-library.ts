// A real library in a temporary folder, with hard teardown: `using library = openTestLibrary()`.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Clock } from '#core/ports.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { createLibrary, openLibrary } from '#core/storage/open-library.ts'
import { type Instant, toInstant } from '#shared/article/ids.ts'
import type { Result } from '#shared/ipc/result.ts'

export interface TestLibrary {
  /** The store that is open now: a new one after `reopen`. */
  readonly store: LibraryStore
  readonly path: string
  reopen(mode?: 'read-write' | 'read-only'): LibraryStore
  [Symbol.dispose](): void
}

/** Time stands still unless a test brings its own clock. */
const TEST_NOW: Instant = toInstant(Date.UTC(2026, 2, 4, 17, 35))
export const stillClock: Clock = {
  now: () => TEST_NOW,
  zone: () => 'Europe/Madrid',
  after: () => () => undefined,
}

export function openTestLibrary(options: { clock?: Clock; within?: string } = {}): TestLibrary {
  const clock = options.clock ?? stillClock
  const home = mkdtempSync(join(options.within ?? tmpdir(), 'stet-test-'))
  const path = join(home, 'Test.stet')
  let store = valueOf(createLibrary(path, { clock }))
  return {
    get store() {
      return store
    },
    path,
    reopen: (mode = 'read-write') => {
      store.close()
      store = valueOf(openLibrary(path, { mode, clock }))
      return store
    },
    [Symbol.dispose]: () => {
      store.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
}

/** The value of an answer that must not fail in this test. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected a value, got ${JSON.stringify(result.error)}`)
  return result.value
}
