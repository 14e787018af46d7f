// DR11: compaction changes nothing that can be read, and refuses to write what it could not read back.
import { describe, expect, it } from 'vitest'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { COMPACT_OVER_ROWS, compactDraft } from '#core/drafts/compaction.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { createFailingDisk, FULL } from '#tests/support/failing-store.ts'
import { openTestCore } from '#tests/support/open-test-core.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

describe('DR11: compaction', () => {
  it('leaves a log that reads the same, and can be written on', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    for (let n = 0; n < 30; n++) {
      window.type(n % 3 === 0 ? 'headline' : 'paragraph', `${n} `)
      window.push()
    }
    const before = canonicalJson(valueOf(test.core.articleOf(articleId)).article)
    expect(compactDraft(test.library.store, articleId).ok).toBe(true)
    expect(valueOf(test.library.store.updates.read(articleId)).updates).toHaveLength(1)
    window.type('headline', 'after ')
    expect(window.push()).toMatchObject({ ok: true, value: { seq: 32 } })
    test.crash()
    const after = canonicalJson(valueOf(test.core.articleOf(articleId)).article)
    expect(after).toBe(before.replace('"27 24', '"after 27 24'))
    const verified = valueOf(await test.library.store.verify())
    expect(verified.faults).toEqual([])
  })

  it('happens when a long log has been quiet for a while, not before', async () => {
    const compacted: number[] = []
    using test = openTestCore({
      wrapStore: (store: LibraryStore) => ({
        ...store,
        updates: {
          ...store.updates,
          sizeSinceSnapshot: () => ({ ok: true, value: { rows: COMPACT_OVER_ROWS, bytes: 10 } }),
          compact: (articleId, seq, snapshot) => {
            compacted.push(seq)
            return store.updates.compact(articleId, seq, snapshot)
          },
        },
      }),
    })
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    const write = () => {
      window.type('headline', 'x')
      window.push()
    }
    write()
    test.clock.advance(30_000)
    expect(compacted).toEqual([])
    write()
    test.clock.advance(29_999)
    expect(compacted).toEqual([])
    test.clock.advance(1)
    expect(compacted).toEqual([3])
    write()
    test.clock.advance(60_000)
    expect(compacted).toEqual([3])
  })

  it('is refused while a change is missing', async () => {
    using test = openTestCore()
    const articleId = test.create()
    const window = await openWindow(test, articleId, 1)
    for (const text of ['a', 'b', 'c']) {
      window.type('headline', text)
      window.push()
    }
    const { store } = test.library
    const holed: LibraryStore = {
      ...store,
      updates: {
        ...store.updates,
        read(id) {
          const stored = valueOf(store.updates.read(id))
          return { ok: true, value: { ...stored, updates: stored.updates.filter((_, index) => index !== 2) } }
        },
      },
    }
    expect(compactDraft(holed, articleId)).toMatchObject({ error: { type: 'DraftDamaged' } })
    expect(valueOf(store.updates.read(articleId)).updates).toHaveLength(4)
  })

  it('that the disk refuses is no harm', async () => {
    const { disk, wrapStore } = createFailingDisk()
    using test = openTestCore({ wrapStore })
    const articleId = test.create()
    const store = wrapStore(test.library.store)
    disk.fails = FULL
    expect(compactDraft(store, articleId)).toEqual({ ok: false, error: FULL })
    expect(valueOf(test.library.store.updates.read(articleId)).seq).toBe(1)
  })
})
