import { expect, test } from 'vitest'
import type { ArticleId, AssetId } from '#shared/article/ids.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { createLibraryHost, type OpenLibrary } from '#shell/library-host.ts'
import { createFakeClock } from '#tests/support/fake-clock.ts'

const id = 'a'.repeat(64) as AssetId

function fakeStore(path: string, over: Partial<LibraryStore> = {}) {
  const calls: string[] = []
  const store = {
    path,
    name: path,
    isReadOnly: false,
    checkInPlace: () => ok(null),
    close: () => calls.push('store closed'),
    assets: {
      find: () => ok({ assetId: id, mime: 'image/png', width: 1, height: 1, byteLength: 1 }),
      bytes: () => ok(new Uint8Array([7])),
    },
    ...over,
  } as unknown as LibraryStore
  return { library: { store, wasCreated: false } satisfies OpenLibrary, calls }
}

function setUp() {
  const clock = createFakeClock()
  const events: unknown[] = []
  const order: string[] = []
  const host = createLibraryHost({
    startCore: async ({ store }) => ({
      dispatch: async (group, name) => ok(`${store.path} ${String(group)}.${String(name)}`),
      windowClosed: (windowId) => order.push(`${store.path} window ${windowId} closed`),
      unsaved: () => ['held' as ArticleId],
      close: async () => void order.push(`${store.path} core closed`),
    }),
    clock,
    broadcast: (_group, name, payload) => events.push({ name, payload }),
    log: () => undefined,
  })
  return { clock, host, events, order }
}
const caller = { windowId: 1 }

test('a call that comes before the library waits for it', async () => {
  const { host } = setUp()
  const early = host.dispatch('library', 'list', {}, caller)
  await host.adopt(fakeStore('/a').library)
  expect(await early).toEqual(ok('/a library.list'))
})

test('a call that waits for a library that does not open is refused, and the next library still answers', async () => {
  const { host } = setUp()
  const early = host.dispatch('library', 'list', {}, caller)
  host.giveUp()
  expect(await early).toEqual(err({ type: 'ShuttingDown' }))
  const later = host.dispatch('library', 'list', {}, caller)
  await host.adopt(fakeStore('/b').library)
  expect(await later).toEqual(ok('/b library.list'))
})

test('changing libraries drains and closes the old one first', async () => {
  const { host, order } = setUp()
  const first = fakeStore('/a')
  await host.adopt(first.library)
  await host.adopt(fakeStore('/b').library)
  expect(order).toEqual(['/a core closed'])
  expect(first.calls).toEqual(['store closed'])
  expect(host.current()?.store.path).toBe('/b')
  expect(await host.dispatch('x', 'y', {}, caller)).toEqual(ok('/b x.y'))
})

test('R9: a library that went away is said within a second, once, and so is its return', async () => {
  const { host, clock, events } = setUp()
  let isThere = true
  const { library } = fakeStore('/a', {
    checkInPlace: () => (isThere ? ok(null) : err({ type: 'LibraryGone', path: '/a' })),
  })
  await host.adopt(library)
  clock.advance(3_000)
  expect(events).toEqual([])
  isThere = false
  clock.advance(1_000)
  clock.advance(5_000)
  expect(events).toEqual([{ name: 'libraryState', payload: { state: 'gone', detail: '/a' } }])
  isThere = true
  clock.advance(1_000)
  expect(events).toHaveLength(2)
  await host.close()
  expect(clock.waiting).toBe(0)
})

test('DR13: what core still holds can be asked for, and without a library there is nothing', async () => {
  const { host } = setUp()
  expect(host.unsaved()).toEqual([])
  await host.adopt(fakeStore('/a').library)
  expect(host.unsaved()).toEqual(['held'])
})

test('pictures: known, unknown, and in a library that cannot give them', async () => {
  const { host } = setUp()
  await host.adopt(fakeStore('/a').library)
  expect(await host.picture(id)).toEqual({ mime: 'image/png', bytes: new Uint8Array([7]) })
  const assets = (find: unknown, bytes: unknown) =>
    fakeStore('/b', { assets: { find: () => find, bytes: () => bytes } as unknown as LibraryStore['assets'] })
  const found = ok({ mime: 'image/png' })
  await host.adopt(assets(err({ type: 'PictureNotFound', assetId: id }), null).library)
  expect(await host.picture(id)).toBe('absent')
  await host.adopt(assets(found, err({ type: 'PictureDamaged', detail: 'hash' })).library)
  expect(await host.picture(id)).toBe('unavailable')
})
