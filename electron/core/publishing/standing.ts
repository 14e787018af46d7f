// Everything the library holds about where an article stands with its readers, read together.
import type { ArticleId, Instant } from '#shared/article/ids.ts'
import { shownStamps, type Stamps } from '#shared/article/stamps.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import type { DeskEvent } from '#shared/workflow/desk-event.ts'
import { currentState, type DeskState } from '#shared/workflow/desk-state.ts'
import {
  type Edition,
  editionTrail,
  isPage,
  type LedgerNote,
  type ShownEdition,
} from '#shared/workflow/edition.ts'
import type { ClockReading } from '#shared/workflow/embargo.ts'
import type { Clock } from '../ports.ts'
import type { LibraryStore } from '../storage/library-store.ts'

export interface Standing {
  readonly state: DeskState
  readonly events: readonly DeskEvent[]
  readonly stamps: Stamps
  readonly notes: readonly LedgerNote[]
  /** The newest first. */
  readonly trail: readonly ShownEdition[]
  /** The page readers have, or had until the article was killed. */
  readonly lastPage: ShownEdition | null
  readonly clock: ClockReading
}

export interface StandingDeps {
  readonly store: LibraryStore
  readonly clock: Clock
}

export function readStanding(
  { store, clock }: StandingDeps,
  articleId: ArticleId,
): Result<Standing, StorageOutcome | Outcome<'ArticleNotFound'>> {
  const events = store.workflow.events(articleId)
  if (!events.ok) return events
  const stamps = store.workflow.stamps(articleId)
  if (!stamps.ok) return stamps
  const notes = store.editions.notes(articleId)
  if (!notes.ok) return notes
  const editions = store.editions.list(articleId)
  if (!editions.ok) return editions
  const newest = store.workflow.newestTime()
  if (!newest.ok) return newest
  const trail = editionTrail(editions.value, events.value)
  return ok({
    state: currentState(events.value),
    events: events.value,
    stamps: shownStamps(stamps.value),
    notes: notes.value,
    trail,
    lastPage: trail.find(isPage) ?? null,
    clock: { now: clock.now(), zone: clock.zone(), newestRecorded: newest.value },
  })
}

/** The newest edition of a form, the one that another of the same form would follow. */
export const newestOf = (trail: readonly Edition[], format: string): Edition | null =>
  trail.find((edition) => edition.format === format) ?? null

/** WF5: the ledger never goes back in time. Where the clock is behind its last entry, that entry's time is repeated. */
export const ledgerTime = (events: readonly DeskEvent[], now: Instant): Instant =>
  events.reduce((latest, { at }) => (at > latest ? at : latest), now)
