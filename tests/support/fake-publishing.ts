// The publishing desk without a library: a ledger, notes and editions in memory that follow the same tables as the real one.
import type { Article } from '#shared/article/article.ts'
import {
  type ArticleId,
  type EditionId,
  type Instant,
  newEditionId,
  newRevisionId,
} from '#shared/article/ids.ts'
import { profileIdSchema } from '#shared/article/output-profile.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import { NO_STAMPS } from '#shared/article/stamps.ts'
import { outcomeCopy } from '#shared/errors/outcome-copy.ts'
import type { DesktopApi, InputOf, OutputOf } from '#shared/ipc/desktop-api.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { type Act, ACTS, type DeskEvent, needsReason } from '#shared/workflow/desk-event.ts'
import { currentState, obstacleTo, statusAfterAct, whyNot } from '#shared/workflow/desk-state.ts'
import { type Edition, editionTrail, isPage, type LedgerNote, seenAt } from '#shared/workflow/edition.ts'
import {
  appendedNotes,
  type DecidedOn,
  newNotesOf,
  noteFault,
  type PublishDecision,
  publishingVerb,
  reasonOf,
  staleness,
  stampsAfter,
} from '#shared/workflow/publication.ts'
import type { Status } from '#shared/workflow/status.ts'

interface Ledger {
  events: DeskEvent[]
  editions: Edition[]
  notes: LedgerNote[]
  stamps: Stamps
}
export interface FakePublishingDeps {
  readonly now: () => Instant
  readonly who: () => string
  /** Where the desk's row says the article stands, for a ledger that the test did not write. */
  readonly statusOf: (articleId: ArticleId) => Status
  readonly articleOf: (articleId: ArticleId) => Article
  /** Told after every entry: the desk's row follows, windows hear of it. */
  readonly onChange: (articleId: ArticleId, status: Status) => void
}
/** What an article has behind it when the test begins. */
export type LedgerSeed = Partial<Ledger>

const MAIN = profileIdSchema.parse('main')
const LEGAL = { required: 'require-legal', cleared: 'clear-legal', 'not-needed': 'drop-legal' } as const

