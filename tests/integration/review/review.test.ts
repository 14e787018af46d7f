// The review group through the contract, on a real library: what can be compared, what was seen, what stood where, who wrote what.
import * as Y from 'yjs'
import { describe, expect, it } from 'vitest'
import { openDraftReplica } from '#renderer/editor/draft-replica.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { contentOf } from '#shared/draft/draft-doc.ts'
import { writeMeta } from '#shared/draft/meta-map.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { article } from '#tests/support/builders.ts'
import { articleFrom } from '#tests/support/draft-laws.ts'
import { openTestCore, type TestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

const call = { windowId: 1 }
const start = article({ headline: 'Ferry sails', body: ['The boat left at noon.'] })
const imported = (test: TestCore): ArticleId => valueOf(test.core.importArticle(start, NO_STAMPS, 'wire'))
const moments = async (test: TestCore, articleId: ArticleId) =>
  valueOf(await test.core.handlers.review.moments({ articleId }, call))
const rowsOf = (test: TestCore, articleId: ArticleId) =>
  valueOf(test.library.store.updates.history(articleId, null, 100)).rows

/** A window as the renderer has it, on this core. */
async function openReplica(test: TestCore, articleId: ArticleId) {
  const { drafts } = test.core.handlers
  const desktop = {
    drafts: {
      open: async (input: { articleId: ArticleId }) => drafts.open(input, call),
      push: async (input: Parameters<typeof drafts.push>[0]) => drafts.push(input, call),
      close: async (input: { articleId: ArticleId }) => drafts.close(input, call),
      onChanged: () => () => undefined,
    },
  } as unknown as Pick<DesktopApi, 'drafts'>
  return valueOf(await openDraftReplica(articleId, desktop))
}

describe('DR7, DR12, AT2: what the log says of an edit', () => {
  it('restoring in a window is an edit of origin restore, undoing it one of origin undo; the history only grows', async () => {
    using test = openTestCore()
    const articleId = imported(test)
    const replica = await openReplica(test, articleId)
    writeMeta(replica.doc, { slugline: 'ferry' }, { source: 'panel' })
    await replica.flush()
    const before = valueOf(test.core.articleOf(articleId)).article
    const [revision] = valueOf(await test.core.handlers.revisions.list({ articleId }, call)).slice(-1)
    const prepared = valueOf(
      await test.core.handlers.revisions.prepareRestore(
        { articleId, revisionId: revision?.id as never },
        call,
      ),
    )
    expect(prepared.article).toEqual(start)
    expect(prepared.before).toMatchObject({ kind: 'restore', label: 'Before restoring revision 1' })
    // Preparing changes nothing but the history.
    expect(valueOf(test.core.articleOf(articleId)).article).toEqual(before)
    replica.rewrite(prepared.article)
    await replica.flush()
    expect(valueOf(test.core.articleOf(articleId)).article).toEqual(start)
    replica.undo()
    await replica.flush()
    expect(valueOf(test.core.articleOf(articleId)).article).toEqual(before)
    expect(rowsOf(test, articleId).map(({ origin }) => origin)).toEqual([
      'import',
      'window',
      'restore',
      'undo',
    ])
    const kinds = valueOf(await test.core.handlers.revisions.list({ articleId }, call)).map(
      ({ kind }) => kind,
    )
    expect(kinds.filter((kind) => kind === 'restore')).toHaveLength(1)
    expect(valueOf(await test.library.store.verify()).faults).toEqual([])
  })

  it('reaches every other window and never comes back to its own', async () => {
    using test = openTestCore()
    const articleId = imported(test)
    const replica = await openReplica(test, articleId)
    const other = await openWindow(test, articleId, 2)
    const later = article({ headline: 'Ferry sinks', body: ['The boat left at one.'] })
    replica.rewrite(later)
    await replica.flush()
    other.receive()
    expect(articleFrom(other.doc)).toEqual(later)
    replica.undo()
    await replica.flush()
    other.receive()
    expect(articleFrom(other.doc)).toEqual(start)
    expect(test.told('drafts.changed').map(({ to }) => to?.only)).toEqual([2, 2])
    other.close()
  })

  it('a window that says nothing writes; one that says something else is refused', async () => {
    using test = openTestCore()
    const articleId = imported(test)
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'Last ')
    window.push()
    expect(rowsOf(test, articleId).at(-1)?.origin).toBe('window')
    const router = test.core.router({ app: {} as never, settings: {} as never })
    const push = { articleId, update: new Uint8Array([0, 0]), origin: 'import' }
    expect(await router.dispatch('drafts', 'push', push, call)).toMatchObject({
      error: { type: 'InvalidRequest' },
    })
  })
})

