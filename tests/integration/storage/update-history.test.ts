// The log a page at a time: each page is verified as it is read, and follows the one before.
import { expect, it } from 'vitest'
import type { LoggedUpdate, LogPage, LogPlace } from '#core/storage/library-store.ts'
import { newArticleId } from '#shared/article/ids.ts'
import { openTestLibrary, type TestLibrary, valueOf } from '#tests/support/open-test-library.ts'
import { updateRow } from './rows.ts'
import { tamper } from './tamper.ts'

const articleId = newArticleId()
const ROWS = 7

function filled(): TestLibrary {
  const library = openTestLibrary()
  valueOf(library.store.articles.create(updateRow(articleId, 'row 1', { origin: 'import' })))
  for (let n = 2; n <= ROWS; n += 1)
    valueOf(
      library.store.updates.append(
        updateRow(articleId, `row ${n}`, { origin: n === 3 ? 'restore' : 'undo', author: `P${n}` }),
      ),
    )
  return library
}

it('pages of any size are the whole log: bytes, author, origin', () => {
  using library = filled()
  for (const limit of [1, 2, 3, ROWS, ROWS + 1]) {
    const rows: LoggedUpdate[] = []
    let place: LogPlace | null = null
    for (let isEnd = false; !isEnd; ) {
      const page: LogPage = valueOf(library.store.updates.history(articleId, place, limit))
      expect(page.rows.length).toBeLessThanOrEqual(limit)
      rows.push(...page.rows)
      ;({ place, isEnd } = page)
    }
    expect(
      rows.map(({ seq, author, origin, bytes }) => [seq, author, origin, Buffer.from(bytes).toString()]),
    ).toEqual(
      Array.from({ length: ROWS }, (_, index) => [
        index + 1,
        index === 0 ? 'Ana' : `P${index + 1}`,
        index === 0 ? 'import' : index === 2 ? 'restore' : 'undo',
        `row ${index + 1}`,
      ]),
    )
  }
})

it('LB5: a row that was changed or is missing is named by the page it is on, and no page before', () => {
  for (const [damage, detail] of [
    ["UPDATE updates SET author = 'Nobody' WHERE seq = 5", 'update 5'],
    ['DELETE FROM updates WHERE seq = 5', 'update 5 is missing'],
    ['DELETE FROM updates WHERE seq = 7', 'updates 7 to 7 are missing'],
  ] as const) {
    using library = filled()
    library.store.close()
    tamper(library.path, damage)
    library.reopen()
    const { place } = valueOf(library.store.updates.history(articleId, null, 4))
    expect(library.store.updates.history(articleId, place, 4)).toMatchObject({
      error: { type: 'DraftDamaged', detail: expect.stringContaining(detail) },
    })
  }
})

it('a snapshot is the newest that covers nothing after the row asked for', () => {
  using library = filled()
  for (const seq of [2, 5])
    valueOf(library.store.updates.compact(articleId, seq, Buffer.from(`up to ${seq}`)))
  const found = (seq: number) => {
    const snapshot = valueOf(library.store.updates.snapshotBefore(articleId, seq))
    return snapshot === null ? null : [snapshot.place.seq, Buffer.from(snapshot.bytes).toString()]
  }
  expect([1, 2, 4, 5, 7].map(found)).toEqual([
    null,
    [2, 'up to 2'],
    [2, 'up to 2'],
    [5, 'up to 5'],
    [5, 'up to 5'],
  ])
})

it('an article that is not there has no history, which is not an empty one', () => {
  using library = filled()
  expect(library.store.updates.history(newArticleId(), null, 4)).toMatchObject({
    error: { type: 'ArticleNotFound' },
  })
})
