// From the first page to the last, through the contract, on a real library and a real folder.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '#core/storage/sha256.ts'
import { toInstant } from '#shared/article/ids.ts'
import { stampDatetime } from '#shared/article/format-stamp.ts'
import type { PublishDecision } from '#shared/workflow/publication.ts'
import { AUTHOR, openExportDesk } from '#tests/support/export-desk.ts'
import { PUBLISHED } from '#tests/support/full-article.ts'
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
  state,
  trail,
  page,
  write,
} from '#tests/support/publishing-desk.ts'

describe('WF7: a page goes out the first time, or with a decision', () => {
  test('the first sets Published, is an edition, and makes the article published', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const plan = valueOf(await desk.publishing.plan({ articleId: id, profileId: null }, CALLER))
    expect(plan).toMatchObject({
      isFirst: true,
      lastEdition: null,
      hasChanged: true,
      blockers: [],
      notes: [],
    })
    const preview = valueOf(
      await desk.publishing.preview(
        { articleId: id, profileId: null, decision: FIRST, allowTk: false },
        CALLER,
      ),
    )
    const out = valueOf(await publish(desk, id))
    expect(out).toMatchObject({ isNew: true, fileName: 'story.html', warnings: [] })
    expect(out.edition).toMatchObject({
      number: 1,
      reason: 'first',
      who: AUTHOR,
      to: null,
      fileName: 'story.html',
    })
    expect([preview.html, preview.sha256]).toEqual([desk.read('story.html'), out.sha256])
    expect((await state(desk, id)).events).toMatchObject([
      { act: 'publish', from: 'draft', to: 'published', who: AUTHOR, why: 'first page' },
    ])
    expect(desk.test.told('publishing.changed').at(-1)?.payload).toEqual({ articleId: id })
    const after = valueOf(await desk.publishing.plan({ articleId: id, profileId: null }, CALLER))
    expect(after).toMatchObject({ isFirst: false, hasChanged: false, lastEdition: { id: out.edition.id } })
  })

  test('a silent fix leaves no trace on the page and none in dateModified', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    valueOf(await publish(desk, id))
    const first = page(desk)
    desk.test.clock.advance(HOUR_MS)
    await write(desk, id, 'New ')
    const out = valueOf(await publish(desk, id, SILENT))
    expect(out).toMatchObject({ isNew: true, edition: { number: 2, reason: 'silent-fix' } })
    const second = page(desk)
    expect(second.text).toContain('New Bridge opens')
    for (const fact of ['datePublished', 'dateModified', 'correction'])
      expect(second.jsonLd[fact]).toEqual(first.jsonLd[fact])
    expect(second.text).not.toContain('Updated')
  })

  test('an update says what is new and moves Updated, everywhere alike', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const { stamps } = valueOf(await publish(desk, id))
    desk.test.clock.advance(HOUR_MS + 250)
    const out = valueOf(await publish(desk, id, noted(note('update', 'The first crossing was made.'))))
    expect(out.stamps.published).toEqual(stamps.published)
    expect(out.stamps.updated?.at).toBe((stamps.published?.at ?? 0) + HOUR_MS)
    const updated = stampDatetime(out.stamps.updated ?? PUBLISHED, 'Asia/Seoul')
    expect(page(desk).jsonLd['dateModified']).toBe(updated)
    expect(page(desk).meta('article:modified_time')).toEqual([updated])
    expect(page(desk).text).toContain('The first crossing was made.')
    expect(out.edition.reason).toBe('update')
    expect((await state(desk, id)).events.at(-1)?.act).toBe('republish')
  })

  test('several notes go in one publication; the gravest names the edition', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    valueOf(await publish(desk, id))
    desk.test.clock.advance(HOUR_MS)
    const change = { id: 'b1', before: 'four', after: 'forty' }
    const out = valueOf(
      await publish(
        desk,
        id,
        noted(note('update', 'Reactions.'), note('correction', 'It said four. It is forty.', { change })),
      ),
    )
    expect(out.edition.reason).toBe('correction')
    expect((await state(desk, id)).events.at(-1)?.act).toBe('correct')
    const notes = valueOf(await desk.publishing.notes({ articleId: id }, CALLER))
    expect(notes).toMatchObject([
      { id: 'note-1', kind: 'update', change: null },
      {
        id: 'note-2',
        kind: 'correction',
        change,
        editionId: out.edition.id,
        revisionId: out.edition.revisionId,
      },
    ])
    expect(notes.every(({ at }) => at.at === out.stamps.updated?.at)).toBe(true)
    expect(page(desk).jsonLd['correction']).toBeTruthy()
  })

  test('a retraction takes the place of the text, keeps the headline, and can itself be revised', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    valueOf(await publish(desk, id))
    desk.test.clock.advance(HOUR_MS)
    valueOf(await publish(desk, id, noted(note('retraction', 'None of this was so.', { placement: 'high' }))))
    expect(page(desk).text).toContain('Bridge opens')
    expect(page(desk).text).toContain('None of this was so.')
    expect(page(desk).text).not.toContain('four million')
    const plan = valueOf(await desk.publishing.plan({ articleId: id, profileId: null }, CALLER))
    expect(plan.warnings.join(' ')).toContain('A retraction stands')
    valueOf(
      await publish(desk, id, noted(note('editors-note', 'It was so after all.', { revises: 'note-1' }))),
    )
    expect(page(desk).text).toContain('four million')
    expect(page(desk).text).not.toContain('None of this was so.')
  })

  test('no decision is made for anybody', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    expect(await publish(desk, id, SILENT)).toMatchObject({ error: { type: 'DecisionNeeded' } })
    expect(await publish(desk, id, noted(note('correction', 'x')))).toMatchObject({
      error: { type: 'DecisionNeeded' },
    })
    valueOf(await publish(desk, id))
    expect(await publish(desk, id, FIRST)).toMatchObject({ error: { type: 'DecisionNeeded' } })
    expect(await publish(desk, id, noted(note('correction', 'x', { revises: 'note-1' })))).toMatchObject({
      error: { type: 'NoteRefused' },
    })
    expect(await trail(desk, id)).toHaveLength(1)
  })

  test('a decision counts for the article and the edition it was made on', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const decide = async (decision: PublishDecision) => {
      const plan = valueOf(await desk.publishing.plan({ articleId: id, profileId: null }, CALLER))
      const decidedOn = { contentHash: plan.contentHash, lastEditionId: plan.lastEdition?.id ?? null }
      return { articleId: id, profileId: null, decision, decidedOn, allowTk: false }
    }
    const first = await decide(FIRST)
    await write(desk, id, 'New ')
    const refusal = { error: { type: 'DecisionNeeded' } }
    expect(await desk.publishing.publish(first, CALLER)).toMatchObject(refusal)
    expect(desk.asked).toEqual([])
    valueOf(await desk.publishing.publish(await decide(FIRST), CALLER))
    await write(desk, id, 'Newer ')
    const correction = await decide(noted(note('correction', 'It said new. It is newer.')))
    valueOf(await desk.publishing.publish(correction, CALLER))
    // The other window had decided the same.
    expect(await desk.publishing.publish(correction, CALLER)).toMatchObject(refusal)
    const silent = await decide(SILENT)
    await write(desk, id, 'Newest ')
    expect(await desk.publishing.publish(silent, CALLER)).toMatchObject(refusal)
    expect(await trail(desk, id)).toHaveLength(2)
  })

  test('what is written while a place is chosen does not slip out with the decision', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const { contentHash } = valueOf(await desk.publishing.plan({ articleId: id, profileId: null }, CALLER))
    desk.whileAsking = () => write(desk, id, 'Undecided ')
    const decidedOn = { contentHash, lastEditionId: null }
    const request = { articleId: id, profileId: null, decision: FIRST, decidedOn, allowTk: false }
    expect(await desk.publishing.publish(request, CALLER)).toMatchObject({
      error: { type: 'DecisionNeeded', detail: 'the article has been changed since this was decided' },
    })
    expect(desk.files()).toEqual([])
  })

  test('the very same page is written again and recorded once', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const first = valueOf(await publish(desk, id))
    rmSync(path.join(desk.folder, 'story.html'))
    desk.test.clock.advance(HOUR_MS)
    const again = valueOf(await publish(desk, id, SILENT))
    expect(again).toMatchObject({ isNew: false, sha256: first.sha256, edition: { id: first.edition.id } })
    expect(sha256Hex(desk.read('story.html'))).toBe(first.sha256)
    expect((await state(desk, id)).events).toHaveLength(1)
  })

  test('EX3: a TK in a note does not go out for ever unless somebody says so', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    valueOf(await publish(desk, id))
    const decision = noted(note('correction', 'It said four. It is TK.'))
    expect(await publish(desk, id, decision)).toMatchObject({
      error: { type: 'LeakFound', kind: 'TK', place: 'a note to readers' },
    })
    expect(await trail(desk, id)).toHaveLength(1)
    const request = { articleId: id, profileId: null, decision, decidedOn: null, allowTk: true }
    expect((await desk.publishing.publish(request, CALLER)).ok).toBe(true)
  })

  test('an imported page keeps its Published and can be corrected at once', async () => {
    using desk = openExportDesk()
    const id = desk.add(story(), { published: PUBLISHED, updated: null })
    const out = valueOf(await publish(desk, id, noted(note('correction', 'It said four. It is forty.'))))
    expect(out.stamps.published).toEqual(PUBLISHED)
    expect(out.stamps.updated).not.toBeNull()
  })
})

