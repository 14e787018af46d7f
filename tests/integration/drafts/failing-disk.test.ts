// A disk that refuses: nothing is called saved, nothing is lost, and it goes on by itself when the disk works again.
import { renameSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { ArticleId } from '#shared/article/ids.ts'
import { headText } from '#shared/article/plain-text.ts'
import { createFailingDisk, FULL } from '#tests/support/failing-store.ts'
import { articleFrom } from '#tests/support/draft-laws.ts'
import { openTestCore, type TestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

/** Builds on a change that nobody sent. */
function updateOfNobody(): Uint8Array {
  const doc = new Y.Doc()
  doc.getText('content').insert(0, 'a')
  const before = Y.encodeStateVector(doc)
  doc.getText('content').insert(1, 'b')
  return Y.encodeStateAsUpdate(doc, before)
}

const storedHeadline = (test: TestCore, articleId: ArticleId): string => {
  const core = test.crash()
  return headText(valueOf(core.articleOf(articleId)).article.content, 'headline')
}

describe('DR4: a failed append', () => {
  it('is answered with its reason, told to every window, and tells other windows nothing of the text', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    await openWindow(test, articleId, 2)
    disk.fails = FULL
    window.type('headline', 'Kept')
    expect(window.push()).toEqual({ ok: false, error: FULL })
    expect(test.told('app.libraryState').at(-1)?.payload).toEqual({
      state: 'disk-full',
      detail: 'no space left',
    })
    expect(test.told('drafts.changed')).toEqual([])
  })

  it('is part of the live article all the same: a rescue or an export shows what the writer sees', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    expect(headText(valueOf(test.core.articleOf(articleId)).article.content, 'headline')).toBe('')
    disk.fails = FULL
    window.type('headline', 'Unsaved')
    window.push()
    expect(headText(valueOf(test.core.articleOf(articleId)).article.content, 'headline')).toBe('Unsaved')
  })

  it('R11: a window opened meanwhile is told that what it shows is not saved', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    expect(valueOf(test.core.drafts.open(articleId, 2)).isSaved).toBe(true)
    disk.fails = FULL
    window.type('headline', 'Shown twice')
    window.push()
    expect(valueOf(test.core.drafts.open(articleId, 3)).isSaved).toBe(false)
    disk.fails = null
    expect(valueOf(test.core.drafts.open(articleId, 3)).isSaved).toBe(true)
    expect(storedHeadline(test, articleId)).toBe('Shown twice')
  })

  it('a draft that had to be read again and cannot be is not opened as an empty one', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    await openWindow(test, articleId, 1)
    disk.fails = FULL
    disk.failsReading = true
    test.core.drafts.push(articleId, updateOfNobody(), 1)
    expect(test.core.drafts.open(articleId, 2)).toEqual({ ok: false, error: FULL })
    disk.fails = null
    expect(valueOf(test.core.drafts.open(articleId, 2)).state.byteLength).toBeGreaterThan(2)
  })

  it('DR1: what is not in the log is in no row and no search, though there would be room for them', async () => {
    let isFull = false
    using test = openTestCore({
      wrapStore: (store) => ({
        ...store,
        updates: {
          ...store.updates,
          append: (update) => (isFull ? { ok: false, error: FULL } : store.updates.append(update)),
        },
      }),
    })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'stored')
    window.push()
    isFull = true
    window.type('headline', 'refused ')
    window.push()
    test.clock.advance(10_000)
    test.crash()
    expect(valueOf(test.library.store.articles.get(articleId)).headline).not.toContain('refused')
    expect(storedHeadline(test, articleId)).toBe('stored')
    expect(valueOf(test.library.store.articles.get(articleId)).headline).toBe('stored')
  })

  it('accepts nothing more until the disk works, then the same bytes again, and loses nothing', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const [window, other] = [await openWindow(test, articleId, 1), await openWindow(test, articleId, 2)]
    disk.fails = FULL
    window.type('headline', 'first')
    window.push()
    other.type('headline', 'second ')
    expect(other.push()).toEqual({ ok: false, error: FULL })
    disk.fails = null
    expect(window.push()).toMatchObject({ ok: true, value: { seq: 2 } })
    expect(other.push()).toMatchObject({ ok: true, value: { seq: 3 } })
    expect(test.told('app.libraryState').at(-1)?.payload).toMatchObject({ state: 'ok' })
    window.receive()
    other.receive()
    expect(articleFrom(window.doc)).toEqual(articleFrom(other.doc))
    expect(storedHeadline(test, articleId)).toContain('first')
    expect(storedHeadline(test, articleId)).toContain('second ')
  })

  it('R6: a commit that was reported as failed and is there is not written twice', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    disk.fails = { type: 'StorageFailed', detail: 'fsync' }
    disk.writesAnyway = true
    window.type('headline', 'once')
    expect(window.push().ok).toBe(false)
    disk.fails = null
    expect(window.push()).toMatchObject({ ok: true, value: { seq: 2 } })
    expect(valueOf(test.library.store.updates.read(articleId)).seq).toBe(2)
    expect(storedHeadline(test, articleId)).toBe('once')
  })

  it('R7: is made good within two seconds of the disk working, without anybody pushing', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    disk.fails = FULL
    window.type('headline', 'patient')
    window.push()
    test.clock.advance(60_000)
    disk.fails = null
    test.clock.advance(2_000)
    expect(test.told('app.libraryState').at(-1)?.payload).toMatchObject({ state: 'ok' })
    expect(storedHeadline(test, articleId)).toBe('patient')
  })

  it('never lets the session go: the last window closes, the text is stored later', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    disk.fails = FULL
    window.type('headline', 'held')
    window.push()
    test.core.windowClosed(1)
    expect(test.core.drafts.openIds()).toEqual([articleId])
    disk.fails = null
    test.clock.advance(2_000)
    expect(test.core.drafts.openIds()).toEqual([])
    expect(storedHeadline(test, articleId)).toBe('held')
  })

  it('lets the session go once a rescue copy was made', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    disk.fails = FULL
    window.type('headline', 'rescued')
    window.push()
    test.core.drafts.noteRescued(articleId)
    window.close()
    expect(test.core.drafts.openIds()).toEqual([])
  })

  it('a rescue copy counts for the trouble it was made in, not for the next', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    const write = (): void => {
      window.type('headline', 'x')
      window.push()
    }
    disk.fails = FULL
    write()
    test.core.drafts.noteRescued(articleId)
    disk.fails = null
    write()
    disk.fails = FULL
    write()
    window.close()
    expect(test.core.drafts.openIds()).toEqual([articleId])
  })

  it('DR13: quitting reports what could not be saved', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const [saved, lost] = [test.create(), test.create()]
    await openWindow(test, saved, 1)
    const window = await openWindow(test, lost, 2)
    disk.fails = FULL
    window.type('headline', 'x')
    window.push()
    expect(test.core.flush()).toEqual([lost])
    expect(await test.core.close()).toEqual([lost])
  })

  it('LB6: a library that was moved away acknowledges nothing, and takes everything when it is back', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    const { path } = test.library
    renameSync(path, `${path}.moved`)
    window.type('headline', 'kept')
    expect(window.push()).toMatchObject({ ok: false, error: { type: 'LibraryGone' } })
    expect(test.told('app.libraryState').at(-1)?.payload).toMatchObject({ state: 'gone' })
    renameSync(`${path}.moved`, path)
    expect(window.push().ok).toBe(true)
    expect(storedHeadline(test, articleId)).toBe('kept')
  })

  it('history never stands in the way of saving, and is made good afterwards', async () => {
    using test = openTestCore({
      wrapStore: (store) => ({
        ...store,
        revisions: {
          ...store.revisions,
          take: (revision) => (isRefusing ? { ok: false, error: FULL } : store.revisions.take(revision)),
        },
      }),
    })
    let isRefusing = true
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'saved')
    expect(window.push().ok).toBe(true)
    isRefusing = false
    window.type('headline', 'and ')
    window.push()
    const [sitting] = valueOf(test.library.store.revisions.list(articleId))
    expect(sitting).toMatchObject({ kind: 'sitting', words: 0, number: 1 })
    const before = valueOf(test.library.store.revisions.read(articleId, sitting?.id as never)).article
    expect(headText(before.content, 'headline')).toBe('')
  })
})