describe('AT8: last looked', () => {
  it('moves when a window lets go of the article, and says up to where; each person has their own', async () => {
    using test = openTestCore()
    const articleId = imported(test)
    expect((await moments(test, articleId)).looked).toBeNull()
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'Last ')
    window.push()
    expect((await moments(test, articleId)).looked).toBeNull()
    const leftAt = test.clock.now()
    window.close()
    expect(await moments(test, articleId)).toMatchObject({ looked: { seq: 2, at: leftAt }, live: { seq: 2 } })
    expect(valueOf(test.library.store.looks.last(articleId, 'Somebody Else')).look).toBeNull()
    const second = await openWindow(test, articleId, 2)
    second.type('headline', 'Very ')
    second.push()
    expect(await moments(test, articleId)).toMatchObject({ looked: { seq: 2 }, live: { seq: 3 } })
    test.core.windowClosed(2)
    expect(await moments(test, articleId)).toMatchObject({ looked: { seq: 3 } })
    second.close()
  })

  it('moves when the review is left, and survives a crash', async () => {
    using test = openTestCore()
    const articleId = imported(test)
    valueOf(await test.core.handlers.review.looked({ articleId }, call))
    test.crash()
    expect((await moments(test, articleId)).looked).toMatchObject({ seq: 1 })
    expect(
      await test.core.handlers.review.looked({ articleId: 'ab'.repeat(16) as never }, call),
    ).toMatchObject({
      error: { type: 'ArticleNotFound' },
    })
  })

  it('is no reason to fail: a library that cannot be written lets go all the same', async () => {
    using test = openTestCore()
    const articleId = imported(test)
    test.crash('read-only')
    const window = await openWindow(test, articleId, 1)
    window.close()
    expect(test.core.drafts.openIds()).toEqual([])
    expect(test.logged.filter(([level]) => level === 'error')).toEqual([])
  })
})

describe('moments', () => {
  it('names the live draft, the revisions, and the points that “since” can mean', async () => {
    using test = openTestCore()
    const articleId = imported(test)
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'Last ')
    window.push()
    expect(await moments(test, articleId)).toMatchObject({ lastFiled: null, lastEdition: null, editions: [] })
    valueOf(await test.core.handlers.library.act({ articleId, verb: 'file' }, call))
    valueOf(await test.core.handlers.revisions.take({ articleId, label: 'for the lawyer' }, call))
    const found = await moments(test, articleId)
    expect(found.live).toMatchObject({ seq: 2, by: 'A. Writer' })
    expect(found.revisions.map(({ kind }) => kind)).toEqual(['named', 'status', 'import'])
    expect(found.lastFiled).toBe(found.revisions[1]?.id)
    window.close()
  })
})

describe('an article where no revision was taken', () => {
  it('is read from the log as it stood at any row, across a snapshot and beyond the end', async () => {
    using test = openTestCore()
    const articleId = imported(test)
    const window = await openWindow(test, articleId, 1)
    const states = [valueOf(test.core.articleOf(articleId)).article]
    for (let n = 0; n < 5; n += 1) {
      window.type('headline', `${n} `)
      window.push()
      states.push(valueOf(test.core.articleOf(articleId)).article)
    }
    const half = new Y.Doc()
    for (const { bytes } of rowsOf(test, articleId).slice(0, 4)) Y.applyUpdate(half, bytes)
    valueOf(test.library.store.updates.compact(articleId, 4, Y.encodeStateAsUpdate(half)))
    const at = async (seq: number) =>
      valueOf(await test.core.handlers.review.articleAt({ articleId, seq }, call))
    for (const [index, state] of states.entries())
      expect(await at(index + 1)).toEqual({ seq: index + 1, article: state })
    expect(await at(99)).toEqual({ seq: 6, article: states.at(-1) })
    window.close()
  })
})

describe('attribution through the contract', () => {
  it('is that of the whole log, and tells deletions of the time asked for', async () => {
    using test = openTestCore()
    const articleId = imported(test)
    const window = await openWindow(test, articleId, 1)
    window.type('headline', 'Last ')
    window.push()
    test.clock.advance(1_000)
    const since = test.clock.now()
    const headline = contentOf(window.doc).get(1) as Y.XmlElement
    ;(headline.get(0) as Y.XmlText).delete(0, 2)
    window.push()
    const ask = async (deletedSince: typeof since | null) =>
      valueOf(await test.core.handlers.review.attribution({ articleId, deletedSince }, call))
    const { seq, texts, deletions, blocks } = await ask(since)
    expect(seq).toBe(3)
    expect(texts[0]).toMatchObject({
      path: [1],
      runs: [
        { from: 0, to: 3, author: 'A. Writer', origin: 'window' },
        { from: 3, to: 14, origin: 'import' },
      ],
    })
    expect(deletions).toMatchObject([{ text: 'La', author: 'A. Writer', wroteIt: 'A. Writer' }])
    expect(blocks[1]).toMatchObject({ index: 1, at: since, origin: 'window' })
    expect((await ask(null)).deletions).toEqual(deletions)
    test.clock.advance(1_000)
    expect((await ask(test.clock.now())).deletions).toEqual([])
    window.close()
  })

  it('is given up when its window says so, and by nobody else', async () => {
    using test = openTestCore()
    const articleId = imported(test)
    const replica = await openReplica(test, articleId)
    replica.rewrite(article({ headline: 'Boat sails' })) // words to look for: between them others have their turn
    await replica.flush()
    const { review } = test.core.handlers
    const ask = (windowId: number) => review.attribution({ articleId, deletedSince: null }, { windowId })
    const [mine, theirs] = [ask(1), ask(2)]
    valueOf(await review.cancel({}, { windowId: 1 }))
    expect(await mine).toEqual({ ok: false, error: { type: 'Cancelled' } })
    expect(valueOf(await theirs).seq).toBe(2)
  })

  it('is refused for an article that is not there', async () => {
    using test = openTestCore()
    const articleId = 'ab'.repeat(16) as ArticleId
    expect(
      await test.core.handlers.review.attribution({ articleId, deletedSince: null }, call),
    ).toMatchObject({ error: { type: 'ArticleNotFound' } })
    expect(await test.core.handlers.review.articleAt({ articleId, seq: 1 }, call)).toMatchObject({
      error: { type: 'ArticleNotFound' },
    })
  })
})
