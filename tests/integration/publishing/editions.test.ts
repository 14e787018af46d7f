// What readers saw, and the frozen files it is told from.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { toInstant } from '#shared/article/ids.ts'
import { newProfileId } from '#shared/article/output-profile.ts'
import { openExportDesk } from '#tests/support/export-desk.ts'
import { figure, fullProfile } from '#tests/support/full-article.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import {
  CALLER,
  HOUR_MS,
  story,
  note,
  noted,
  FIRST,
  SILENT,
  publish,
  trail,
  page,
  write,
} from '#tests/support/publishing-desk.ts'

describe('ED: what readers saw', () => {
  test('at any instant, and the same bytes when it is written again', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const start = desk.test.clock.now()
    const pages: string[] = []
    const decisions = [FIRST, SILENT, noted(note('update', 'More.')), noted(note('retraction', 'All wrong.'))]
    for (const [index, decision] of decisions.entries()) {
      valueOf(await publish(desk, id, decision))
      pages.push(desk.read('story.html'))
      desk.test.clock.advance(HOUR_MS)
      await write(desk, id, `${index} `)
    }
    valueOf(await desk.publishing.act({ articleId: id, verb: 'kill', why: 'wrong man' }, CALLER))
    desk.test.clock.advance(HOUR_MS)
    valueOf(await desk.publishing.act({ articleId: id, verb: 'revive', why: '' }, CALLER))
    desk.test.clock.advance(HOUR_MS)
    const seen = async (ms: number) =>
      valueOf(await desk.publishing.editionAt({ articleId: id, at: toInstant(start + ms) }, CALLER))
    expect(await seen(-1)).toEqual({ kind: 'not-yet' })
    for (const [index, html] of pages.entries())
      for (const ms of [0, 1, HOUR_MS - 1]) {
        const found = await seen(index * HOUR_MS + ms)
        if (found.kind !== 'edition') throw new Error(`readers had a page at ${index} h ${ms}`)
        const editionId = found.edition.id
        const shown = valueOf(await desk.publishing.editionPage({ articleId: id, editionId }, CALLER))
        expect([found.edition.number, shown.html]).toEqual([index + 1, html])
      }
    expect(await seen(4 * HOUR_MS)).toMatchObject({
      kind: 'killed',
      at: start + 4 * HOUR_MS,
      last: { number: 4 },
    })
    expect(await seen(1_000 * HOUR_MS)).toMatchObject({ kind: 'killed' })
    for (const edition of await trail(desk, id)) {
      desk.answer = `again-${edition.number}.html`
      valueOf(await desk.publishing.exportEdition({ articleId: id, editionId: edition.id }, CALLER))
      expect(desk.read(desk.answer)).toBe(pages[edition.number - 1])
    }
    expect(valueOf(await desk.test.library.reopen().verify()).faults).toEqual([])
  })

  test('WF8: a killed article keeps its Published; revived, its next page needs a decision', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const { stamps } = valueOf(await publish(desk, id))
    expect(await desk.publishing.act({ articleId: id, verb: 'kill', why: '' }, CALLER)).toMatchObject({
      error: { type: 'ReasonNeeded' },
    })
    desk.test.clock.advance(HOUR_MS)
    valueOf(await desk.publishing.act({ articleId: id, verb: 'kill', why: 'wrong man' }, CALLER))
    expect(await publish(desk, id, SILENT)).toMatchObject({
      error: { type: 'InvalidTransition', from: 'killed' },
    })
    desk.test.clock.advance(HOUR_MS)
    valueOf(await desk.publishing.act({ articleId: id, verb: 'revive', why: '' }, CALLER))
    expect(await publish(desk, id, FIRST)).toMatchObject({ error: { type: 'DecisionNeeded' } })
    desk.test.clock.advance(HOUR_MS)
    const out = valueOf(await publish(desk, id, noted(note('editors-note', 'Back, with the right man.'))))
    expect(out.stamps.published).toEqual(stamps.published)
    expect(await trail(desk, id)).toMatchObject([
      { number: 2, to: null },
      { number: 1, endedBy: 'kill' },
    ])
  })

  test('pictures beside the page are frozen with it, and shown in one piece', async () => {
    using desk = openExportDesk()
    valueOf(desk.test.library.store.desk.saveProfile(fullProfile({ pictures: 'folder' })))
    const shown = desk.addPicture(40, 30)
    const id = desk.add(story({ body: [figure(shown, 'A bridge', 'Open', '')] }))
    const { edition } = valueOf(await publish(desk, id))
    expect(edition.files).toBe(2)
    const files = desk.files().filter((file) => file.includes('.'))
    for (const file of desk.files()) rmSync(path.join(desk.folder, file), { recursive: true, force: true })
    valueOf(await desk.publishing.exportEdition({ articleId: id, editionId: edition.id }, CALLER))
    expect(desk.files().filter((file) => file.includes('.'))).toEqual(files)
    const looked = valueOf(
      await desk.publishing.editionPage({ articleId: id, editionId: edition.id }, CALLER),
    )
    expect(looked.html).toContain('src="data:image/png;base64,')
    expect(looked.html).not.toContain('src="bridge-opens-pictures/')
  })

  test('the profile is the last edition’s until another is named, and is kept as it was', async () => {
    using desk = openExportDesk()
    const { store } = desk.test.library
    const other = fullProfile({ id: newProfileId(), name: 'Sunday', publicationName: 'The Sunday Post' })
    valueOf(store.desk.saveProfile(other))
    const id = desk.add(story())
    const request = { articleId: id, decision: FIRST, decidedOn: null, allowTk: false }
    const named = await desk.publishing.publish({ ...request, profileId: other.id }, CALLER)
    expect(valueOf(named).edition.profileId).toBe(other.id)
    await write(desk, id, 'New ')
    expect(valueOf(await publish(desk, id, SILENT)).edition.profileId).toBe(other.id)
    expect(page(desk).text).toContain('The Sunday Post')
    valueOf(store.desk.removeProfile(other.id))
    await write(desk, id, 'Newer ')
    expect(valueOf(await publish(desk, id, SILENT)).edition.profileId).not.toBe(other.id)
    const missing = await desk.publishing.publish(
      { ...request, decision: SILENT, profileId: other.id },
      CALLER,
    )
    expect(missing).toMatchObject({ error: { type: 'ProfileNotFound' } })
  })
})
