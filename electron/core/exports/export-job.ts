// Exports of articles in a library: preview, clipboard, file, an old edition once more. Ties the pure formats to revisions, stamps,
// notes and editions.
//
// The order of a save, and why. (1) Build and scan: nothing is touched if the answer is no. (2) Take the export revision, so
// that the page names a version that exists. (3) Stage the finished files beside the target, synced: from here on neither space
// nor rights can refuse. (4) Record edition, stamps, notes and desk event in one transaction. (5) Rename into place. A page in the
// world that the library does not know would be the worst outcome: the next export would set its Published stamp again, to
// another minute. So the record comes before the name. A crash between (4) and (5) leaves a recorded edition without its file,
// and saving again writes the very same bytes, because an unchanged article keeps its export revision, its stamps and its notes.
import path from 'node:path'
import type { Article } from '#shared/article/article.ts'
import type { ExportFile } from '#shared/article/export-input.ts'
import type { ArticleId, EditionId, RevisionId } from '#shared/article/ids.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { sentence } from '#shared/errors/outcome-copy.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import type { Edition } from '#shared/workflow/edition.ts'
import { embargoObstacle } from '#shared/workflow/embargo.ts'
import {
  type DecidedOn,
  type Decision,
  type PlainExport,
  resolveDecision,
  staleness,
} from '#shared/workflow/publication.ts'
import { clipboardObstacle, departure, type LeavingOutcome } from '../publishing/departure.ts'
import { recordDeparture, useUpOverride } from '../publishing/record-departure.ts'
import { readStanding, type Standing } from '../publishing/standing.ts'
import type { Clock } from '../ports.ts'
import { sha256Hex } from '../storage/sha256.ts'
import type { FragmentFormat } from './build-export.ts'
import {
  type ArticleOutcome,
  type ExportSource,
  liveSource,
  type RevisionOutcome,
  revisionSource,
  type SourceDeps,
} from './export-source.ts'
import { exportWarnings } from './export-warnings.ts'
import type { ExportFormat } from './formats/format-article.ts'
import {
  type PreparedExport,
  prepareExport,
  type PrepareOutcome,
  type PrepareRequest,
} from './prepare-export.ts'
import { stageExport, writeExport } from './write-export.ts'

export interface ExportJobDeps extends SourceDeps {
  readonly clock: Clock
  /** Whoever is at the desk: goes into the library's record, never into a file. */
  readonly author: () => string
  readonly takeRevision: (request: {
    readonly articleId: ArticleId
    readonly article: Article
    readonly kind: 'export'
  }) => Result<RevisionSummary, StorageOutcome>
  /** The errors of the checks, each a sentence; one of them keeps a page from readers. */
  readonly checkErrors: (articleId: ArticleId, article: Article) => Result<readonly string[], StorageOutcome>
}
export interface SaveRequest extends Omit<PrepareRequest, 'decision'> {
  readonly format: ExportFormat
  readonly decision: Decision | PlainExport
  /** What the decision was made on; it is refused when that has changed. Null where nothing was compared. */
  readonly decidedOn: DecidedOn | null
}
export interface PreviewRequest extends Pick<PrepareRequest, 'articleId' | 'purpose' | 'profileId'> {
  /** Null for the article as it is now. */
  readonly revisionId: RevisionId | null
  readonly decision: Decision | PlainExport
}
export interface Preview {
  readonly html: string
  readonly sha256: string
  readonly warnings: string[]
}
export interface SavedExport {
  readonly fileName: string
  readonly sha256: string
  readonly stamps: Stamps
  /** What is on record for this export; null for a proof. */
  readonly edition: Edition | null
  /** False when readers had the very same before, so that nothing was recorded. */
  readonly isNew: boolean
  readonly warnings: readonly string[]
}
export type CopyFormat = FragmentFormat | 'text'
type SourceOutcome = ArticleOutcome | PrepareOutcome
export type CheckOutcome = SourceOutcome | LeavingOutcome | Outcome<'ChecksFailed'>
export type SaveOutcome = CheckOutcome | Outcome<'WriteFailed'>
export type AgainOutcome =
  | ArticleOutcome
  | Outcome<'EditionNotFound' | 'EditionDamaged' | 'OnHold' | 'EmbargoActive' | 'WriteFailed'>

