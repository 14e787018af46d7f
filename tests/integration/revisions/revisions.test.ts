// History through the contract: taken, listed, opened, restored, thinned; chained and unchangeable.
import { describe, expect, it } from 'vitest'
import type { ArticleId } from '#shared/article/ids.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { article, paragraph, withAttrs } from '#tests/support/builders.ts'
import { articleFrom } from '#tests/support/draft-laws.ts'
import { createFailingDisk, FULL } from '#tests/support/failing-store.ts'
import { openTestCore, type TestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

const call = { windowId: 1 }
const MINUTE = 60_000
const listOf = async (test: TestCore, articleId: ArticleId) =>
  valueOf(await test.core.handlers.revisions.list({ articleId }, call))
const take = async (test: TestCore, articleId: ArticleId, label: string) =>
  valueOf(await test.core.handlers.revisions.take({ articleId, label }, call))
const kinds = async (test: TestCore, articleId: ArticleId) =>
  (await listOf(test, articleId)).map((revision) => revision.kind).reverse()

describe('taking revisions', () => {
  it('RV1: before the first change of a sitting, when idle, by name and on a status change', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    window.type('paragraph', 'One two three.')
    window.push()
    test.clock.advance(5 * MINUTE)
    window.type('paragraph', 'Zero ')
    window.push()
    await take(test, articleId, 'to the lawyer')
    await test.core.handlers.library.act({ articleId, verb: 'file' }, call)
    const [status, named, idle, sitting] = await listOf(test, articleId)
    expect(sitting).toMatchObject({
      kind: 'sitting',
      number: 1,
      words: 0,
      wordsAdded: null,
      wordsRemoved: null,
      parentHash: null,
    })
    expect(idle).toMatchObject({
      kind: 'idle',
      number: 2,
      words: 3,
      wordsAdded: 3,
      wordsRemoved: 0,
      author: 'A. Writer',
    })
    expect(named).toMatchObject({ kind: 'named', number: 3, words: 4, wordsAdded: 1, label: 'to the lawyer' })
    expect(status).toMatchObject({
      kind: 'status',
      number: 4,
      label: 'file',
      contentHash: named?.contentHash,
    })
    expect([idle?.parentHash, named?.parentHash, status?.parentHash]).toEqual([
      sitting?.hash,
      idle?.hash,
      named?.hash,
    ])
    expect(test.told('revisions.changed')).toHaveLength(4)
  })

  it('RV2: an automatic revision of unchanged content is not taken, a named one is', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const first = await openWindow(test, articleId, 1)
    first.type('headline', 'x')
    first.push()
    first.close()
    expect(await kinds(test, articleId)).toEqual(['sitting', 'idle'])
    const second = await openWindow(test, articleId, 1)
    second.type('headline', 'y')
    second.push()
    expect(await kinds(test, articleId)).toEqual(['sitting', 'idle'])
    await take(test, articleId, 'a')
    await take(test, articleId, 'a')
    second.close()
    expect(await kinds(test, articleId)).toEqual(['sitting', 'idle', 'named', 'named'])
  })

  it('is refused with the reason of the disk', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    disk.fails = FULL
    expect(await test.core.handlers.revisions.take({ articleId, label: '' }, call)).toEqual({
      ok: false,
      error: FULL,
    })
    expect(await listOf(test, articleId)).toEqual([])
  })

  it('an unknown article is not an article without history', async () => {
    using test = openTestCore()
    const articleId = 'ab'.repeat(16) as ArticleId
    expect(await test.core.handlers.revisions.list({ articleId }, call)).toMatchObject({
      error: { type: 'ArticleNotFound' },
    })
  })
})

