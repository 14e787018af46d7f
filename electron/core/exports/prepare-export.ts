// What one export will be, decided before anything is touched: source, version, stamps, files, desk event.
import type { Article } from '#shared/article/article.ts'
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import { type ArticleId, type RevisionId, toInstant, type ZonedInstant } from '#shared/article/ids.ts'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import { statusAfter } from '#shared/workflow/status.ts'
import type { Clock } from '../ports.ts'
import type { LibraryStore, StampEvent, WorkflowEvent } from '../storage/library-store.ts'
import { sha256Hex } from '../storage/sha256.ts'
import { type BuildOutcome, type BuildRequest, buildExport } from './build-export.ts'
import { gatherPictures, type PictureOutcome } from './gather-pictures.ts'

export type ArticleOutcome =
  | StorageOutcome
  | Outcome<'ArticleNotFound' | 'SchemaTooNew' | 'UnknownContent' | 'DraftDamaged'>
export type RevisionOutcome = Outcome<'RevisionNotFound' | 'RevisionDamaged'>
export type PrepareOutcome = ArticleOutcome | PictureOutcome | BuildOutcome

export interface PrepareDeps {
  readonly store: LibraryStore
  readonly clock: Clock
  /** Whoever is at the desk: goes into the library's record, never into a file. */
  readonly author: () => string
  readonly articleOf: (articleId: ArticleId) => Result<{ readonly article: Article }, ArticleOutcome>
}
export interface PrepareRequest {
  readonly articleId: ArticleId
  readonly format: BuildRequest['format']
  readonly purpose: ExportInput['purpose']
  /** Moves the Updated stamp of a page that is published already. */
  readonly moveUpdated: boolean
  readonly allowTk: boolean
}
export interface ExportSource {
  readonly article: Article
  readonly version: ExportInput['version']
  /** The revision that stands for exactly this article, when one that will last exists. */
  readonly revision: RevisionSummary | null
}
export interface PreparedExport {
  /** The main file first. */
  readonly files: readonly ExportFile[]
  /** As they will be when the export is done. */
  readonly stamps: Stamps
  readonly newStamps: readonly StampEvent[]
  readonly profile: OutputProfile
}

/** A revision as it was taken. */
export function revisionSource(
  { store }: PrepareDeps,
  articleId: ArticleId,
  revisionId: RevisionId,
): Result<ExportSource, StorageOutcome | RevisionOutcome> {
  const read = store.revisions.read(articleId, revisionId)
  if (!read.ok) return read
  const { article, summary } = read.value
  return ok({ article, version: { number: summary.number, hash: summary.contentHash }, revision: summary })
}

/**
 * The article as it is now. A page for readers is made from an export revision: the newest one, if the article has not changed
 * since (same revision, same bytes), else the one a save will take. A proof names a revision only if there is one.
 */
export function liveSource(
  { store, articleOf }: PrepareDeps,
  articleId: ArticleId,
  purpose: ExportInput['purpose'],
): Result<ExportSource, ArticleOutcome> {
  const live = articleOf(articleId)
  if (!live.ok) return live
  const history = store.revisions.list(articleId)
  if (!history.ok) return history
  const { article } = live.value
  const hash = sha256Hex(canonicalJson(article))
  const newest = history.value[0] ?? null
  const same = newest?.contentHash === hash ? newest : null
  if (purpose === 'proof')
    return ok({ article, version: same === null ? null : { number: same.number, hash }, revision: same })
  const revision = same?.kind === 'export' ? same : null
  return ok({ article, version: { number: revision?.number ?? (newest?.number ?? 0) + 1, hash }, revision })
}

/** `pictures`: null leaves them where the profile wants them. Touches nothing. */
export function prepareExport(
  deps: PrepareDeps,
  request: PrepareRequest,
  source: ExportSource,
  pictures: OutputProfile['pictures'] | null,
): Result<PreparedExport, PrepareOutcome> {
  const { store } = deps
  const profile = store.desk.profile()
  if (!profile.ok) return profile
  const stamps = store.workflow.stamps(request.articleId)
  if (!stamps.ok) return stamps
  const gathered = gatherPictures(store, source.article, profile.value)
  if (!gathered.ok) return gathered
  const newStamps = stampsToMove(deps, request, stamps.value, profile.value)
  const moved = newStamps.reduce<Stamps>((all, { kind, stamp }) => ({ ...all, [kind]: stamp }), stamps.value)
  const built = buildExport({
    format: request.format,
    articleId: request.articleId,
    allowTk: request.allowTk,
    input: {
      article: source.article,
      stamps: moved,
      notes: [],
      profile: { ...profile.value, pictures: pictures ?? profile.value.pictures },
      pictures: gathered.value,
      purpose: request.purpose,
      version: source.version,
    },
  })
  return built.ok ? ok({ files: built.value, stamps: moved, newStamps, profile: profile.value }) : built
}

/** What the desk's ledger will say of this export; null when it says nothing. A spiked piece has to be revived first. */
export function deskEvent(
  { store, clock, author }: PrepareDeps,
  { articleId, format, purpose }: PrepareRequest,
): Result<WorkflowEvent | null, StorageOutcome | Outcome<'ArticleNotFound' | 'InvalidTransition'>> {
  if (!isPublication({ format, purpose })) return ok(null)
  const from = store.workflow.status(articleId)
  if (!from.ok) return from
  const to = statusAfter(from.value, 'publish')
  if (to === null) return err({ type: 'InvalidTransition', from: from.value, verb: 'publish' })
  return ok({ articleId, verb: 'publish', from: from.value, to, who: author(), at: clock.now() })
}

/** ST2, ST3: Published by the first page for readers, Updated by an explicit choice once there is a Published; nothing else. */
function stampsToMove(
  { clock, author }: PrepareDeps,
  request: PrepareRequest,
  stamps: Stamps,
  profile: OutputProfile,
): readonly StampEvent[] {
  if (request.purpose !== 'readers') return []
  const kind =
    stamps.published === null
      ? isPublication(request)
        ? 'published'
        : null
      : request.moveUpdated
        ? 'updated'
        : null
  if (kind === null) return []
  const now = clock.now()
  // Pages say times to the second.
  const stamp: ZonedInstant = { at: toInstant(Math.floor(now / SECOND_MS) * SECOND_MS), zone: profile.zone }
  return [{ articleId: request.articleId, kind, stamp, source: 'export', who: author(), recordedAt: now }]
}

const SECOND_MS = 1_000

const isPublication = ({ format, purpose }: Pick<PrepareRequest, 'format' | 'purpose'>): boolean =>
  format === 'html' && purpose === 'readers'
