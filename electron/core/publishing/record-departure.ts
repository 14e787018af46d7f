// What the library keeps of something that leaves: the edition with its bytes, stamps and notes, and the entry in the ledger, in one
// transaction.
import type { Article } from '#shared/article/article.ts'
import type { ExportFile } from '#shared/article/export-input.ts'
import { type ArticleId, newEditionId, type RevisionId } from '#shared/article/ids.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import { type Edition, isPage } from '#shared/workflow/edition.ts'
import { embargoObstacle } from '#shared/workflow/embargo.ts'
import { type Decision, newNotesOf, reasonOf } from '#shared/workflow/publication.ts'
import type { ArticleOutcome, SourceDeps } from '../exports/export-source.ts'
import type { PreparedExport } from '../exports/prepare-export.ts'
import type { Clock } from '../ports.ts'
import type { StampEvent } from '../storage/library-store.ts'
import { sha256Hex } from '../storage/sha256.ts'
import { departure, type LeavingOutcome } from './departure.ts'
import { ledgerTime, newestOf, readStanding, type Standing } from './standing.ts'

export interface RecordDeps extends SourceDeps {
  readonly clock: Clock
  readonly author: () => string
}
export interface RecordRequest {
  readonly articleId: ArticleId
  readonly format: string
  readonly decision: Decision
}
export interface Made {
  readonly prepared: PreparedExport
  /** As they will lie at their place. */
  readonly files: readonly ExportFile[]
  readonly revisionId: RevisionId
}
export interface Recorded {
  readonly edition: Edition
  readonly isNew: boolean
}

/** Whether it may leave is asked once more: the desk may have acted while the files were written. */
export function recordDeparture(
  deps: RecordDeps,
  request: RecordRequest,
  { prepared, files, revisionId }: Made,
): Result<Recorded, ArticleOutcome | LeavingOutcome> {
  const { store, clock, author } = deps
  const { articleId, format, decision } = request
  const standing = readStanding(deps, articleId)
  if (!standing.ok) return standing
  const live = deps.articleOf(articleId)
  if (!live.ok) return live
  const who = author()
  const event = departure(standing.value, live.value.article, request, who)
  if (!event.ok) return event
  const known = sameEdition(standing.value, format, files, prepared)
  if (known !== null) {
    const used = useUpOverride(deps, articleId, standing.value, live.value.article, 'the same edition again')
    return used.ok ? ok({ edition: known, isNew: false }) : used
  }
  const { stamps, moved, profile, notes, newNotes } = prepared
  const isPageNow = isPage({ format })
  const changes = isPageNow ? newNotesOf(decision) : []
  const stamp = moved === null ? null : stamps[moved]
  const recordedAt = clock.now()
  const recorded = store.editions.record({
    edition: {
      id: newEditionId(),
      articleId,
      revisionId,
      format,
      reason: isPageNow ? reasonOf(decision) : 'export',
      who,
      at: event.value.at,
      stamps,
      profile,
      notes,
      files,
    },
    stamps:
      moved === null || stamp === null
        ? []
        : [{ articleId, kind: moved, stamp, source: 'export', who, recordedAt } satisfies StampEvent],
    notes: newNotes.map((note, index) => ({ note, change: changes[index]?.change ?? null })),
    event: { articleId, ...event.value },
  })
  return recorded.ok ? ok({ edition: recorded.value, isNew: true }) : recorded
}

/** The edition that stands already, when this one would say and show the very same: publishing twice is publishing once. */
function sameEdition(
  { trail, state }: Standing,
  format: string,
  files: readonly ExportFile[],
  { moved, newNotes }: PreparedExport,
): Edition | null {
  if (moved !== null || newNotes.length > 0) return null
  if (isPage({ format }) && state.status !== 'published') return null
  const last = newestOf(trail, format)
  const [main] = files
  return last !== null &&
    main !== undefined &&
    last.files === files.length &&
    last.sha256 === sha256Hex(main.bytes)
    ? last
    : null
}

/** WF4: one thing may leave before an embargo ends; what leaves without an edition of its own uses it up all the same. */
export function useUpOverride(
  { store, author }: RecordDeps,
  articleId: ArticleId,
  { state, events, clock }: Standing,
  { meta }: Article,
  why: string,
): Result<null, StorageOutcome> {
  if (embargoObstacle(meta.embargo, null, clock) === null) return ok(null)
  return store.workflow.record({
    articleId,
    act: 'export',
    from: state.status,
    to: state.status,
    who: author(),
    why,
    at: ledgerTime(events, clock.now),
    embargo: null,
  })
}