describe('DR12: restoring', () => {
  const start = article({
    headline: 'Old headline',
    body: ['a', 'b', 'c'].map((id) => withAttrs({ blockId: id }, paragraph(`Paragraph ${id}.`))),
    meta: { slugline: 'old', topics: ['courts'] },
  })

  it('adds an edit, keeps what was there as a revision, and tells every window', async () => {
    using test = openTestCore()
    const articleId = valueOf(test.core.importArticle(start, NO_STAMPS, 'wire'))
    const [imported] = await listOf(test, articleId)
    const windows = [await openWindow(test, articleId, 1), await openWindow(test, articleId, 2)] as const
    windows[0].type('headline', 'New: ')
    windows[0].type('paragraph', 'Changed. ')
    windows[0].push()
    windows[1].receive()
    const before = canonicalJson(valueOf(test.core.articleOf(articleId)).article)
    const seq = valueOf(test.core.articleOf(articleId)).seq
    const restored = valueOf(
      await test.core.handlers.revisions.restore({ articleId, revisionId: imported?.id as never }, call),
    )
    expect(restored.before).toMatchObject({ kind: 'restore', label: 'Before restoring revision 1' })
    expect(valueOf(test.core.articleOf(articleId))).toEqual({ article: start, seq: seq + 1 })
    for (const window of windows) window.receive()
    for (const window of windows) expect(articleFrom(window.doc)).toEqual(start)
    for (const window of windows) {
      window.type('headline', 'Still writing. ')
      expect(window.push().ok).toBe(true)
    }
    valueOf(await test.core.handlers.revisions.restore({ articleId, revisionId: restored.before.id }, call))
    expect(canonicalJson(valueOf(test.core.articleOf(articleId)).article)).toBe(before)
  })

  it('works on an article that no window has open, and survives a crash', async () => {
    using test = openTestCore()
    const articleId = valueOf(test.core.importArticle(start, NO_STAMPS, 'wire'))
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'New: ')
    window.push()
    window.close()
    const imported = (await listOf(test, articleId)).at(-1)
    await test.core.handlers.revisions.restore({ articleId, revisionId: imported?.id as never }, call)
    expect(test.core.drafts.openIds()).toEqual([])
    test.crash()
    expect(valueOf(test.core.articleOf(articleId)).article).toEqual(start)
    expect(valueOf(test.library.store.articles.get(articleId)).headline).toBe('Old headline')
  })

  it('answers a revision that is not there', async () => {
    using test = openTestCore()
    const articleId = test.create()
    expect(
      await test.core.handlers.revisions.restore({ articleId, revisionId: 'cd'.repeat(16) as never }, call),
    ).toMatchObject({ error: { type: 'RevisionNotFound' } })
  })

  it('is kept and reported when the disk refuses it', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = valueOf(test.core.importArticle(start, NO_STAMPS, 'wire'))
    const [imported] = await listOf(test, articleId)
    disk.fails = FULL
    expect(
      await test.core.handlers.revisions.restore({ articleId, revisionId: imported?.id as never }, call),
    ).toEqual({ ok: false, error: FULL })
    disk.fails = null
    expect(valueOf(test.core.articleOf(articleId)).article).toEqual(start)
  })
})

describe('RV4: thinning', () => {
  it('drops old automatic revisions, says so in the history, and leaves the chain whole', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    for (let n = 0; n < 6; n++) {
      window.type('paragraph', `word${n} `)
      window.push()
      test.clock.advance(6 * MINUTE)
    }
    await take(test, articleId, 'kept')
    test.clock.advance(3 * 24 * 60 * MINUTE)
    window.type('paragraph', 'later ')
    window.push()
    test.clock.advance(6 * MINUTE)
    const list = await listOf(test, articleId)
    expect(list.map((revision) => [revision.kind, revision.label])).toEqual([
      ['idle', '6 older automatic revisions were thinned'],
      ['named', 'kept'],
      ['idle', ''],
    ])
    expect(valueOf(await test.library.store.verify()).faults).toEqual([])
    expect(test.logged.some(([, event]) => event === 'revisions-thinned')).toBe(true)
  })
})
