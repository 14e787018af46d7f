// DR5: one article, one session, closed only when nobody needs it and nothing is left to do.
import { describe, expect, it } from 'vitest'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { newArticleId } from '#shared/article/ids.ts'
import { ok } from '#shared/ipc/result.ts'
import { openTestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

const countingReads = () => {
  const counted = { reads: 0 }
  const wrapStore = (store: LibraryStore): LibraryStore => ({
    ...store,
    updates: {
      ...store.updates,
      read: (articleId) => {
        counted.reads++
        return store.updates.read(articleId)
      },
    },
  })
  return { counted, wrapStore }
}

describe('DR5: sessions', () => {
  it('concurrent opens share one reading of the log', async () => {
    const { counted, wrapStore } = countingReads()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    counted.reads = 0
    const { open } = test.core.handlers.drafts
    await Promise.all([1, 2, 3].map(async (windowId) => open({ articleId }, { windowId })))
    expect(counted.reads).toBe(1)
    expect(test.core.drafts.openIds()).toEqual([articleId])
  })

  it('closes with its last window, projecting what was scheduled first', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const [first, second] = [await openWindow(test, articleId, 1), await openWindow(test, articleId, 2)]
    first.type('headline', 'Projected')
    first.push()
    first.close()
    expect(test.core.drafts.openIds()).toEqual([articleId])
    second.close()
    expect(test.core.drafts.openIds()).toEqual([])
    expect(valueOf(test.library.store.articles.get(articleId)).headline).toBe('Projected')
    expect(test.clock.waiting).toBe(0)
  })

  it('a window that opened twice closes twice', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const [once, twice] = [await openWindow(test, articleId, 1), await openWindow(test, articleId, 1)]
    once.close()
    twice.type('headline', 'x')
    expect(twice.push().ok).toBe(true)
    twice.close()
    expect(test.core.drafts.openIds()).toEqual([])
  })

  it('a window that is gone takes all its drafts with it', async () => {
    using test = openTestCore()
    const ids = [test.create(), test.create()]
    for (const articleId of ids) test.core.drafts.open(articleId, 7)
    test.core.drafts.open(ids[0] as never, 8)
    test.core.windowClosed(7)
    expect(test.core.drafts.openIds()).toEqual([ids[0]])
  })

  it('refuses pushes of a window that has not opened the draft', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const push = () => test.core.drafts.push(articleId, new Uint8Array([0, 0]), 2)
    expect(push()).toMatchObject({ error: { type: 'DraftNotOpen' } })
    await openWindow(test, articleId, 1)
    expect(push()).toMatchObject({ error: { type: 'DraftNotOpen' } })
  })

  it('answers ArticleNotFound, and forgets the attempt', async () => {
    using test = openTestCore()
    const articleId = newArticleId()
    expect(test.core.drafts.open(articleId, 1)).toMatchObject({ error: { type: 'ArticleNotFound' } })
    expect(test.core.drafts.openIds()).toEqual([])
  })

  it('stays open while a job without a window works on it, and closes when the job throws', () => {
    using test = openTestCore()
    const articleId = test.create()
    const answer = test.core.drafts.withSession(articleId, (session) => ok(session.state))
    expect(answer).toEqual({ ok: true, value: 'ready' })
    expect(() =>
      test.core.drafts.withSession(articleId, () => {
        throw new Error('a bug')
      }),
    ).toThrow('a bug')
    expect(test.core.drafts.openIds()).toEqual([])
  })

  it('a new sitting has a new client id', () => {
    using test = openTestCore()
    const articleId = test.create()
    const idOf = () =>
      valueOf(
        test.core.drafts.withSession(articleId, (session) => {
          let id = 0
          session.change({ source: 'restore' }, (doc) => void (id = doc.clientID))
          return ok(id)
        }),
      )
    expect(idOf()).not.toBe(idOf())
  })

  it('DR13: closing the core drains every session and refuses what comes after', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'Last words')
    window.push()
    expect(await test.core.close()).toEqual([])
    expect(test.core.drafts.openIds()).toEqual([])
    expect(test.clock.waiting).toBe(0)
    expect(valueOf(test.library.store.articles.get(articleId)).headline).toBe('Last words')
  })
})
