// Line 4 of issue 4 on a real library: whatever is done in whatever order and at whatever time, nothing that was said or shown
// is ever changed, and every step is on record.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sha256Hex } from '#core/storage/sha256.ts'
import type { ArticleId, Instant } from '#shared/article/ids.ts'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import type { PublicNote } from '#shared/article/public-note.ts'
import { needsReason } from '#shared/workflow/desk-event.ts'
import { currentState, ledgerFault, obstacleTo } from '#shared/workflow/desk-state.ts'
import type { Edition, LedgerNote } from '#shared/workflow/edition.ts'
import { type PublishDecision, publishingVerb } from '#shared/workflow/publication.ts'
import { DESK_VERBS } from '#shared/workflow/status.ts'
import { article } from '#tests/support/builders.ts'
import { type ExportDesk, openExportDesk } from '#tests/support/export-desk.ts'
import { valueOf } from '#tests/support/open-test-library.ts'
import { attr, parsePage } from '#tests/support/parse-page.ts'
import { fullProfile } from '#tests/support/full-article.ts'
import { anyInstant, anyZone, instantOf } from '#tests/support/odd-instants.ts'
import { runs } from '#tests/support/runs.ts'

type Zone = OutputProfile['zone']
const CALLER = { windowId: 1 }
const HOUR_MS = 3_600_000

type Step =
  | { readonly do: 'act'; readonly verb: (typeof DESK_VERBS)[number]; readonly why: string }
  | { readonly do: 'legal'; readonly legal: 'required' | 'cleared' | 'not-needed' }
  | { readonly do: 'hold'; readonly isOn: boolean }
  /** Null: whichever of first and silent fits, so that most pages do go out. */
  | { readonly do: 'publish'; readonly decision: PublishDecision | null }
  | { readonly do: 'export' }
  | { readonly do: 'clock'; readonly ms: number }
  | { readonly do: 'clock to'; readonly at: Instant }
  | { readonly do: 'zone'; readonly zone: Zone }

const anyNote = fc.record({
  kind: fc.constantFrom<PublicNote['kind']>(
    'correction',
    'clarification',
    'update',
    'editors-note',
    'retraction',
  ),
  text: fc.constantFrom('It said four. It is forty.', 'A <b>bold</b> “claim” & more'),
  placement: fc.constantFrom('high', 'low'),
  revises: fc.option(fc.constantFrom('note-1', 'note-2', 'note-3'), { freq: 3 }),
  change: fc.constant(null),
})
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      decision: fc.oneof(
        fc.constant(null),
        fc.constantFrom<PublishDecision>({ kind: 'first' }, { kind: 'silent' }),
        fc
          .array(anyNote, { minLength: 1, maxLength: 2 })
          .map((notes): PublishDecision => ({ kind: 'noted', notes })),
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('act' as const),
      verb: fc.constantFrom(...DESK_VERBS, 'revive', 'revive'),
      why: fc.constantFrom('', 'because'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('legal' as const),
      legal: fc.constantFrom('required', 'cleared', 'cleared', 'not-needed'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('hold' as const), isOn: fc.constantFrom(true, false, false) }),
  },
  { weight: 1, arbitrary: fc.constant({ do: 'export' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('clock' as const),
      ms: fc.integer({ min: -2 * HOUR_MS, max: 5 * HOUR_MS }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('clock to' as const), at: anyInstant }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('zone' as const), zone: anyZone }) },
)

type Fitted =
  | Exclude<Step, { do: 'publish' }>
  | { readonly do: 'publish'; readonly decision: PublishDecision }

function fitted(step: Step, { editions }: { readonly editions: readonly Edition[] }): Fitted {
  if (step.do !== 'publish') return step
  const hasPage = editions.some(({ format }) => format === 'html')
  return { ...step, decision: step.decision ?? { kind: hasPage ? 'silent' : 'first' } }
}

