// Takes a revision of an article: canonical JSON, its hash, how it differs from the one before. The database chains it.
import type { Article } from '#shared/article/article.ts'
import { type ArticleId, newRevisionId } from '#shared/article/ids.ts'
import { bodyText, headText, measureArticle, multisetWordDelta } from '#shared/article/plain-text.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import type { Broadcast } from '#shared/ipc/desktop-api.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import type { RevisionKind, RevisionSummary } from '#shared/revision/revision.ts'
import { revisionsToThin } from '#shared/revision/thinning.ts'
import type { Clock, Log } from '../ports.ts'
import type { LibraryStore, NewRevision } from '../storage/library-store.ts'
import { sha256Hex } from '../storage/sha256.ts'

export interface RevisionDeps {
  readonly store: LibraryStore
  readonly clock: Clock
  readonly log: Log
  readonly broadcast: Broadcast
  author(): string
}
export interface RevisionRequest {
  readonly articleId: ArticleId
  readonly article: Article
  readonly kind: RevisionKind
  readonly label?: string
}

/** A revision somebody or something asked for: taken even when nothing has changed since the last one. */
export function takeRevision(
  deps: RevisionDeps,
  request: RevisionRequest,
): Result<RevisionSummary, StorageOutcome> {
  const history = deps.store.revisions.list(request.articleId)
  return history.ok ? write(deps, sealed(request), history.value[0] ?? null) : history
}

/** An automatic revision; null when the newest one already says the same (RV2). Makes room for it first (RV4). */
export function takeAutomaticRevision(
  deps: RevisionDeps,
  request: RevisionRequest & { readonly kind: 'sitting' | 'idle' },
): Result<RevisionSummary | null, StorageOutcome> {
  const { store, clock, log } = deps
  const history = store.revisions.list(request.articleId)
  if (!history.ok) return history
  const newest = history.value[0] ?? null
  const content = sealed(request)
  if (newest?.contentHash === content.contentHash) return ok(null)
  const old = revisionsToThin(history.value, clock.now(), clock.zone())
  if (old.length === 0) return write(deps, content, newest)
  const thinned = store.revisions.thin(request.articleId, old)
  if (!thinned.ok) return thinned
  log('info', 'revisions-thinned', { articleId: request.articleId, count: thinned.value })
  const label =
    thinned.value === 1
      ? '1 older automatic revision was thinned'
      : `${thinned.value} older automatic revisions were thinned`
  return write(deps, { ...content, label }, newest)
}

/** The first revision of an article that is being stored, for whoever stores it. */
export const firstRevision = (deps: RevisionDeps, request: RevisionRequest): NewRevision =>
  newRevision(deps, sealed(request), null)

interface SealedRequest extends RevisionRequest {
  readonly articleJson: string
  readonly contentHash: string
}

function sealed(request: RevisionRequest): SealedRequest {
  const articleJson = canonicalJson(request.article)
  return { ...request, articleJson, contentHash: sha256Hex(articleJson) }
}

function write(
  deps: RevisionDeps,
  request: SealedRequest,
  parent: RevisionSummary | null,
): Result<RevisionSummary, StorageOutcome> {
  const { articleId, article, kind } = request
  const delta = parent === null ? null : deltaFrom(deps, parent, article)
  if (delta !== null && !delta.ok) return delta
  const taken = deps.store.revisions.take(newRevision(deps, request, delta?.value ?? null))
  if (taken.ok) tellRevision(deps, articleId, kind, taken.value.number)
  return taken
}

/** After it is committed: the log names it, open histories show it. */
export function tellRevision(
  { log, broadcast }: RevisionDeps,
  articleId: ArticleId,
  kind: RevisionKind,
  number: number,
): void {
  log('info', 'revision-taken', { articleId, kind, number })
  broadcast('revisions', 'changed', { articleId })
}

function newRevision(
  { clock, author }: RevisionDeps,
  { articleId, article, kind, label = '', articleJson, contentHash }: SealedRequest,
  delta: { readonly added: number; readonly removed: number } | null,
): NewRevision {
  return {
    id: newRevisionId(),
    articleId,
    kind,
    label,
    author: author(),
    at: clock.now(),
    zone: clock.zone(),
    schemaVersion: article.schemaVersion,
    articleJson,
    contentHash,
    words: measureArticle(article.content).words,
    wordsAdded: delta?.added ?? null,
    wordsRemoved: delta?.removed ?? null,
  }
}

/** Null when the parent can no longer be read: the counts are then unknown, which is not zero. */
function deltaFrom(
  { store, log }: RevisionDeps,
  parent: RevisionSummary,
  article: Article,
): Result<{ added: number; removed: number } | null, StorageOutcome> {
  const before = store.revisions.read(parent.articleId, parent.id)
  if (before.ok) return ok(multisetWordDelta(comparedText(before.value.article), comparedText(article)))
  if (before.error.type === 'RevisionNotFound' || before.error.type === 'RevisionDamaged') {
    log('warn', 'parent-revision-unreadable', { articleId: parent.articleId, outcome: before.error.type })
    return ok(null)
  }
  return { ok: false, error: before.error }
}

const comparedText = ({ content }: Article): string =>
  [
    headText(content, 'kicker'),
    headText(content, 'headline'),
    headText(content, 'standfirst'),
    bodyText(content, { withStash: false }),
  ].join('\n')
