import { expect, test } from 'vitest'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { articleIdSchema } from '#shared/article/ids.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { createLibraryEntry, type OpenMode } from '#shell/library-entry.ts'
import type { LibraryHost, OpenLibrary } from '#shell/library-host.ts'
import type { Notices } from '#shell/notices.ts'
import type { StetWindow, Windows } from '#shell/windows.ts'

const id = articleIdSchema.parse('0123456789abcdef0123456789abcdef')

function fakeWindow(windowId: number, done: string[]): StetWindow {
  const window = { destroy: () => done.push(`window ${windowId} destroyed`) }
  return { id: windowId, window, articleId: null, hasCalled: true } as unknown as StetWindow
}

function setUp(
  options: {
    problem?: StorageOutcome
    mayClose?: boolean
    folder?: string | null
    agrees?: boolean
    /** When a library that was adopted has its core. */
    ready?: () => Promise<void>
  } = {},
) {
  const done: string[] = []
  let current: OpenLibrary | null = null
  let problem = options.problem
  let choose: (choice: string) => void = () => undefined
  let noticeIn: StetWindow | null = null
  const open: StetWindow[] = [fakeWindow(1, done)]
  const store = (path: string) =>
    ({
      path,
      isReadOnly: false,
      close: () => done.push(`${path} closed`),
      articles: { get: (asked: string) => (asked === id ? ok({}) : err({ type: 'ArticleNotFound' })) },
    }) as unknown as LibraryStore
  const entry = createLibraryEntry({
    windows: {
      all: () => [...open],
      snapshot: () => [],
      open: (articleId: string | null) => {
        done.push(`opened ${articleId ?? 'a window'}`)
        open.push(fakeWindow(open.length + 1, done))
      },
      focusArticle: () => false,
    } as unknown as Windows,
    host: {
      current: () => current,
      adopt: async (library: OpenLibrary) => {
        done.push(`adopted ${library.store.path}`)
        current = library
        await options.ready?.()
      },
      giveUp: () => done.push('gave up'),
    } as unknown as LibraryHost,
    notices: {
      show: (window: StetWindow, _notice: unknown, onChoice: (choice: string) => void) => {
        done.push('notice shown')
        noticeIn = window
        choose = onChoice
      },
      isShownIn: (window: StetWindow) => window === noticeIn,
    } as unknown as Notices,
    log: () => undefined,
    openStore: async (path: string, mode: OpenMode): Promise<Result<OpenLibrary, StorageOutcome>> => {
      done.push(`${mode} ${path}`)
      return problem ? err(problem) : ok({ store: store(path), wasCreated: false })
    },
    chooseFolder: async () => options.folder ?? null,
    confirmChange: async () => options.agrees ?? false,
    tell: (sentence) => done.push(`told: ${sentence.slice(0, 20)}`),
    mayClose: async () => options.mayClose ?? true,
    onOpened: () => undefined,
    showStartPage: () => done.push('start page'),
    quit: () => done.push('quit'),
  })
  return {
    entry,
    done,
    open,
    heal: () => {
      problem = undefined
    },
    choose: async (choice: string) => {
      choose(choice)
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

const corrupt: StorageOutcome = { type: 'LibraryCorrupt', path: '/a', detail: 'x' }

test('a library that opens is adopted', async () => {
  const { entry, done, open } = setUp()
  await entry.start('/a', 'either', open)
  expect(done).toEqual(['either /a', 'adopted /a'])
})

test('D12: a library that does not open leaves one window with a way on, and trying again works', async () => {
  const { entry, done, open, heal, choose } = setUp({ problem: corrupt })
  open.push(fakeWindow(2, done))
  await entry.start('/a', 'open', open)
  expect(done).toEqual(['open /a', 'gave up', 'window 2 destroyed', 'notice shown'])
  done.length = 0
  heal()
  await choose('again')
  expect(done).toEqual(['open /a', 'adopted /a', 'start page'])
})

test('D12: from there another library can be opened or made, or the app left', async () => {
  for (const [choice, mode] of [
    ['open', 'open'],
    ['new', 'create'],
  ] as const) {
    const { entry, done, open, heal, choose } = setUp({ problem: corrupt, folder: '/b' })
    await entry.start('/a', 'open', open)
    heal()
    await choose(choice)
    expect(done).toContain(`${mode} /b`)
    expect(done.at(-1)).toBe('start page')
  }
  const { entry, done, open, choose } = setUp({ problem: corrupt })
  await entry.start('/a', 'open', open)
  await choose('open')
  expect(done.at(-1)).toBe('notice shown')
  await choose('quit')
  expect(done.at(-1)).toBe('quit')
})

test('changing libraries opens the new one before the old windows go', async () => {
  const { entry, done, open } = setUp({ folder: '/b' })
  await entry.start('/a', 'open', open)
  done.length = 0
  expect(await entry.choose(true)).toEqual(ok(null))
  expect(done).toEqual(['create /b', 'adopted /b', 'opened a window', 'window 1 destroyed'])
})

test('no window of the old library is left to write while the new one is made ready', async () => {
  let isReady = (): void => undefined
  const ready = new Promise<void>((resolve) => {
    isReady = resolve
  })
  const { entry, done, open } = setUp({ folder: '/b', ready: () => ready })
  open.length = 0
  open.push(fakeWindow(1, done))
  const choosing = entry.choose(false)
  await new Promise((resolve) => setImmediate(resolve))
  expect(done).toEqual(['open /b', 'adopted /b', 'opened a window', 'window 1 destroyed'])
  // The command that asked is one of the calls that the old core waits for: its answer may not wait for the new one.
  expect(await choosing).toEqual(ok(null))
  isReady()
})

test('unsaved words keep the library: the new one is closed again and nothing else happens', async () => {
  const { entry, done, open } = setUp({ folder: '/b', mayClose: false })
  await entry.start('/a', 'open', open)
  done.length = 0
  expect(await entry.choose(false)).toEqual(err({ type: 'Cancelled' }))
  expect(done).toEqual(['open /b', '/b closed'])
})

test('choosing nothing, or the library that is open, changes nothing', async () => {
  const nothing = setUp({ folder: null })
  expect(await nothing.entry.choose(false)).toEqual(err({ type: 'Cancelled' }))
  const same = setUp({ folder: '/a' })
  await same.entry.start('/a', 'open', same.open)
  same.done.length = 0
  expect(await same.entry.choose(false)).toEqual(ok(null))
  expect(same.done).toEqual([])
})

test('C1: a second instance shows an article of the open library, and only one that exists', async () => {
  const { entry, done, open } = setUp()
  await entry.start('/a', 'open', open)
  done.length = 0
  await entry.handedOver({ library: '/a', articleId: id })
  await entry.handedOver({ library: null, articleId: articleIdSchema.parse('f'.repeat(32)) })
  await entry.handedOver({ library: null, articleId: null })
  expect(done).toEqual([`opened ${id}`])
})

test('E6: a second instance changes the library only with a click', async () => {
  const no = setUp({ agrees: false })
  await no.entry.start('/a', 'open', no.open)
  no.done.length = 0
  await no.entry.handedOver({ library: '/b', articleId: id })
  expect(no.done).toEqual([])
  const yes = setUp({ agrees: true })
  await yes.entry.start('/a', 'open', yes.open)
  yes.done.length = 0
  await yes.entry.handedOver({ library: '/b', articleId: id })
  expect(yes.done).toEqual(['open /b', 'adopted /b', 'opened a window', 'window 1 destroyed', `opened ${id}`])
})
