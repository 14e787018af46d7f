// Exports of articles in a library: preview, clipboard, file. Ties the pure formats to revisions, stamps and editions.
//
// The order of a save, and why. (1) Build and scan: nothing is touched if the answer is no. (2) Take the export revision, so
// that the page names a version that exists. (3) Stage the finished files beside the target, synced: from here on neither space
// nor rights can refuse. (4) Record edition, stamps and desk event in one transaction. (5) Rename into place. A page in the
// world that the library does not know would be the worst outcome: the next export would set its Published stamp again, to
// another minute. So the record comes before the name. A crash between (4) and (5) leaves a recorded edition without its file,
// and saving again writes the very same bytes, because an unchanged article keeps its export revision and its stamps.
import path from 'node:path'
import type { Article } from '#shared/article/article.ts'
import type { ExportFile } from '#shared/article/export-input.ts'
import type { ArticleId, RevisionId } from '#shared/article/ids.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import { sha256Hex } from '../storage/sha256.ts'
import type { FragmentFormat } from './build-export.ts'
import { exportWarnings } from './export-warnings.ts'
import type { ExportFormat } from './formats/format-article.ts'
import {
  deskEvent,
  type ExportSource,
  liveSource,
  type PrepareDeps,
  type PreparedExport,
  prepareExport,
  type PrepareOutcome,
  type PrepareRequest,
  type RevisionOutcome,
  revisionSource,
} from './prepare-export.ts'
import { stageExport } from './write-export.ts'

export interface ExportJobDeps extends PrepareDeps {
  readonly takeRevision: (request: {
    readonly articleId: ArticleId
    readonly article: Article
    readonly kind: 'export'
  }) => Result<RevisionSummary, StorageOutcome>
}
export interface SaveRequest extends PrepareRequest {
  readonly format: ExportFormat
}
export interface PreviewRequest {
  readonly articleId: ArticleId
  /** Null for the article as it is now. */
  readonly revisionId: RevisionId | null
  readonly purpose: PrepareRequest['purpose']
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
}
export type CopyFormat = FragmentFormat | 'text'
export type SaveOutcome = PrepareOutcome | Outcome<'InvalidTransition' | 'WriteFailed'>

export interface ExportJob {
  /** The very bytes a save would write now, pictures inlined (EX2). Moves nothing. */
  preview(request: PreviewRequest): Result<Preview, PrepareOutcome | RevisionOutcome>
  /** For the clipboard. Moves nothing, records nothing. */
  copy(articleId: ArticleId, format: CopyFormat): Result<string, PrepareOutcome>
  /** Everything that can refuse a save, before anybody is asked for a file name; answers the article to name the file after. */
  check(request: SaveRequest): Result<Article, PrepareOutcome | Outcome<'InvalidTransition'>>
  save(request: SaveRequest, target: string): Promise<Result<SavedExport, SaveOutcome>>
}

export function createExportJob(deps: ExportJobDeps): ExportJob {
  let lastSave: Promise<unknown> = Promise.resolve()
  return {
    preview({ articleId, revisionId, purpose }) {
      const source =
        revisionId === null
          ? liveSource(deps, articleId, purpose)
          : revisionSource(deps, articleId, revisionId)
      if (!source.ok) return source
      const request = { articleId, format: 'html', purpose, moveUpdated: false, allowTk: true } as const
      const prepared = prepareExport(deps, request, source.value, 'inline')
      if (!prepared.ok) return prepared
      const page = mainFile(prepared.value)
      const warnings = exportWarnings(source.value.article, prepared.value.profile)
      return ok({ html: textOf(page), sha256: sha256Hex(page.bytes), warnings })
    },
    copy(articleId, format) {
      const source = liveSource(deps, articleId, 'proof')
      if (!source.ok) return source
      // A copied passage is no publication: it may lack a headline and hold a TK, but never anything private.
      const request = { articleId, format, purpose: 'proof', moveUpdated: false, allowTk: true } as const
      const prepared = prepareExport(deps, request, source.value, 'inline')
      return prepared.ok ? ok(textOf(mainFile(prepared.value))) : prepared
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
  }
}

interface Built {
  readonly source: ExportSource
  readonly prepared: PreparedExport
}

function build(
  deps: ExportJobDeps,
  request: SaveRequest,
): Result<Built, PrepareOutcome | Outcome<'InvalidTransition'>> {
  const source = liveSource(deps, request.articleId, request.purpose)
  if (!source.ok) return source
  const prepared = prepareExport(deps, request, source.value, null)
  if (!prepared.ok) return prepared
  const event = deskEvent(deps, request)
  return event.ok ? ok({ source: source.value, prepared: prepared.value }) : event
}

async function save(
  deps: ExportJobDeps,
  request: SaveRequest,
  target: string,
): Promise<Result<SavedExport, SaveOutcome>> {
  const built = build(deps, request)
  if (!built.ok) return built
  const { source, prepared } = built.value
  const revision = request.purpose === 'readers' ? exportRevision(deps, request.articleId, source) : ok(null)
  if (!revision.ok) return revision
  const staged = await stageExport(target, prepared.files)
  if (!staged.ok) return staged

  const page = mainFile(prepared)
  const fileName = path.basename(target)
  const sha256 = sha256Hex(page.bytes)
  if (revision.value !== null) {
    const edition = { format: request.format, fileName, sha256, bytes: page.bytes }
    const recorded = record(deps, request, revision.value, edition, prepared)
    if (!recorded.ok) {
      await staged.value.discard()
      return recorded
    }
  }
  const landed = await staged.value.land()
  return landed.ok ? ok({ fileName, sha256, stamps: prepared.stamps }) : landed
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

function record(
  deps: ExportJobDeps,
  request: SaveRequest,
  revision: RevisionSummary,
  edition: { format: string; fileName: string; sha256: string; bytes: Uint8Array },
  prepared: PreparedExport,
): Result<null, StorageOutcome | Outcome<'ArticleNotFound' | 'InvalidTransition'>> {
  // Asked again: the desk may have acted while the files were written.
  const event = deskEvent(deps, request)
  if (!event.ok) return event
  const facts = {
    articleId: request.articleId,
    revisionId: revision.id,
    who: deps.author(),
    at: deps.clock.now(),
  }
  return deps.store.workflow.recordEdition({ ...facts, ...edition }, prepared.newStamps, event.value)
}

function mainFile({ files }: PreparedExport): ExportFile {
  const [first] = files
  if (first === undefined) throw new Error('A format made no file')
  return first
}

const textOf = (file: ExportFile): string => Buffer.from(file.bytes).toString('utf8')