async function take(desk: ExportDesk, articleId: ArticleId, step: Fitted): Promise<boolean> {
  switch (step.do) {
    case 'act':
      return (await desk.publishing.act({ articleId, verb: step.verb, why: step.why }, CALLER)).ok
    case 'legal':
      return (await desk.publishing.setLegal({ articleId, legal: step.legal, why: 'because' }, CALLER)).ok
    case 'hold':
      return (await desk.publishing.setHold({ articleId, isOn: step.isOn, why: 'because' }, CALLER)).ok
    case 'publish': {
      const request = { articleId, profileId: null, decision: step.decision, decidedOn: null, allowTk: false }
      return (await desk.publishing.publish(request, CALLER)).ok
    }
    case 'export': {
      const request = {
        articleId,
        format: 'text',
        purpose: 'readers',
        moveUpdated: true,
        allowTk: false,
      } as const
      return (await desk.handlers.save(request, CALLER)).ok
    }
    case 'clock':
      desk.test.clock.jump(step.ms)
      return true
    case 'clock to':
      desk.test.clock.jump(step.at - desk.test.clock.now())
      return true
    case 'zone':
      return desk.test.library.store.desk.saveProfile(fullProfile({ zone: step.zone })).ok
  }
}

/** What must never change once it is there. */
function remembered(desk: ExportDesk, articleId: ArticleId) {
  const { editions, workflow } = desk.test.library.store
  const notes = valueOf(editions.notes(articleId)).map(
    ({ revisedBy: _revisedBy, ...note }: LedgerNote) => note,
  )
  return {
    events: valueOf(workflow.events(articleId)),
    editions: valueOf(editions.list(articleId)),
    notes,
    published: valueOf(workflow.stamps(articleId)).published,
  }
}

test('no illegal state, every event explained, no edition and no note ever altered', async () => {
  using desk = openExportDesk()
  const { store } = desk.test.library
  let published = 0
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { minLength: 10, maxLength: 25 }), async (steps) => {
      const articleId = desk.add(article({ headline: 'Bridge opens', body: ['It opened.'] }))
      let before = remembered(desk, articleId)
      for (const planned of steps) {
        const state = currentState(before.events)
        const step = fitted(planned, before)
        const isDone = await take(desk, articleId, step)
        const after = remembered(desk, articleId)
        expect(after.events.slice(0, before.events.length)).toEqual(before.events)
        expect(after.editions.slice(0, before.editions.length)).toEqual(before.editions)
        expect(after.notes.slice(0, before.notes.length)).toEqual(before.notes)
        if (before.published !== null) expect(after.published).toEqual(before.published)
        if (step.do === 'publish') {
          const isBarred = obstacleTo(state, publishingVerb(state, step.decision)) !== null
          if (isBarred) expect([isDone, after]).toEqual([false, before])
          if (isDone) published += 1
          if (isDone && after.editions.length > before.editions.length) agrees(desk, after)
        }
        if (!isDone) expect(after).toEqual(before)
        before = after
      }
      expect(ledgerFault(before.events)).toBeNull()
      for (const { act, who, why } of before.events) {
        expect(who).not.toBe('')
        if (needsReason(act)) expect(why).not.toBe('')
      }
      const times = before.events.map(({ at }) => at)
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      for (const edition of before.editions) {
        const frozen = valueOf(store.editions.read(articleId, edition.id))
        expect(frozen.files.map(({ bytes }) => sha256Hex(bytes))[0]).toBe(edition.sha256)
      }
    }),
    { numRuns: runs(12) },
  )
  expect(published).toBeGreaterThan(10)
  expect(valueOf(await store.verify()).faults).toEqual([])
}, 300_000)

/** The page that was just written says what the library holds. */
function agrees(desk: ExportDesk, { editions }: { readonly editions: readonly Edition[] }): void {
  const { stamps } = editions.at(-1) as Edition
  const page = parsePage(desk.read('story.html'))
  const times = page.all('time').map((time) => instantOf(attr(time, 'datetime') ?? ''))
  expect(times).toContain(stamps.published?.at)
  expect(instantOf(String(page.jsonLd['datePublished']))).toBe(stamps.published?.at)
  expect(instantOf(String(page.jsonLd['dateModified']))).toBe((stamps.updated ?? stamps.published)?.at)
  if (stamps.updated !== null) expect(stamps.updated.at).toBeGreaterThanOrEqual(stamps.published?.at ?? 0)
}
