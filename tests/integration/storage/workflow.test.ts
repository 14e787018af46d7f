import { describe, expect, it } from 'vitest'
import type { NewEdition, StampEvent, WorkflowEvent } from '#core/storage/library-store.ts'
import {
  type ArticleId,
  newArticleId,
  newRevisionId,
  toInstant,
  zonedInstantSchema,
} from '#shared/article/ids.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { openTestLibrary, stillClock, valueOf } from '#tests/support/open-test-library.ts'
import { revisionRow, sha256Hex, updateRow } from './rows.ts'
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
const publishing = (articleId: ArticleId): WorkflowEvent => ({
  articleId,
  verb: 'publish',
  from: 'draft',
  to: 'published',
  who: 'Ana',
  at: stillClock.now(),
})

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
        verb: 'revive',
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
    const { workflow } = library.store
    expect(valueOf(workflow.stamps(articleId))).toEqual(NO_STAMPS)
    valueOf(workflow.stamp(stampEvent(articleId, 'published', 1_000)))
    expect(workflow.stamp(stampEvent(articleId, 'published', 2_000))).toMatchObject({
      error: { type: 'StorageFailed' },
    })
    const edition = editionOf(articleId, revision.id)
    expect(
      workflow.recordEdition(edition, [stampEvent(articleId, 'published', 3_000)], publishing(articleId)),
    ).toMatchObject({ ok: false })
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
  it('edition, stamp and status of one export are kept together', async () => {
    const { library, articleId, revision } = libraryWithRevision()
    using _ = library
    const { workflow } = library.store
    valueOf(
      workflow.recordEdition(
        editionOf(articleId, revision.id),
        [stampEvent(articleId, 'published', 1_000)],
        publishing(articleId),
      ),
    )
    expect(valueOf(workflow.status(articleId))).toBe('published')
    const verification = valueOf(await library.store.verify())
    expect(verification).toMatchObject({ editions: 1, faults: [] })
  })

  it('an edition that is not what it says it is, or of no revision here, is a bug', () => {
    const { library, articleId, revision } = libraryWithRevision()
    using _ = library
    const { workflow } = library.store
    const edition = editionOf(articleId, revision.id)
    expect(() => workflow.recordEdition({ ...edition, sha256: '0'.repeat(64) }, [], null)).toThrow()
    expect(() => workflow.recordEdition({ ...edition, revisionId: newRevisionId() }, [], null)).toThrow()
  })

  it('an edition that was changed on the disk is found by verify', async () => {
    const { library, articleId, revision } = libraryWithRevision()
    using _ = library
    valueOf(library.store.workflow.recordEdition(editionOf(articleId, revision.id), [], null))
    library.store.close()
    tamper(library.path, "UPDATE editions SET bytes = CAST('other' AS BLOB)")
    const { faults } = valueOf(await library.reopen().verify())
    expect(faults).toContainEqual({
      kind: 'hash',
      articleId,
      detail: 'the exported edition page.html was changed on the disk',
    })
  })
})

function editionOf(articleId: ArticleId, revisionId: NewEdition['revisionId']): NewEdition {
  const bytes = Buffer.from('<!doctype html>')
  return {
    articleId,
    revisionId,
    format: 'html',
    fileName: 'page.html',
    sha256: sha256Hex(bytes),
    bytes,
    who: 'Ana',
    at: toInstant(4_000),
  }
}