export interface ExportJob {
  /** The very bytes a save would write now, pictures inlined (EX2); before an embargo ends, a proof (WF4). Moves nothing. */
  preview(request: PreviewRequest): Result<Preview, SourceOutcome | RevisionOutcome>
  /** For the clipboard. Moves nothing, and records nothing unless it uses up an override. */
  copy(
    articleId: ArticleId,
    format: CopyFormat,
  ): Result<string, SourceOutcome | Outcome<'OnHold' | 'EmbargoActive'>>
  /** Everything that can refuse a save, before anybody is asked for a file name; answers the article to name the file after. */
  check(request: SaveRequest): Result<Article, CheckOutcome>
  save(request: SaveRequest, target: string): Promise<Result<SavedExport, SaveOutcome>>
  /** A frozen edition once more: the same bytes. */
  saveAgain(
    articleId: ArticleId,
    editionId: EditionId,
    target: string,
  ): Promise<Result<Edition, AgainOutcome>>
}

export function createExportJob(deps: ExportJobDeps): ExportJob {
  const { store } = deps
  let lastSave: Promise<unknown> = Promise.resolve()
  return {
    preview({ articleId, revisionId, purpose, profileId, decision }) {
      const source =
        revisionId === null
          ? liveSource(deps, articleId, purpose)
          : revisionSource(deps, articleId, revisionId)
      if (!source.ok) return source
      const standing = readStanding(deps, articleId)
      if (!standing.ok) return standing
      const { article } = source.value
      const embargo = purpose === 'proof' ? null : embargoNow(deps, articleId, article, standing.value)
      const request = {
        articleId,
        format: 'html',
        purpose: embargo === null ? purpose : 'proof',
        profileId,
        decision: resolved(decision, standing.value),
        allowTk: true,
      } as const
      const prepared = prepareExport(store, request, source.value, standing.value, 'inline')
      if (!prepared.ok) return prepared
      const page = mainFile(prepared.value.files)
      const warnings = [
        ...(embargo === null ? [] : [`This is a proof. ${sentence(embargo)}`]),
        ...prepared.value.clockWarnings,
        ...exportWarnings(article, prepared.value.profile),
      ]
      return ok({ html: textOf(page), sha256: sha256Hex(page.bytes), warnings })
    },
    copy(articleId, format) {
      const source = liveSource(deps, articleId, 'proof')
      if (!source.ok) return source
      const standing = readStanding(deps, articleId)
      if (!standing.ok) return standing
      const obstacle = clipboardObstacle(standing.value, source.value.article)
      if (obstacle !== null) return err(obstacle)
      // A copied passage is no publication: it may lack a headline and hold a TK, but never anything private.
      const request = { ...PROOF, articleId, format } as const
      const prepared = prepareExport(store, request, source.value, standing.value, 'inline')
      if (!prepared.ok) return prepared
      const used = useUpOverride(
        deps,
        articleId,
        standing.value,
        source.value.article,
        'copied to the clipboard',
      )
      return used.ok ? ok(textOf(mainFile(prepared.value.files))) : used
    },
    check(request) {
      const checked = build(deps, request)
      return checked.ok ? ok(checked.value.source.article) : checked
    },
    save(request, target) {
      // One at a time: two saves of one article must not both find it unpublished.
      const saving = lastSave.then(() => save(deps, request, target))
      lastSave = saving.catch(() => null) // whoever asked for that save is told; the next one starts all the same
      return saving
    },
    async saveAgain(articleId, editionId, target) {
      const frozen = store.editions.read(articleId, editionId)
      if (!frozen.ok) return frozen
      const live = deps.articleOf(articleId)
      if (!live.ok) return live
      const standing = readStanding(deps, articleId)
      if (!standing.ok) return standing
      // An override is for what is made anew; what is on record can wait.
      const state = { ...standing.value.state, override: null }
      const obstacle = clipboardObstacle({ ...standing.value, state }, live.value.article)
      if (obstacle !== null) return err(obstacle)
      const written = await writeExport(target, frozen.value.files)
      return written.ok ? ok(frozen.value.edition) : written
    },
  }
}

const PROOF = { purpose: 'proof', profileId: null, decision: { kind: 'silent' }, allowTk: true } as const

