import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newArticleId, toInstant } from '#shared/article/ids.ts'
import { openTestLibrary, valueOf } from '#tests/support/open-test-library.ts'
import { updateRow } from './rows.ts'
import { tamper } from './tamper.ts'
import { runs } from '#tests/support/runs.ts'

function libraryWithLog(texts: readonly string[]) {
  const library = openTestLibrary()
  const articleId = newArticleId()
  const [first = 'first', ...rest] = texts
  valueOf(library.store.articles.create(updateRow(articleId, first)))
  for (const text of rest) valueOf(library.store.updates.append(updateRow(articleId, text)))
  return { library, articleId }
}
const asText = (updates: readonly Uint8Array[]) => updates.map((bytes) => Buffer.from(bytes).toString('utf8'))

describe('the update log', () => {
  it('DR1: reads back every update in the order in which it was stored, after closing too', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 20 }), (texts) => {
        const { library, articleId } = libraryWithLog(texts)
        using closing = library
        expect(asText(valueOf(closing.reopen().updates.read(articleId)).updates)).toEqual(texts)
      }),
      { numRuns: runs(15) },
    )
  })

  it('numbers updates 1, 2, 3 within each article', () => {
    const { library, articleId } = libraryWithLog(['a', 'b'])
    using _ = library
    const other = newArticleId()
    expect(valueOf(library.store.articles.create(updateRow(other, 'a')))).toMatchObject({
      seq: 1,
      isNew: true,
    })
    expect(valueOf(library.store.updates.append(updateRow(articleId, 'c')))).toMatchObject({ seq: 3 })
    expect(valueOf(library.store.updates.append(updateRow(other, 'b')))).toMatchObject({ seq: 2 })
  })

  it('R6: appending the same update again stores nothing and answers its first position', () => {
    const { library, articleId } = libraryWithLog(['a', 'b'])
    using _ = library
    const again = valueOf(library.store.updates.append(updateRow(articleId, 'a', { at: toInstant(5) })))
    expect(again).toMatchObject({ seq: 1, isNew: false })
    expect(again.at).not.toBe(5)
    expect(asText(valueOf(library.store.updates.read(articleId)).updates)).toEqual(['a', 'b'])
  })

  it('DR8: keeps the highest grammar version ever written', () => {
    const { library, articleId } = libraryWithLog(['a'])
    using _ = library
    valueOf(library.store.updates.append(updateRow(articleId, 'b', { schemaVersion: 7 })))
    valueOf(library.store.updates.append(updateRow(articleId, 'c', { schemaVersion: 2 })))
    expect(valueOf(library.store.updates.read(articleId)).schemaVersion).toBe(7)
  })

  it('says that an article is not there', () => {
    const { library } = libraryWithLog(['a'])
    using _ = library
    const articleId = newArticleId()
    expect(library.store.updates.read(articleId)).toEqual({
      ok: false,
      error: { type: 'ArticleNotFound', articleId },
    })
  })

  it('an article that cannot be created leaves nothing behind', () => {
    const { library, articleId } = libraryWithLog(['a'])
    using _ = library
    expect(library.store.articles.create(updateRow(articleId, 'b'))).toMatchObject({ ok: false })
    expect(valueOf(library.store.articles.ids())).toEqual([articleId])
    expect(asText(valueOf(library.store.updates.read(articleId)).updates)).toEqual(['a'])
  })

  it.each([
    ['a missing row', 'DELETE FROM updates WHERE seq = 2', 'update 2 is missing'],
    ['a missing last row', 'DELETE FROM updates WHERE seq = 4', 'updates 4 to 4 are missing'],
    ['a changed row', "UPDATE updates SET bytes = CAST('X' AS BLOB) WHERE seq = 3", 'update 3'],
    ['a changed author', "UPDATE updates SET author = 'Eve' WHERE seq = 2", 'update 2'],
    [
      'two rows that changed places',
      'UPDATE updates SET seq = 5 - seq + 100 WHERE seq IN (2, 3); UPDATE updates SET seq = seq - 100 WHERE seq > 100',
      'update 2',
    ],
  ])('D2: %s is named with its position', (_name, damage, words) => {
    const { library, articleId } = libraryWithLog(['a', 'b', 'c', 'd'])
    using _ = library
    library.store.close()
    tamper(library.path, damage)
    const answer = library.reopen().updates.read(articleId)
    expect(answer).toMatchObject({ ok: false, error: { type: 'DraftDamaged' } })
    expect(JSON.stringify(answer)).toContain(words)
  })
})

describe('snapshots', () => {
  it('DR11: reading starts at the snapshot and goes on with the rows after it', () => {
    const { library, articleId } = libraryWithLog(['a', 'b', 'c'])
    using _ = library
    valueOf(library.store.updates.compact(articleId, 2, Buffer.from('ab')))
    const draft = valueOf(library.reopen().updates.read(articleId))
    expect(asText(draft.updates)).toEqual(['ab', 'c'])
    expect(draft.seq).toBe(3)
  })

  it('counts what came after the newest snapshot', () => {
    const { library, articleId } = libraryWithLog(['a', 'bb', 'ccc', 'dddd'])
    using _ = library
    expect(valueOf(library.store.updates.sizeSinceSnapshot(articleId))).toEqual({ rows: 4, bytes: 10 })
    valueOf(library.store.updates.compact(articleId, 2, Buffer.from('ab')))
    expect(valueOf(library.store.updates.sizeSinceSnapshot(articleId))).toEqual({ rows: 2, bytes: 7 })
    valueOf(library.store.updates.compact(articleId, 4, Buffer.from('abcd')))
    expect(valueOf(library.store.updates.sizeSinceSnapshot(articleId))).toEqual({ rows: 0, bytes: 0 })
  })

  it('a damaged snapshot costs nothing: the rows it covers are read instead', () => {
    const { library, articleId } = libraryWithLog(['a', 'b', 'c'])
    using _ = library
    valueOf(library.store.updates.compact(articleId, 3, Buffer.from('abc')))
    library.store.close()
    tamper(library.path, "UPDATE snapshots SET bytes = CAST('xyz' AS BLOB)")
    expect(asText(valueOf(library.reopen().updates.read(articleId)).updates)).toEqual(['a', 'b', 'c'])
  })

  it('a row removed beneath a snapshot does not hide the text, a row removed above it does', () => {
    const { library, articleId } = libraryWithLog(['a', 'b', 'c', 'd'])
    using _ = library
    valueOf(library.store.updates.compact(articleId, 2, Buffer.from('ab')))
    library.store.close()
    tamper(library.path, 'DELETE FROM updates WHERE seq = 1')
    expect(asText(valueOf(library.reopen().updates.read(articleId)).updates)).toEqual(['ab', 'c', 'd'])
    library.store.close()
    tamper(library.path, 'DELETE FROM updates WHERE seq = 3')
    expect(library.reopen().updates.read(articleId)).toMatchObject({
      ok: false,
      error: { type: 'DraftDamaged' },
    })
  })
})
