// Hold, legal review and embargo: nothing leaves by any door.
import { describe, expect, test } from 'vitest'
import { type ArticleId, toInstant, zoneSchema } from '#shared/article/ids.ts'
import { ledgerFault } from '#shared/workflow/desk-state.ts'
import { AUTHOR, type ExportDesk, openExportDesk } from '#tests/support/export-desk.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { parsePage } from '#tests/support/parse-page.ts'
import {
  CALLER,
  HOUR_MS,
  story,
  SILENT,
  publish,
  state,
  trail,
  write,
} from '#tests/support/publishing-desk.ts'

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
