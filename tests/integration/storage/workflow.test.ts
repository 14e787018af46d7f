import { describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import type { StampEvent } from '#core/storage/library-store.ts'
import type { PublicNote } from '#shared/article/public-note.ts'
import {
  type ArticleId,
  newArticleId,
  newRevisionId,
  toInstant,
  zonedInstantSchema,
} from '#shared/article/ids.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { openTestLibrary, stillClock, valueOf } from '#tests/support/open-test-library.ts'
import { editionRow, entryRow, publicationRow, revisionRow, sha256Hex, updateRow } from './rows.ts'
import { tamper } from './tamper.ts'

const moment = (at: number) => zonedInstantSchema.parse({ at, zone: 'Asia/Seoul' })

function libraryWithRevision() {
  const library = openTestLibrary()
  const articleId = newArticleId()
  valueOf(library.store.articles.create(updateRow(articleId, 'a')))
  const revision = valueOf(library.store.revisions.take(revisionRow(articleId, 'one', { kind: 'export' })))
  return { library, articleId, revision }
}
function stampEvent(articleId: ArticleId, kind: StampEvent['kind'], at: number): StampEvent {
  return { articleId, kind, stamp: moment(at), source: 'export', who: 'Ana', recordedAt: stillClock.now() }
}
const publishing = (articleId: ArticleId) => entryRow(articleId)

describe('status', () => {
  it('begins as a draft and follows the recorded events, after closing too', () => {
    const { library, articleId } = libraryWithRevision()
    using _ = library
    expect(valueOf(library.store.workflow.status(articleId))).toBe('draft')
    valueOf(library.store.workflow.record(publishing(articleId)))
    expect(valueOf(library.reopen().workflow.status(articleId))).toBe('published')
    expect(library.store.workflow.status(newArticleId())).toMatchObject({
      error: { type: 'ArticleNotFound' },
    })
  })

  it('an event that starts from another status is a bug and is not recorded', async () => {
    const { library, articleId } = libraryWithRevision()
    using _ = library
    expect(() =>
      library.store.workflow.record({
        ...publishing(articleId),
        from: 'spiked',
        act: 'revive',
        to: 'draft',
      }),
    ).toThrow()
    expect(valueOf(library.store.workflow.status(articleId))).toBe('draft')
    expect(valueOf(await library.store.verify()).faults).toEqual([])
  })

  it('a status that the events do not tell is found by verify', async () => {
    const { library, articleId } = libraryWithRevision()
    using _ = library
    library.store.close()
    tamper(library.path, "UPDATE articles SET status = 'published'")
    const { faults } = valueOf(await library.reopen().verify())
    expect(faults).toContainEqual(
      expect.objectContaining({ articleId, detail: expect.stringContaining('desk events say draft') }),
    )
  })
})

describe('stamps', () => {
  it('IM5: an article whose stamps are refused is not begun', async () => {
    using library = openTestLibrary()
    const articleId = newArticleId()
    const stamps = [stampEvent(articleId, 'published', 1), stampEvent(articleId, 'published', 2)]
    const revision = revisionRow(articleId, 'one', { kind: 'import' })
    expect(library.store.articles.create(updateRow(articleId, 'a'), { stamps, revision }).ok).toBe(false)
    expect(valueOf(library.store.articles.ids())).toEqual([])
    valueOf(
      library.store.articles.create(updateRow(articleId, 'a'), { stamps: stamps.slice(0, 1), revision }),
    )
    expect(valueOf(library.store.workflow.stamps(articleId)).published).toEqual(moment(1))
    expect(valueOf(library.reopen().revisions.list(articleId))).toMatchObject([{ number: 1 }])
    expect(valueOf(await library.store.verify()).faults).toEqual([])
  })

  it('Published is set once: a second one is refused by the database itself and nothing of its export is kept', async () => {
    const { library, articleId, revision } = libraryWithRevision()
    using _ = library
    const { workflow, editions } = library.store
    expect(valueOf(workflow.stamps(articleId))).toEqual(NO_STAMPS)
    valueOf(workflow.stamp(stampEvent(articleId, 'published', 1_000)))
    expect(workflow.stamp(stampEvent(articleId, 'published', 2_000))).toMatchObject({
      error: { type: 'StorageFailed' },
    })
    const stamps = [stampEvent(articleId, 'published', 3_000)]
    expect(editions.record(publicationRow(editionRow(articleId, revision.id), { stamps }))).toMatchObject({
      ok: false,
    })
    expect(valueOf(workflow.stamps(articleId))).toEqual({ published: moment(1_000), updated: null })
    expect(valueOf(workflow.status(articleId))).toBe('draft')
    expect(valueOf(await library.store.verify())).toMatchObject({ editions: 0, faults: [] })
  })

  it('Updated may move again and again, and the newest choice counts even when it lies earlier', () => {
    const { library, articleId } = libraryWithRevision()
    using _ = library
    const { workflow } = library.store
    for (const at of [5_000, 9_000, 7_000]) valueOf(workflow.stamp(stampEvent(articleId, 'updated', at)))
    expect(valueOf(library.reopen().workflow.stamps(articleId))).toEqual({
      published: null,
      updated: moment(7_000),
    })
  })
})

describe('editions', () => {
  it('edition, stamp, note and status of one publication are kept together, and every byte comes back', async () => {
    const { library, articleId, revision } = libraryWithRevision()
    using _ = library
    const edition = editionRow(articleId, revision.id, {
      notes: [noteRow(1)],
      files: [PAGE, { name: 'page-pictures/a.png', mime: 'image/png', bytes: Buffer.from([1, 2, 3]) }],
    })
    const stored = valueOf(
      library.store.editions.record(
        publicationRow(edition, {
          stamps: [stampEvent(articleId, 'published', 1_000)],
          notes: [{ note: noteRow(1), change: { id: 'c1', before: '4', after: '40' } }],
        }),
      ),
    )
    expect(stored).toMatchObject({ number: 1, revisionNumber: 1, files: 2, sha256: sha256Hex(PAGE.bytes) })
    const { workflow, editions } = library.reopen()
    expect(valueOf(workflow.status(articleId))).toBe('published')
    expect(valueOf(editions.list(articleId))).toEqual([stored])
    const frozen = valueOf(editions.read(articleId, stored.id))
    expect(frozen.edition).toEqual(stored)
    expect(frozen.notes).toEqual([noteRow(1)])
    expect(frozen.files.map(({ name, bytes }) => [name, sha256Hex(bytes)])).toEqual(
      edition.files.map(({ name, bytes }) => [name, sha256Hex(bytes)]),
    )
    expect(valueOf(editions.noted())).toEqual([articleId])
    expect(valueOf(editions.notes(articleId))).toEqual([
      {
        ...noteRow(1),
        editionId: stored.id,
        revisionId: revision.id,
        change: { id: 'c1', before: '4', after: '40' },
        who: 'Ana',
        revisedBy: null,
      },
    ])
    expect(valueOf(await library.store.verify())).toMatchObject({ editions: 1, faults: [] })
  })

  it('the same bytes are stored once', () => {
    const { library, articleId, revision } = libraryWithRevision()
    using _ = library
    for (const from of ['draft', 'published'] as const)
      valueOf(
        library.store.editions.record(
          publicationRow(editionRow(articleId, revision.id), {
            event: entryRow(articleId, { from, act: from === 'draft' ? 'publish' : 'republish' }),
          }),
        ),
      )
    library.store.close()
    const db = new DatabaseSync(join(library.path, 'library.db'))
    expect(db.prepare('SELECT count(*) AS n FROM edition_bytes').get()).toEqual({ n: 1 })
    db.close()
  })

  it('an edition of no revision here, or a note out of turn, is a bug and leaves nothing', async () => {
    const { library, articleId, revision } = libraryWithRevision()
    using _ = library
    const { editions } = library.store
    expect(() => editions.record(publicationRow(editionRow(articleId, newRevisionId())))).toThrow()
    const edition = editionRow(articleId, revision.id, { notes: [noteRow(2)] })
    const notes = [{ note: noteRow(2), change: null }]
    expect(() => editions.record(publicationRow(edition, { notes }))).toThrow()
    expect(valueOf(await library.store.verify())).toMatchObject({ editions: 0, faults: [] })
  })

  it('a note that another has revised already is not revised again: the database refuses', () => {
    const { library, articleId, revision } = libraryWithRevision()
    using _ = library
    const all = [noteRow(1), noteRow(2, 'note-1'), noteRow(3, 'note-1')]
    const edition = editionRow(articleId, revision.id, { notes: all })
    const publication = (count: number) =>
      publicationRow(edition, { notes: all.slice(0, count).map((note) => ({ note, change: null })) })
    expect(library.store.editions.record(publication(3)).ok).toBe(false)
    valueOf(library.store.editions.record(publication(2)))
    expect(valueOf(library.store.editions.notes(articleId)).map(({ revisedBy }) => revisedBy)).toEqual([
      'note-2',
      null,
    ])
  })

  it.each([
    [
      "UPDATE edition_bytes SET bytes = CAST('other' AS BLOB)",
      'page.html of edition 1 was changed on the disk',
    ],
    ['DELETE FROM edition_bytes', 'page.html of edition 1 is missing'],
    ["UPDATE editions SET who = 'Bea'", 'edition 1 was changed on the disk'],
    ['UPDATE editions SET at = at + 1', 'edition 1 was changed on the disk'],
    ['UPDATE editions SET number = 2', 'edition 1 is missing'],
    ['DELETE FROM editions', 'pages published: 1 by its desk events, 0 kept as editions'],
    ["UPDATE public_notes SET text = 'nothing happened'", 'the public note 1 was changed on the disk'],
    ['DELETE FROM public_notes WHERE number = 1', 'the public note 1 is missing'],
    ["UPDATE workflow_events SET act = 'kill'", 'desk event 1 (kill) was not possible then'],
  ])('%s is found by verify', async (attack, detail) => {
    const { library, articleId, revision } = libraryWithRevision()
    using _ = library
    const notes = [noteRow(1), noteRow(2)]
    const edition = editionRow(articleId, revision.id, { notes })
    valueOf(
      library.store.editions.record(
        publicationRow(edition, { notes: notes.map((note) => ({ note, change: null })) }),
      ),
    )
    library.store.close()
    tamper(library.path, attack)
    const { faults } = valueOf(await library.reopen().verify())
    expect(faults.filter((fault) => fault.kind !== 'trigger')).toContainEqual(
      expect.objectContaining({ articleId, detail }),
    )
    const read = library.store.editions.read(articleId, edition.id)
    if (/edition_bytes|UPDATE editions/u.test(attack))
      expect(read).toMatchObject({ error: { type: 'EditionDamaged' } })
  })

  it('the newest time is that of whatever was recorded last', () => {
    const { library, articleId, revision } = libraryWithRevision()
    using _ = library
    const later = toInstant(stillClock.now() + 60_000)
    expect(valueOf(library.store.workflow.newestTime())).toBe(stillClock.now())
    valueOf(library.store.editions.record(publicationRow(editionRow(articleId, revision.id, { at: later }))))
    expect(valueOf(library.reopen().workflow.newestTime())).toBe(later)
  })
})

const PAGE = { name: 'page.html', mime: 'text/html', bytes: Buffer.from('<!doctype html>') }
const noteRow = (number: number, revises: string | null = null): PublicNote => ({
  id: `note-${number}`,
  kind: 'correction',
  text: 'An earlier version said four. It is forty.',
  at: moment(1_000),
  placement: 'low',
  revises,
})
