import { DatabaseSync } from '@photostructure/sqlite'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { newArticleId, newRevisionId, zoneSchema } from '#shared/article/ids.ts'
import { LASTING_KINDS, REVISION_KINDS } from '#shared/revision/revision.ts'
import { openTestLibrary, stillClock, valueOf } from '#tests/support/open-test-library.ts'
import { articleSaying, editionRow, publicationRow, revisionRow, updateRow } from './rows.ts'
import { tamper } from './tamper.ts'

const NOTE = {
  id: 'note-1',
  kind: 'update',
  text: 'More',
  at: { at: stillClock.now(), zone: zoneSchema.parse('UTC') },
  placement: 'low',
  revises: null,
} as const

function libraryWithArticle() {
  const library = openTestLibrary()
  const articleId = newArticleId()
  valueOf(library.store.articles.create(updateRow(articleId, 'a')))
  return { library, articleId }
}

describe('revisions', () => {
  it('DR12: each is numbered, sealed, and chained to the one before it', () => {
    const { library, articleId } = libraryWithArticle()
    using _ = library
    const first = valueOf(library.store.revisions.take(revisionRow(articleId, 'one')))
    const second = valueOf(library.store.revisions.take(revisionRow(articleId, 'two')))
    expect(first).toMatchObject({ number: 1, parentHash: null })
    expect(second).toMatchObject({ number: 2, parentHash: first.hash })
    expect(valueOf(library.reopen().revisions.list(articleId))).toEqual([second, first])
    expect(valueOf(library.store.revisions.read(articleId, first.id))).toEqual({
      summary: first,
      article: articleSaying('one'),
    })
  })

  it('a revision is found only under its own article', () => {
    const { library, articleId } = libraryWithArticle()
    using _ = library
    const { id } = valueOf(library.store.revisions.take(revisionRow(articleId, 'one')))
    for (const [article, revision] of [
      [newArticleId(), id],
      [articleId, newRevisionId()],
    ] as const)
      expect(library.store.revisions.read(article, revision)).toMatchObject({
        ok: false,
        error: { type: 'RevisionNotFound' },
      })
  })

  it.each([
    ['its article', `UPDATE revision_contents SET article_json = replace(article_json, 'one', 'two')`],
    ['its author', `UPDATE revisions SET author = 'Eve'`],
    ['its time', 'UPDATE revisions SET at = at + 1'],
    ['its article taken away', 'DELETE FROM revision_contents'],
  ])('D4: is not shown when %s was changed behind our back', (_name, damage) => {
    const { library, articleId } = libraryWithArticle()
    using _ = library
    const { id } = valueOf(library.store.revisions.take(revisionRow(articleId, 'one')))
    library.store.close()
    tamper(library.path, damage)
    expect(library.reopen().revisions.read(articleId, id)).toMatchObject({
      ok: false,
      error: { type: 'RevisionDamaged', revisionId: id },
    })
  })

  it('a content hash that is not that of the article is a bug and stores nothing', () => {
    const { library, articleId } = libraryWithArticle()
    using _ = library
    const row = revisionRow(articleId, 'one')
    expect(() => library.store.revisions.take({ ...row, contentHash: '0'.repeat(64) })).toThrow()
    expect(valueOf(library.store.revisions.list(articleId))).toEqual([])
  })
})

describe('thinning', () => {
  it('drops the article of automatic revisions only, and the chain stays whole', async () => {
    const { library, articleId } = libraryWithArticle()
    using _ = library
    const { revisions } = library.store
    const taken = REVISION_KINDS.map((kind) =>
      valueOf(revisions.take(revisionRow(articleId, kind, { kind }))),
    )
    const automatic = taken.filter(({ kind }) => !LASTING_KINDS.includes(kind))
    expect(automatic.length).toBeGreaterThan(0)
    const ids = taken.map(({ id }) => id)
    expect(valueOf(revisions.thin(articleId, [...ids, newRevisionId()]))).toBe(automatic.length)
    expect(valueOf(revisions.thin(articleId, ids))).toBe(0)
    const left = taken.filter((revision) => !automatic.includes(revision))
    expect(valueOf(revisions.list(articleId))).toEqual(left.toReversed())
    for (const { id } of automatic)
      expect(revisions.read(articleId, id)).toMatchObject({ error: { type: 'RevisionNotFound' } })
    expect(valueOf(await library.store.verify()).faults).toEqual([])
    const next = valueOf(revisions.take(revisionRow(articleId, 'next')))
    expect(next).toMatchObject({ number: taken.length + 1, parentHash: taken.at(-1)?.hash })
  })
})

describe('D4: facts are written once', () => {
  // The guards live in the file: they hold against any program, not only against this one.
  it.each([
    ['updates', 'author'],
    ['snapshots', 'log_bytes'],
    ['revisions', 'label'],
    ['revision_contents', 'article_json'],
    ['revision_thinnings', 'at'],
    ['workflow_events', 'who'],
    ['stamps', 'at'],
    ['editions', 'who'],
    ['edition_bytes', 'bytes'],
    ['public_notes', 'text'],
  ])('%s refuses UPDATE, REPLACE and DELETE', (table, column) => {
    const { library, articleId } = libraryWithArticle()
    using _ = library
    const { store } = library
    valueOf(store.updates.compact(articleId, 1, Buffer.from('a')))
    const { id } = valueOf(store.revisions.take(revisionRow(articleId, 'one')))
    const thinned = valueOf(store.revisions.take(revisionRow(articleId, 'two')))
    valueOf(store.revisions.thin(articleId, [thinned.id]))
    const when = { at: updateRow(articleId, '').at, zone: 'UTC' as never }
    valueOf(
      store.editions.record(
        publicationRow(editionRow(articleId, id, { notes: [NOTE] }), {
          stamps: [
            { articleId, kind: 'published', stamp: when, source: 'export', who: 'Ana', recordedAt: when.at },
          ],
          notes: [{ note: NOTE, change: null }],
        }),
      ),
    )
    store.close()
    const db = new DatabaseSync(join(library.path, 'library.db'))
    for (const attack of [
      `UPDATE ${table} SET ${column} = ${column}`,
      `UPDATE OR REPLACE ${table} SET ${column} = ${column}`,
      `DELETE FROM ${table}`,
      `REPLACE INTO ${table} SELECT * FROM ${table}`,
    ])
      expect(() => db.exec(attack), attack).toThrow(/append-only|never|stays|only a|for ever/u)
    db.close()
  })
})
