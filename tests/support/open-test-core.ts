// The real core on a real library, with time in the test's hand and everything it tells windows written down.
import { type Core, createCore } from '#core/core.ts'
import type { Dialogs, Log, SettingsPort } from '#core/ports.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Broadcast, Handlers } from '#shared/ipc/desktop-api.ts'
import { ok } from '#shared/ipc/result.ts'
import { DEFAULT_SETTINGS, type Settings } from '#shared/settings/settings.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import { openTestLibrary, type TestLibrary, valueOf } from './open-test-library.ts'

export interface ToldEvent {
  readonly event: string
  readonly payload: unknown
  readonly to: Parameters<Broadcast>[3]
}
export interface TestCore {
  /** The core that runs now: a new one after `restart`. */
  readonly core: Core
  readonly clock: FakeClock
  readonly library: TestLibrary
  readonly events: ToldEvent[]
  readonly logged: Parameters<Log>[]
  told(event: string): ToldEvent[]
  /** A new blank article by way of the contract. */
  create(): ArticleId
  /** As after `kill -9`: nothing is flushed, the library is opened again. */
  crash(mode?: 'read-write' | 'read-only'): Core
  [Symbol.dispose](): void
}

export function openTestCore(
  options: {
    readonly wrapStore?: (store: LibraryStore) => LibraryStore
    readonly settings?: Partial<Settings>
    readonly dialogs?: Partial<Dialogs>
  } = {},
): TestCore {
  const clock = createFakeClock()
  // The same time, but housekeeping of the storage is not waited for: tasks that wait are the core's own.
  const library = openTestLibrary({ clock: { ...clock, after: () => () => undefined } })
  const events: ToldEvent[] = []
  const logged: Parameters<Log>[] = []
  const wrap = options.wrapStore ?? ((store) => store)
  const start = (): Core =>
    createCore({
      store: wrap(library.store),
      clock,
      log: (...line) => void logged.push(line),
      settings: fakeSettings({ ...DEFAULT_SETTINGS, personName: 'A. Writer', ...options.settings }),
      dialogs: { openFiles: async () => null, saveFile: async () => null, ...options.dialogs },
      broadcast: (group, name, payload, to) =>
        void events.push({ event: `${group}.${String(name)}`, payload, to }),
      checksAnswers: true,
    })
  let core = start()
  return {
    get core() {
      return core
    },
    clock,
    library,
    events,
    logged,
    told: (event) => events.filter((told) => told.event === event),
    create() {
      const created = core.handlers.library.create({ from: 'blank' }, { windowId: 1 })
      if (created instanceof Promise) throw new Error('creating is expected to be synchronous')
      return valueOf(created).articleId
    },
    crash(mode = 'read-write') {
      clock.forget()
      library.reopen(mode)
      core = start()
      return core
    },
    [Symbol.dispose]: () => library[Symbol.dispose](),
  }
}

export function fakeSettings(settings: Settings): SettingsPort {
  return {
    get: () => settings,
    set: () => ok(settings),
    onChange: () => () => undefined,
  }
}

/** Groups that a test of core does not touch: reaching one is a mistake of the test. */
export function unusedHandlers<G extends keyof Handlers>(...groups: G[]): Pick<Handlers, G> {
  const refuse = new Proxy(
    {},
    {
      get: (_, name) => () => {
        throw new Error(`the test did not expect ${String(name)}`)
      },
    },
  )
  return Object.fromEntries(groups.map((group) => [group, refuse])) as unknown as Pick<Handlers, G>
}
