// From the first page to the last, through the contract, on a real library and a real folder.
import { rmSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256Hex } from '#core/storage/sha256.ts'
import { type ArticleId, toInstant, zoneSchema } from '#shared/article/ids.ts'
import { stampDatetime } from '#shared/article/format-stamp.ts'
import { newProfileId } from '#shared/article/output-profile.ts'
import { ledgerFault } from '#shared/workflow/desk-state.ts'
import type { NewNote, PublishDecision } from '#shared/workflow/publication.ts'
import { article } from '#tests/support/builders.ts'
import { AUTHOR, type ExportDesk, openExportDesk } from '#tests/support/export-desk.ts'
import { figure, fullProfile, PUBLISHED } from '#tests/support/full-article.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { parsePage } from '#tests/support/parse-page.ts'
import { openWindow } from '#tests/support/window-on-draft.ts'

const CALLER = { windowId: 1 }
const HOUR_MS = 3_600_000
const story = (more: Parameters<typeof article>[0] = {}) =>
  article({ headline: 'Bridge opens', body: ['It cost four million.'], ...more })
const note = (kind: NewNote['kind'], text: string, more: Partial<NewNote> = {}): NewNote => ({
  kind,
  text,
  placement: 'low',
  revises: null,
  change: null,
  ...more,
})
const noted = (...notes: NewNote[]): PublishDecision => ({ kind: 'noted', notes })
const FIRST: PublishDecision = { kind: 'first' }
const SILENT: PublishDecision = { kind: 'silent' }

const publish = async (desk: ExportDesk, articleId: ArticleId, decision: PublishDecision = FIRST) =>
  desk.publishing.publish({ articleId, profileId: null, decision, decidedOn: null, allowTk: false }, CALLER)
const state = async (desk: ExportDesk, articleId: ArticleId) =>
  valueOf(await desk.publishing.state({ articleId }, CALLER))
const trail = async (desk: ExportDesk, articleId: ArticleId) =>
  valueOf(await desk.publishing.editions({ articleId }, CALLER))
const page = (desk: ExportDesk) => parsePage(desk.read('story.html'))
/** Somebody writes on in a window. */
async function write(desk: ExportDesk, articleId: ArticleId, words: string): Promise<void> {
  const window = await openWindow(desk.test, articleId, 7)
  window.type('headline', words)
  window.push()
  valueOf(await desk.test.core.handlers.drafts.close({ articleId }, { windowId: 7 }))
}

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

describe('WF2, WF3: hold and legal review really hold', () => {
  const doors = (desk: ExportDesk, articleId: ArticleId) => ({
    publish: () => publish(desk, articleId),
    ...Object.fromEntries(
      (['html', 'markdown', 'text', 'json'] as const).map((format) => [
        `export ${format}`,
        async () =>
          desk.handlers.save(
            { articleId, format, purpose: 'readers', moveUpdated: false, allowTk: false },
            CALLER,
          ),
      ]),
    ),
  })

  test('on hold nothing goes to readers, and the reason is told; a proof can be made', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const refused = await desk.publishing.setHold({ articleId: id, isOn: true, why: '' }, CALLER)
    expect(refused).toEqual({ ok: false, error: { type: 'ReasonNeeded', act: 'hold' } })
    valueOf(await desk.publishing.setHold({ articleId: id, isOn: true, why: 'a call is awaited' }, CALLER))
    const onHold = { error: { type: 'OnHold', who: AUTHOR, why: 'a call is awaited' } }
    for (const [door, go] of Object.entries(doors(desk, id)))
      expect([door, await go()]).toMatchObject([door, onHold])
    expect(await desk.handlers.text({ articleId: id, format: 'text' }, CALLER)).toMatchObject(onHold)
    expect([desk.asked, desk.files()]).toEqual([[], []])
    const proof = {
      articleId: id,
      format: 'html',
      purpose: 'proof',
      moveUpdated: false,
      allowTk: true,
    } as const
    expect((await desk.handlers.save(proof, CALLER)).ok).toBe(true)
    valueOf(await desk.publishing.setHold({ articleId: id, isOn: false, why: '' }, CALLER))
    expect((await publish(desk, id)).ok).toBe(true)
    expect((await state(desk, id)).state.hold).toBeNull()
  })

  test('legal review keeps it until it is cleared, by name, with a revision of what was cleared', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    valueOf(
      await desk.publishing.setLegal({ articleId: id, legal: 'required', why: 'names a minister' }, CALLER),
    )
    const needed = { error: { type: 'LegalNotCleared', who: AUTHOR, why: 'names a minister' } }
    for (const [door, go] of Object.entries(doors(desk, id)))
      expect([door, await go()]).toMatchObject([door, needed])
    expect(await desk.publishing.plan({ articleId: id, profileId: null }, CALLER)).toMatchObject({
      value: { blockers: [{ type: 'LegalNotCleared' }] },
    })
    valueOf(await desk.publishing.setLegal({ articleId: id, legal: 'cleared', why: '' }, CALLER))
    expect((await state(desk, id)).state.legal).toMatchObject({ state: 'cleared', who: AUTHOR })
    expect(valueOf(desk.test.library.store.revisions.list(id))[0]?.label).toBe('clear-legal')
    const warnings = async () =>
      valueOf(await desk.publishing.plan({ articleId: id, profileId: null }, CALLER)).warnings
    expect(await warnings()).toEqual([])
    await write(desk, id, 'New ')
    expect(await warnings()).toEqual(['The article has been changed since it was cleared for legal.'])
    expect((await publish(desk, id)).ok).toBe(true)
  })

  test('WF6: a hold that comes while the file is written stops it; no file, no record', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    const out = publish(desk, id)
    await new Promise((resolve) => setImmediate(resolve))
    valueOf(await desk.publishing.setHold({ articleId: id, isOn: true, why: 'stop' }, CALLER))
    expect(await out).toMatchObject({ error: { type: 'OnHold' } })
    expect(desk.files()).toEqual([])
    expect(await trail(desk, id)).toEqual([])
    expect((await state(desk, id)).stamps.published).toBeNull()
  })

  test('a page with errors of the checks does not go out', async () => {
    using desk = openExportDesk()
    const id = desk.add(story())
    desk.errors = ['No byline', 'No section']
    expect(await publish(desk, id)).toEqual({
      ok: false,
      error: { type: 'ChecksFailed', count: 2, first: 'No byline' },
    })
  })
})