describe('ST6: stamps that an import brings', () => {
  test('are whole seconds, and an Updated from before Published is not shown', async () => {
    using desk = openExportDesk()
    const early = { at: toInstant(PUBLISHED.at + 250), zone: PUBLISHED.zone }
    const id = desk.add(story(), { published: null, updated: early })
    const { stamps } = valueOf(await publish(desk, id))
    expect(stamps).toEqual({ published: { at: desk.test.clock.now(), zone: 'Asia/Seoul' }, updated: null })
    expect(page(desk).text).not.toContain('Updated')
    const both = desk.add(story(), { published: early, updated: null })
    expect((await state(desk, both)).stamps.published).toEqual(PUBLISHED)
  })
})

describe('ST6: only a page moves a stamp', () => {
  test.each(['markdown', 'text', 'json'] as const)(
    '%s for readers moves none and is on record',
    async (format) => {
      using desk = openExportDesk()
      const id = desk.add(story())
      valueOf(await publish(desk, id))
      const { stamps } = await state(desk, id)
      desk.test.clock.advance(HOUR_MS)
      const request = {
        articleId: id,
        format,
        purpose: 'readers',
        moveUpdated: true,
        allowTk: false,
      } as const
      valueOf(await desk.handlers.save(request, CALLER))
      const after = await state(desk, id)
      expect(after.stamps).toEqual(stamps)
      expect(after.events.at(-1)).toMatchObject({ act: 'export', from: 'published', to: 'published' })
      expect((await trail(desk, id))[0]).toMatchObject({ format, reason: 'export', to: null })
    },
  )
})
