// ST5, WF1: what the desk decides about an article happens only where it is possible, is an appended event with who, when and why,
// and keeps a revision of what it was about.
import type { ArticleId, ZonedInstant } from '#shared/article/ids.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { needsReason } from '#shared/workflow/desk-event.ts'
import { currentState, statusAfterAct } from '#shared/workflow/desk-state.ts'
import type { DeskVerb } from '#shared/workflow/status.ts'
import type { DraftRegistry } from '../drafts/draft-registry.ts'
import { ledgerTime } from '../publishing/standing.ts'
import { type RevisionDeps, takeRevision } from '../revisions/take-revision.ts'

export type ActOutcome =
  | StorageOutcome
  | Outcome<'ArticleNotFound' | 'InvalidTransition' | 'ReasonNeeded' | 'DraftDamaged'>
/** Acts that are no publication. */
export type DeskAct =
  | DeskVerb
  | 'require-legal'
  | 'clear-legal'
  | 'drop-legal'
  | 'hold'
  | 'release'
  | 'override-embargo'

export interface ActRequest {
  readonly articleId: ArticleId
  readonly act: DeskAct
  readonly why: string
  /** Of an override: the embargo it is about. */
  readonly embargo?: ZonedInstant
}
export interface ActDeps extends RevisionDeps {
  readonly drafts: DraftRegistry
}

export function actOnArticle(deps: ActDeps, request: ActRequest): Result<null, ActOutcome> {
  const { store, clock, broadcast } = deps
  const { articleId, act } = request
  const why = request.why.trim()
  const events = store.workflow.events(articleId)
  if (!events.ok) return events
  const state = currentState(events.value)
  const to = statusAfterAct(state, act)
  if (to === null) return err({ type: 'InvalidTransition', from: state.status, verb: act })
  if (needsReason(act) && why === '') return err({ type: 'ReasonNeeded', act })
  const kept = keepWhatItIsAbout(deps, articleId, act)
  if (!kept.ok) return kept
  const recorded = store.workflow.record({
    articleId,
    act,
    from: state.status,
    to,
    who: deps.author(),
    why,
    at: ledgerTime(events.value, clock.now()),
    embargo: request.embargo ?? null,
  })
  if (!recorded.ok) return recorded
  broadcast('library', 'changed', { articleIds: [articleId] })
  broadcast('publishing', 'changed', { articleId })
  return ok(null)
}

function keepWhatItIsAbout(deps: ActDeps, articleId: ArticleId, act: DeskAct): Result<unknown, ActOutcome> {
  const current = deps.drafts.articleOf(articleId)
  if (current.ok) {
    const taken = takeRevision(deps, {
      articleId,
      article: current.value.article,
      kind: 'status',
      label: act,
    })
    if (taken.ok) deps.drafts.noteRevision(articleId)
    return taken
  }
  const { error } = current
  // A draft of a newer grammar can still be spiked or returned; a revision of it is for a Stet that can read it.
  return error.type === 'SchemaTooNew' || error.type === 'UnknownContent'
    ? { ok: true, value: null }
    : err(error)
}
