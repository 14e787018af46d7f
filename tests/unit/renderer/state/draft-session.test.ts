import { describe, expect, it, vi } from 'vitest'
import { newArticleId } from '#shared/article/ids.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { createFakeDesktop, summary } from '#tests/support/fake-desktop.ts'
import { createTestSession } from '#tests/support/render-with-desktop.tsx'

const first = summary({ headline: 'First' })
const second = summary({ headline: 'Second' })
const library = { articles: [first, second] }

describe('draft session', () => {
  it('opens an article, and another in its place once the first is saved', async () => {
    const session = createTestSession(createFakeDesktop(library))
    await session.show(first.id)
    await vi.waitFor(() => expect(session.state()).toMatchObject({ kind: 'open', articleId: first.id }))
    expect(await session.show(second.id)).toBe(true)
    await vi.waitFor(() => expect(session.state()).toMatchObject({ kind: 'open', articleId: second.id }))
  })

  it('DR4: an article that cannot be saved is not left', async () => {
    const full = err({ type: 'DiskFull' as const, detail: 'no space left' })
    const session = createTestSession(createFakeDesktop(library, { drafts: { push: async () => full } }))
    await session.show(first.id)
    await vi.waitFor(() => expect(session.state().kind).toBe('open'))
    const open = session.state()
    if (open.kind !== 'open') return expect.fail()
    open.meta.set('slugline', 'unsaved')
    expect(await session.show(second.id)).toBe(false)
    expect(session.state()).toMatchObject({ kind: 'open', articleId: first.id })
    expect(session.hasUnsaved()).toBe(true)
    session.abandon()
    expect(session.state().kind).toBe('none')
  })

  it('R7: what the disk refused is sent again the moment main says that the library works', async () => {
    let isFull = true
    const working = createFakeDesktop(library)
    const desktop = createFakeDesktop(library, {
      drafts: {
        push: async (input) =>
          isFull ? err({ type: 'DiskFull' as const, detail: 'no space left' }) : working.drafts.push(input),
      },
    })
    const session = createTestSession(desktop)
    await session.show(first.id)
    await vi.waitFor(() => expect(session.state().kind).toBe('open'))
    const open = session.state()
    if (open.kind !== 'open') return expect.fail()
    vi.useFakeTimers() // no back-off may come to its aid
    open.meta.set('slugline', 'unsaved')
    await vi.waitFor(() => expect(open.replica.saveState().state).toBe('failed'))
    isFull = false
    desktop.emit('app', 'libraryState', { state: 'disk-full', detail: '' })
    expect(open.replica.saveState().state).toBe('failed')
    desktop.emit('app', 'libraryState', { state: 'ok', detail: '' })
    await vi.waitFor(() => expect(open.replica.saveState().state).toBe('saved'), { interval: 0 })
    vi.useRealTimers()
  })

  it('a failure to open is shown as a state and can be tried again', async () => {
    let isGone = true
    const desktop = createFakeDesktop(library)
    const flaky = createFakeDesktop(library, {
      drafts: {
        open: async (input) =>
          isGone ? err({ type: 'LibraryGone' as const, path: '/srv/desk' }) : desktop.drafts.open(input),
      },
    })
    const session = createTestSession(flaky)
    await session.show(first.id)
    await vi.waitFor(() => expect(session.state()).toMatchObject({ kind: 'failed', articleId: first.id }))
    isGone = false
    session.reopen()
    await vi.waitFor(() => expect(session.state().kind).toBe('open'))
  })

  it('the latest request wins, however slow the earlier one was', async () => {
    let release = () => {}
    const held = new Promise<void>((resolve) => {
      release = resolve
    })
    const desktop = createFakeDesktop(library)
    const slow = createFakeDesktop(library, {
      drafts: {
        open: async (input) => {
          if (input.articleId === first.id) await held
          return desktop.drafts.open(input)
        },
      },
    })
    const session = createTestSession(slow)
    await session.show(first.id)
    await session.show(second.id)
    await vi.waitFor(() => expect(session.state()).toMatchObject({ kind: 'open', articleId: second.id }))
    release()
    await vi.waitFor(() => expect(slow.calls.some((call) => call.command === 'drafts.close')).toBe(true))
    expect(session.state()).toMatchObject({ kind: 'open', articleId: second.id })
  })

  it('an article that is not there is said to be missing', async () => {
    const session = createTestSession(createFakeDesktop(library))
    await session.show(newArticleId())
    await vi.waitFor(() =>
      expect(session.state()).toMatchObject({ kind: 'failed', outcome: { type: 'ArticleNotFound' } }),
    )
  })

  it('flushing with nothing open is done at once', async () => {
    const session = createTestSession(createFakeDesktop(library, { drafts: { close: async () => ok(null) } }))
    expect(await session.flush()).toBe(true)
    expect(session.hasUnsaved()).toBe(false)
  })
})
