// What an export is made from: the article as it is now, or as a revision has it.
import type { Article } from '#shared/article/article.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import type { ArticleId, RevisionId } from '#shared/article/ids.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { sha256Hex } from '../storage/sha256.ts'

export type ArticleOutcome =
  | StorageOutcome
  | Outcome<'ArticleNotFound' | 'SchemaTooNew' | 'UnknownContent' | 'DraftDamaged'>
export type RevisionOutcome = Outcome<'RevisionNotFound' | 'RevisionDamaged'>

export interface SourceDeps {
  readonly store: LibraryStore
  readonly articleOf: (articleId: ArticleId) => Result<{ readonly article: Article }, ArticleOutcome>
}
export interface ExportSource {
  readonly article: Article
  readonly version: ExportInput['version']
  /** The revision that stands for exactly this article, when one that will last exists. */
  readonly revision: RevisionSummary | null
}

/** A revision as it was taken. */
export function revisionSource(
  { store }: SourceDeps,
  articleId: ArticleId,
  revisionId: RevisionId,
): Result<ExportSource, StorageOutcome | RevisionOutcome> {
  const read = store.revisions.read(articleId, revisionId)
  if (!read.ok) return read
  const { article, summary } = read.value
  return ok({ article, version: { number: summary.number, hash: summary.contentHash }, revision: summary })
}

/**
 * The article as it is now. A page for readers is made from an export revision: the last one, if the article has not changed
 * since (same revision, same bytes), else the one a save will take. A proof names a revision only if there is one.
 */
export function liveSource(
  { store, articleOf }: SourceDeps,
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
  if (purpose === 'proof') {
    const same = newest?.contentHash === hash ? newest : null
    return ok({ article, version: same === null ? null : { number: same.number, hash }, revision: same })
  }
  const revision = unchangedExport(history.value, hash)
  return ok({ article, version: { number: revision?.number ?? (newest?.number ?? 0) + 1, hash }, revision })
}

/** Revisions that the desk's acts leave behind say the same as the export before them while nobody has written anything. */
function unchangedExport(newestFirst: readonly RevisionSummary[], hash: string): RevisionSummary | null {
  const changed = newestFirst.findIndex(({ contentHash }) => contentHash !== hash)
  const same = changed < 0 ? newestFirst : newestFirst.slice(0, changed)
  return same.find(({ kind }) => kind === 'export') ?? null
}