describe('WF4: an embargo', () => {
  const SEOUL = zoneSchema.parse('Asia/Seoul')
  const embargoed = (desk: ExportDesk, inMs: number) =>
    desk.add(story({ meta: { embargo: { at: toInstant(desk.test.clock.now() + inMs), zone: SEOUL } } }))

  test('before it nothing leaves by any door; the preview is a proof and says so', async () => {
    using desk = openExportDesk()
    const id = embargoed(desk, HOUR_MS)
    const active = { error: { type: 'EmbargoActive', zone: 'Asia/Seoul', isClockBehind: false } }
    expect(await publish(desk, id)).toMatchObject(active)
    for (const format of ['html', 'markdown', 'text', 'json'] as const) {
      const save = { articleId: id, format, purpose: 'readers', moveUpdated: false, allowTk: false } as const
      expect(await desk.handlers.save(save, CALLER)).toMatchObject(active)
      if (format !== 'json')
        expect(await desk.handlers.text({ articleId: id, format }, CALLER)).toMatchObject(active)
    }
    const preview = valueOf(
      await desk.handlers.preview({ articleId: id, revisionId: null, purpose: 'readers' }, CALLER),
    )
    expect(parsePage(preview.html).meta('robots')).toEqual(['noindex'])
    expect(preview.warnings[0]).toContain(
      'This is a proof. The article is under embargo until June 1, 2027 10:00 a.m. KST.',
    )
    const [imported] = valueOf(desk.test.library.store.revisions.list(id))
    const old = { articleId: id, revisionId: imported?.id ?? null, purpose: 'readers' } as const
    expect(valueOf(await desk.handlers.preview(old, CALLER)).warnings[0]).toContain('This is a proof.')
    desk.test.clock.advance(HOUR_MS - 1)
    expect(await publish(desk, id)).toMatchObject(active)
    desk.test.clock.advance(1)
    expect((await publish(desk, id)).ok).toBe(true)
  })

  test('an override is recorded with its reason and lets exactly one thing pass', async () => {
    using desk = openExportDesk()
    const id = embargoed(desk, HOUR_MS)
    expect(await desk.publishing.overrideEmbargo({ articleId: id, why: ' ' }, CALLER)).toMatchObject({
      error: { type: 'ReasonNeeded' },
    })
    valueOf(await desk.publishing.overrideEmbargo({ articleId: id, why: 'the ministry broke it' }, CALLER))
    expect((await state(desk, id)).events.at(-1)).toMatchObject({
      act: 'override-embargo',
      who: AUTHOR,
      why: 'the ministry broke it',
      embargo: { zone: 'Asia/Seoul' },
    })
    expect((await publish(desk, id)).ok).toBe(true)
    await write(desk, id, 'New ')
    expect(await publish(desk, id, SILENT)).toMatchObject({ error: { type: 'EmbargoActive' } })
  })

  test('copying uses it up, too, and is then on record', async () => {
    using desk = openExportDesk()
    const id = embargoed(desk, HOUR_MS)
    valueOf(await desk.publishing.overrideEmbargo({ articleId: id, why: 'for the partner' }, CALLER))
    valueOf(await desk.handlers.text({ articleId: id, format: 'text' }, CALLER))
    expect((await state(desk, id)).events.at(-1)).toMatchObject({
      act: 'export',
      why: 'copied to the clipboard',
    })
    expect(await publish(desk, id)).toMatchObject({ error: { type: 'EmbargoActive' } })
  })

  test('what is spiked cannot use up an override, and leaves no entry that was not possible', async () => {
    using desk = openExportDesk()
    const id = embargoed(desk, HOUR_MS)
    valueOf(await desk.publishing.overrideEmbargo({ articleId: id, why: 'for the partner' }, CALLER))
    valueOf(await desk.publishing.act({ articleId: id, verb: 'spike', why: '' }, CALLER))
    expect(await desk.handlers.text({ articleId: id, format: 'text' }, CALLER)).toMatchObject({
      error: { type: 'EmbargoActive' },
    })
    expect(ledgerFault((await state(desk, id)).events)).toBeNull()
  })

  test('there is nothing to override when none runs', async () => {
    using desk = openExportDesk()
    const ended = embargoed(desk, -1)
    const none = desk.add(story())
    for (const articleId of [ended, none])
      expect(await desk.publishing.overrideEmbargo({ articleId, why: 'x' }, CALLER)).toEqual({
        ok: false,
        error: { type: 'EmbargoMissing' },
      })
  })

  test('a clock set back behind what is recorded is noticed, and opens nothing', async () => {
    using desk = openExportDesk()
    const id = embargoed(desk, HOUR_MS)
    desk.test.clock.advance(2 * HOUR_MS)
    await write(desk, id, 'Later ')
    desk.test.clock.jump(-1.5 * HOUR_MS)
    expect(await publish(desk, id)).toMatchObject({ error: { type: 'EmbargoActive', isClockBehind: true } })
    desk.test.clock.jump(HOUR_MS)
    const out = valueOf(await publish(desk, id))
    expect(out.warnings.join(' ')).toContain('clock is behind')
  })
})

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