export function createFakePublishing(
  { now, who, statusOf, articleOf, onChange }: FakePublishingDeps,
  seed: ReadonlyMap<ArticleId, LedgerSeed> = new Map(),
): Omit<DesktopApi['publishing'], `on${string}`> {
  const ledgers = new Map<ArticleId, Ledger>()
  const ledgerOf = (given: string): Ledger => {
    const id = given as ArticleId
    const known = ledgers.get(id)
    if (known !== undefined) return known
    const events = wayTo(statusOf(id)).map((way) => ({
      ...way,
      who: who(),
      why: '',
      at: now(),
      embargo: null,
    }))
    const begun = { events, editions: [], notes: [], stamps: NO_STAMPS, ...seed.get(id) }
    ledgers.set(id, begun)
    return begun
  }
  const standing = (articleId: string): OutputOf<'publishing', 'state'> => {
    const { events, stamps } = ledgerOf(articleId)
    const state = currentState(events)
    const acts = ACTS.map((act) => ({ act, whyNot: whyNot(state, act), needsReason: needsReason(act) }))
    return { state, stamps, events: [...events], acts }
  }
  const enter = (articleId: string, act: Act, why: string) => {
    const ledger = ledgerOf(articleId)
    const state = currentState(ledger.events)
    const to = statusAfterAct(state, act)
    if (to === null) return err({ type: 'InvalidTransition' as const, from: state.status, verb: act })
    if (needsReason(act) && why.trim() === '') return err({ type: 'ReasonNeeded' as const, act })
    ledger.events.push({ act, from: state.status, to, who: who(), why, at: now(), embargo: null })
    onChange(articleId as ArticleId, to)
    return ok(standing(articleId))
  }
  const trailOf = (articleId: string) => {
    const { editions, events } = ledgerOf(articleId)
    return [...editionTrail(editions, events)]
  }
  const basis = (articleId: string): DecidedOn => ({
    contentHash: JSON.stringify(articleOf(articleId as ArticleId)),
    lastEditionId: trailOf(articleId).find(isPage)?.id ?? null,
  })
  const preview = {
    html: '<!doctype html><html lang="en"><title>Preview</title><h1>Preview</h1>',
    sha256: 'a'.repeat(64),
  }

  const publish = (articleId: ArticleId, decision: PublishDecision) => {
    const ledger = ledgerOf(articleId)
    const state = currentState(ledger.events)
    const act = publishingVerb(state, decision)
    const obstacle = obstacleTo(state, act)
    if (obstacle !== null) return err(obstacle)
    if (decision.kind === 'first' && ledger.editions.some(isPage))
      return err({ type: 'DecisionNeeded' as const, detail: 'readers have a page of it already' })
    const fault = noteFault(ledger.notes, decision)
    if (fault !== null) return err({ type: 'NoteRefused' as const, detail: fault })
    const moved = stampsAfter(ledger.stamps, decision, { at: now(), zone: 'Asia/Seoul' as never })
    const at = moved.stamps.updated ?? moved.stamps.published
    const id = newEditionId()
    const revisionId = newRevisionId()
    const notes = at === null ? [] : appendedNotes(ledger.notes, decision, at)
    ledger.stamps = moved.stamps
    for (const [index, note] of notes.entries()) {
      const change = newNotesOf(decision)[index]?.change ?? null
      ledger.notes = ledger.notes.map((old) =>
        old.id === note.revises ? { ...old, revisedBy: note.id } : old,
      )
      ledger.notes.push({ ...note, editionId: id, revisionId, change, who: who(), revisedBy: null })
    }
    ledger.editions.push(
      edition({
        id,
        articleId,
        revisionId,
        number: ledger.editions.length + 1,
        reason: reasonOf(decision),
        at: now(),
        stamps: moved.stamps,
        who: who(),
      }),
    )
    const entered = enter(articleId, act, '')
    if (!entered.ok) throw new Error('nothing stood in its way a moment ago')
    const shown = trailOf(articleId).find((one) => one.id === id)
    if (shown === undefined) throw new Error('the edition was appended a moment ago')
    const { fileName, sha256 } = shown
    return ok({ edition: shown, isNew: true, fileName, sha256, stamps: moved.stamps, warnings: [] })
  }

  return {
    state: async ({ articleId }) => ok(standing(articleId)),
    act: async ({ articleId, verb, why }) => enter(articleId, verb, why),
    setLegal: async ({ articleId, legal, why }) => enter(articleId, LEGAL[legal], why),
    setHold: async ({ articleId, isOn, why }) => enter(articleId, isOn ? 'hold' : 'release', why),
    overrideEmbargo: async ({ articleId, why }) => enter(articleId, 'override-embargo', why),
    plan: async ({ articleId }) => {
      const { state, stamps } = standing(articleId)
      const lastEdition = trailOf(articleId).find(isPage) ?? null
      const obstacle = obstacleTo(state, publishingVerb(state, { kind: 'silent' }))
      return ok({
        state,
        stamps,
        profileId: MAIN,
        isFirst: lastEdition === null,
        lastEdition,
        article: articleOf(articleId as ArticleId),
        contentHash: basis(articleId).contentHash,
        hasChanged: true,
        notes: [...ledgerOf(articleId).notes],
        blockers: obstacle === null ? [] : [blockerOf(obstacle)],
        warnings: [],
      })
    },
    preview: async () => ok({ ...preview, warnings: [] }),
    publish: async ({ articleId, decision, decidedOn }: InputOf<'publishing', 'publish'>) => {
      const detail = decidedOn === null ? null : staleness(decidedOn as DecidedOn, basis(articleId))
      return detail === null
        ? publish(articleId as ArticleId, decision)
        : err({ type: 'DecisionNeeded', detail })
    },
    notes: async ({ articleId }) => ok([...ledgerOf(articleId).notes]),
    editions: async ({ articleId }) => ok(trailOf(articleId)),
    editionPage: async ({ articleId, editionId }) =>
      trailOf(articleId).some(({ id }) => id === editionId)
        ? ok(preview)
        : err({ type: 'EditionNotFound', editionId }),
    editionAt: async ({ articleId, at }) => ok(seenAt(trailOf(articleId), at as Instant)),
    exportEdition: async ({ articleId, editionId }) => {
      const found = trailOf(articleId).find(({ id }) => id === editionId)
      return found === undefined
        ? err({ type: 'EditionNotFound', editionId })
        : ok({ fileName: found.fileName, sha256: found.sha256 })
    },
  }
}

/** The shortest way from a new article to a status. */
function wayTo(status: Status): readonly Pick<DeskEvent, 'act' | 'from' | 'to'>[] {
  switch (status) {
    case 'draft':
      return []
    case 'in-review':
      return [{ act: 'file', from: 'draft', to: status }]
    case 'ready':
      return [{ act: 'ready', from: 'draft', to: status }]
    case 'published':
      return [{ act: 'publish', from: 'draft', to: status }]
    case 'spiked':
      return [{ act: 'spike', from: 'draft', to: status }]
    case 'killed':
      return [...wayTo('published'), { act: 'kill', from: 'published', to: status }]
  }
}

function blockerOf(outcome: NonNullable<ReturnType<typeof obstacleTo>>) {
  const { title, sentence, nextStep } = outcomeCopy(outcome)
  return { type: outcome.type, title, sentence, nextStep }
}

/** An edition; say only what the test is about. */
export function edition(facts: Partial<Edition> & Pick<Edition, 'articleId' | 'at'>): Edition {
  return {
    id: newEditionId(),
    number: 1,
    revisionId: newRevisionId(),
    revisionNumber: 1,
    format: 'html',
    reason: 'first',
    who: 'A. Reporter',
    fileName: 'page.html',
    sha256: 'a'.repeat(64),
    files: 1,
    profileId: MAIN,
    stamps: NO_STAMPS,
    hash: 'b'.repeat(64),
    ...facts,
  } satisfies Edition & { id: EditionId }
}
