// DR12: restoring is a forward edit on the live draft. What was there is kept as a revision first; the log never goes back.
import type { Article } from '#shared/article/article.ts'
import type { ArticleId, RevisionId } from '#shared/article/ids.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import { upgradeArticle } from '#shared/schema/upgrade/upgrade-article.ts'
import { writeArticle } from '#shared/draft/write-article.ts'
import type { GrammarOutcome } from '../drafts/draft-reading.ts'
import type { DraftRegistry } from '../drafts/draft-registry.ts'
import type { ChangeOutcome, DraftSession } from '../drafts/draft-session.ts'
import { type RevisionDeps, takeRevision } from './take-revision.ts'

export type RestoreOutcome =
  | StorageOutcome
  | GrammarOutcome
  | ChangeOutcome
  | Outcome<'RevisionNotFound' | 'RevisionDamaged'>

type RestoreDeps = RevisionDeps & { readonly drafts: DraftRegistry }

export interface PreparedRestore {
  /** The revision's article, in today's grammar. */
  readonly article: Article
  /** The revision of what is there now. */
  readonly before: RevisionSummary
}

/** For a window that makes the edit itself, so that it can be undone there: keeps what is there now, answers what to write. */
export function prepareRestore(
  deps: RestoreDeps,
  articleId: ArticleId,
  revisionId: RevisionId,
): Result<PreparedRestore, RestoreOutcome> {
  const target = readTarget(deps, articleId, revisionId)
  if (!target.ok) return target
  return deps.drafts.withSession(articleId, (session) => keepBefore(deps, articleId, target.value, session))
}

/** For whoever has no window on the article. Answers the revision of what was there before. */
export function restoreRevision(
  deps: RestoreDeps,
  articleId: ArticleId,
  revisionId: RevisionId,
): Result<{ before: RevisionSummary }, RestoreOutcome> {
  const target = readTarget(deps, articleId, revisionId)
  if (!target.ok) return target
  return deps.drafts.withSession(
    articleId,
    (session): Result<{ before: RevisionSummary }, RestoreOutcome> => {
      const prepared = keepBefore(deps, articleId, target.value, session)
      if (!prepared.ok) return prepared
      const { article, before } = prepared.value
      const written = session.change({ source: 'restore' }, (doc) =>
        writeArticle(doc, article, { source: 'restore' }),
      )
      return written.ok ? ok({ before }) : written
    },
  )
}

interface Target {
  readonly article: Article
  readonly number: number
}

function readTarget(
  deps: RestoreDeps,
  articleId: ArticleId,
  revisionId: RevisionId,
): Result<Target, RestoreOutcome> {
  const found = deps.store.revisions.read(articleId, revisionId)
  if (!found.ok) return found
  const upgraded = upgradeArticle(found.value.article)
  return upgraded.ok ? ok({ article: upgraded.value, number: found.value.summary.number }) : upgraded
}

function keepBefore(
  deps: RestoreDeps,
  articleId: ArticleId,
  { article, number }: Target,
  session: DraftSession,
): Result<PreparedRestore, RestoreOutcome> {
  if (session.access.mode !== 'write') return err({ type: 'DraftReadOnly', detail: session.access.reason })
  const current = session.read().article
  if (!current.ok) return current
  const before = takeRevision(deps, {
    articleId,
    article: current.value,
    kind: 'restore',
    label: `Before restoring revision ${number}`,
  })
  return before.ok ? ok({ article, before: before.value }) : before
}
