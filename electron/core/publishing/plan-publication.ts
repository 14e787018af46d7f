// What publishing now would be, for the person who is about to decide: first or again, compared with what, and what is in the way.
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { ProfileId } from '#shared/article/output-profile.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { outcomeCopy } from '#shared/errors/outcome-copy.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { isClockBehind } from '#shared/workflow/embargo.ts'
import { resolveDecision } from '#shared/workflow/publication.ts'
import {
  type ArticleOutcome,
  type ExportSource,
  liveSource,
  type SourceDeps,
} from '../exports/export-source.ts'
import { chooseProfile, prepareExport } from '../exports/prepare-export.ts'
import { obstacles } from './departure.ts'
import { readStanding, type Standing, type StandingDeps } from './standing.ts'

export interface PlanDeps extends SourceDeps, StandingDeps {
  readonly checkErrors: (articleId: ArticleId, article: Article) => Result<readonly string[], StorageOutcome>
}
export interface PlanRequest {
  readonly articleId: ArticleId
  readonly profileId: ProfileId | null
}
type Plan = OutputOf<'publishing', 'plan'>
type Blocker = Outcome<Plan['blockers'][number]['type']>

export function planPublication(
  deps: PlanDeps,
  { articleId, profileId }: PlanRequest,
): Result<Plan, ArticleOutcome | Outcome<'ProfileNotFound'>> {
  const source = liveSource(deps, articleId, 'readers')
  if (!source.ok) return source
  const standing = readStanding(deps, articleId)
  if (!standing.ok) return standing
  const profile = chooseProfile(deps.store, profileId, standing.value)
  if (!profile.ok) return profile
  const { article, version } = source.value
  if (version === null) throw new Error('a page for readers always names its version')
  const { state, stamps, notes, lastPage } = standing.value
  const history = deps.store.revisions.list(articleId)
  if (!history.ok) return history
  const last = history.value.find(({ id }) => id === lastPage?.revisionId)
  const cleared = history.value.find(({ kind, label }) => kind === 'status' && label === 'clear-legal')
  const errors = deps.checkErrors(articleId, article)
  if (!errors.ok) return errors
  const [first] = errors.value
  const page = pageBlocker(deps, articleId, profile.value.id, source.value, standing.value)
  if (!page.ok) return page
  const blockers: readonly Blocker[] = [
    ...obstacles(standing.value, article, { format: 'html', decision: { kind: 'silent' } }),
    ...(first === undefined ? [] : [{ type: 'ChecksFailed' as const, count: errors.value.length, first }]),
    ...(page.value === null ? [] : [page.value]),
  ]
  return ok({
    state,
    stamps,
    profileId: profile.value.id,
    isFirst: lastPage === null,
    lastEdition: lastPage,
    article,
    contentHash: version.hash,
    hasChanged: last?.contentHash !== version.hash,
    notes: [...notes],
    blockers: blockers.map((outcome) => {
      const { title, sentence, nextStep } = outcomeCopy(outcome)
      return { type: outcome.type, title, sentence, nextStep }
    }),
    warnings: warnings(standing.value, cleared?.contentHash !== version.hash),
  })
}

/** What keeps the page itself from being made, found by making it. A TK is asked about apart. */
function pageBlocker(
  { store }: PlanDeps,
  articleId: ArticleId,
  profileId: ProfileId,
  source: ExportSource,
  standing: Standing,
): Result<Blocker | null, StorageOutcome | Outcome<'ProfileNotFound'>> {
  const decision = resolveDecision(PLAIN, standing.stamps, standing.lastPage !== null)
  const request = {
    articleId,
    format: 'html',
    purpose: 'readers',
    profileId,
    decision,
    allowTk: true,
  } as const
  const prepared = prepareExport(store, request, source, standing, 'inline')
  if (prepared.ok) return ok(null)
  const { error } = prepared
  if (error.type === 'DecisionNeeded' || error.type === 'NoteRefused')
    throw new Error('a plain export needs no decision')
  const isOfPage =
    error.type === 'HeadlineMissing' ||
    error.type === 'LeakFound' ||
    error.type === 'PictureNotFound' ||
    error.type === 'PictureDamaged'
  return isOfPage ? ok(error) : err(error)
}

const PLAIN = { kind: 'plain', moveUpdated: false } as const

function warnings({ clock, notes, state: { legal } }: Standing, hasChangedSinceCleared: boolean): string[] {
  const isRetracted = notes.some(({ kind, revisedBy }) => kind === 'retraction' && revisedBy === null)
  return [
    ...(isClockBehind(clock)
      ? ['This computer’s clock is behind what the library has already recorded: set it right.']
      : []),
    ...(legal.state === 'cleared' && hasChangedSinceCleared
      ? ['The article has been changed since it was cleared for legal.']
      : []),
    ...(isRetracted
      ? ['A retraction stands: the page shows it in place of the text until another note revises it.']
      : []),
  ]
}