const resolved = (asked: Decision | PlainExport, { stamps, lastPage }: Standing): Decision =>
  resolveDecision(asked, stamps, lastPage !== null)

/** Of the article as it is now, whichever of its revisions is looked at. */
function embargoNow(
  deps: ExportJobDeps,
  articleId: ArticleId,
  shown: Article,
  { state, clock }: Standing,
): Outcome<'EmbargoActive'> | null {
  const live = deps.articleOf(articleId)
  const { embargo } = (live.ok ? live.value.article : shown).meta
  return embargoObstacle(embargo, state.override, clock)
}

interface Built {
  readonly request: PrepareRequest & Pick<SaveRequest, 'format'>
  readonly source: ExportSource
  readonly prepared: PreparedExport
}

function build(deps: ExportJobDeps, asked: SaveRequest): Result<Built, CheckOutcome> {
  const source = liveSource(deps, asked.articleId, asked.purpose)
  if (!source.ok) return source
  const standing = readStanding(deps, asked.articleId)
  if (!standing.ok) return standing
  const request = { ...asked, decision: resolved(asked.decision, standing.value) }
  const { article, version } = source.value
  if (asked.decidedOn !== null && version !== null) {
    const now = { contentHash: version.hash, lastEditionId: standing.value.lastPage?.id ?? null }
    const detail = staleness(asked.decidedOn, now)
    if (detail !== null) return err({ type: 'DecisionNeeded', detail })
  }
  if (request.purpose === 'readers') {
    const leaves = departure(standing.value, article, request, deps.author())
    if (!leaves.ok) return leaves
  }
  const prepared = prepareExport(deps.store, request, source.value, standing.value, null)
  if (!prepared.ok) return prepared
  if (request.purpose === 'readers' && request.format === 'html') {
    const errors = deps.checkErrors(request.articleId, article)
    if (!errors.ok) return errors
    const [first] = errors.value
    if (first !== undefined) return err({ type: 'ChecksFailed', count: errors.value.length, first })
  }
  return ok({ request, source: source.value, prepared: prepared.value })
}

async function save(
  deps: ExportJobDeps,
  asked: SaveRequest,
  target: string,
): Promise<Result<SavedExport, SaveOutcome>> {
  const built = build(deps, asked)
  if (!built.ok) return built
  const { request, source, prepared } = built.value
  const files = named(prepared.files, path.basename(target))
  const page = mainFile(files)
  const saved = {
    fileName: page.name,
    sha256: sha256Hex(page.bytes),
    stamps: prepared.stamps,
    warnings: prepared.clockWarnings,
  }
  if (request.purpose === 'proof') {
    const written = await writeExport(target, files)
    return written.ok ? ok({ ...saved, edition: null, isNew: false }) : written
  }
  const revision = exportRevision(deps, request.articleId, source)
  if (!revision.ok) return revision
  const staged = await stageExport(target, files)
  if (!staged.ok) return staged
  const recorded = recordDeparture(deps, request, { prepared, files, revisionId: revision.value.id })
  if (!recorded.ok) {
    await staged.value.discard()
    return recorded
  }
  const landed = await staged.value.land()
  return landed.ok ? ok({ ...saved, ...recorded.value }) : landed
}

/** Taken in the same turn as the version was foretold, so nothing can have come in between. */
function exportRevision(
  deps: ExportJobDeps,
  articleId: ArticleId,
  { article, version, revision }: ExportSource,
): Result<RevisionSummary, StorageOutcome> {
  if (revision !== null) return ok(revision)
  const taken = deps.takeRevision({ articleId, article, kind: 'export' })
  if (!taken.ok) return taken
  const { number, contentHash } = taken.value
  if (number !== version?.number || contentHash !== version.hash)
    throw new Error('A page was about to name a version that is not its own')
  return taken
}

/** The page gets the name that was chosen for it; what lies beside it keeps its own. */
const named = ([page, ...others]: readonly ExportFile[], fileName: string): readonly ExportFile[] =>
  page === undefined ? [] : [{ ...page, name: fileName }, ...others]

function mainFile([first]: readonly ExportFile[]): ExportFile {
  if (first === undefined) throw new Error('A format made no file')
  return first
}

const textOf = (file: ExportFile): string => Buffer.from(file.bytes).toString('utf8')
