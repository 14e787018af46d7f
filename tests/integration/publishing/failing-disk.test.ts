// A publication cut short anywhere: readers get a page only together with its record, and trying again comes to the same end.
import { mkdirSync, readdirSync, rmdirSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { ArticleId } from '#shared/article/ids.ts'
import type { PublishDecision } from '#shared/workflow/publication.ts'
import { article } from '#tests/support/builders.ts'
import { type ExportDesk, openExportDesk } from '#tests/support/export-desk.ts'
import { createFailingDisk, FULL } from '#tests/support/failing-store.ts'
import { valueOf } from '#tests/support/open-test-library.ts'

const CALLER = { windowId: 1 }
const CORRECTED: PublishDecision = {
  kind: 'noted',
  notes: [
    { kind: 'correction', text: 'It said four. It is forty.', placement: 'low', revises: null, change: null },
  ],
}
const publish = async (desk: ExportDesk, articleId: ArticleId, decision: PublishDecision) =>
  desk.publishing.publish({ articleId, profileId: null, decision, decidedOn: null, allowTk: false }, CALLER)
const recorded = (desk: ExportDesk, articleId: ArticleId) => {
  const { editions, workflow } = desk.test.library.store
  return {
    editions: valueOf(editions.list(articleId)).length,
    notes: valueOf(editions.notes(articleId)).length,
    events: valueOf(workflow.events(articleId)).length,
    stamps: valueOf(workflow.stamps(articleId)),
  }
}
const begin = (options: Parameters<typeof openExportDesk>[0] = {}) => {
  const desk = openExportDesk(options)
  return { desk, id: desk.add(article({ headline: 'Bridge opens', body: ['It cost four million.'] })) }
}

describe('ED2: a publication is recorded whole or not at all', () => {
  test.each([0, 1, 2, 3])(
    'a disk that is full after %i writes leaves neither page nor half a record',
    async (room) => {
      const { disk, wrapStore } = createFailingDisk()
      const { desk, id } = begin({ wrapStore })
      using _ = desk
      valueOf(await publish(desk, id, { kind: 'first' }))
      const before = recorded(desk, id)
      const page = desk.read('story.html')
      desk.test.clock.advance(3_600_000)
      disk.room = room
      const out = await publish(desk, id, CORRECTED)
      disk.room = null
      if (!out.ok) {
        expect(out.error).toEqual(FULL)
        expect(recorded(desk, id)).toEqual(before)
        expect([desk.files(), desk.read('story.html')]).toEqual([['story.html'], page])
      }
      const again = out.ok ? out : await publish(desk, id, CORRECTED)
      expect(valueOf(again).edition.number).toBe(2)
      expect(recorded(desk, id)).toMatchObject({ editions: 2, notes: 1, events: 2 })
      expect(valueOf(await desk.test.library.store.verify()).faults).toEqual([])
    },
  )

  test('a commit whose answer was lost is on record; publishing again writes its page and says nothing twice', async () => {
    const { disk, wrapStore } = createFailingDisk()
    const { desk, id } = begin({ wrapStore })
    using _ = desk
    disk.fails = FULL
    disk.writesAnyway = true
    expect(await publish(desk, id, { kind: 'first' })).toEqual({ ok: false, error: FULL })
    disk.fails = null
    expect(desk.files()).toEqual([])
    const published = recorded(desk, id)
    expect(published).toMatchObject({ editions: 1, events: 1 })
    desk.test.clock.advance(3_600_000)
    const again = valueOf(await publish(desk, id, { kind: 'silent' }))
    expect([again.isNew, again.stamps]).toEqual([false, published.stamps])
    expect(recorded(desk, id)).toEqual(published)
  })

  test('a death between record and name leaves an edition that is written again, the same bytes', async () => {
    const { desk, id } = begin()
    using _ = desk
    // The place turns into something that nothing can be named over, in the very turn of the record.
    const { store } = desk.test.library
    const record = store.editions.record.bind(store.editions)
    const blocked = path.join(desk.folder, 'story.html')
    Object.assign(store.editions, {
      record: (publication: Parameters<typeof record>[0]) => {
        mkdirSync(blocked)
        return record(publication)
      },
    })
    expect(await publish(desk, id, { kind: 'first' })).toMatchObject({ error: { type: 'WriteFailed' } })
    Object.assign(store.editions, { record })
    rmdirSync(blocked)
    expect(readdirSync(desk.folder)).toEqual([])
    const published = recorded(desk, id)
    expect(published).toMatchObject({ editions: 1, events: 1 })
    desk.test.clock.advance(86_400_000)
    const again = valueOf(await publish(desk, id, { kind: 'silent' }))
    expect([again.isNew, again.edition.number]).toEqual([false, 1])
    expect(desk.read('story.html')).toBe(
      valueOf(await desk.publishing.editionPage({ articleId: id, editionId: again.edition.id }, CALLER)).html,
    )
    expect(recorded(desk, id)).toEqual(published)
  })
})
