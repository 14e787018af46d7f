// DR12: restoring is a forward edit on the live draft. What was there is kept as a revision first; the log never goes back.
import type { ArticleId, RevisionId } from '#shared/article/ids.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import { upgradeArticle } from '#shared/schema/upgrade/upgrade-article.ts'
import { writeArticle } from '#shared/draft/write-article.ts'
import type { GrammarOutcome } from '../drafts/draft-reading.ts'
import type { DraftRegistry } from '../drafts/draft-registry.ts'
import type { ChangeOutcome } from '../drafts/draft-session.ts'
import { type RevisionDeps, takeRevision } from './take-revision.ts'

export type RestoreOutcome =
  | StorageOutcome
  | GrammarOutcome
  | ChangeOutcome
  | Outcome<'RevisionNotFound' | 'RevisionDamaged'>

/** Answers the revision of what was there before. */
export function restoreRevision(
  deps: RevisionDeps & { readonly drafts: DraftRegistry },
  articleId: ArticleId,
  revisionId: RevisionId,
): Result<{ before: RevisionSummary }, RestoreOutcome> {
  const found = deps.store.revisions.read(articleId, revisionId)
  if (!found.ok) return found
  const target = upgradeArticle(found.value.article)
  if (!target.ok) return target
  return deps.drafts.withSession(
    articleId,
    (session): Result<{ before: RevisionSummary }, RestoreOutcome> => {
      if (session.access.mode !== 'write')
        return err({ type: 'DraftReadOnly', detail: session.access.reason })
      const current = session.read().article
      if (!current.ok) return current
      const before = takeRevision(deps, {
        articleId,
        article: current.value,
        kind: 'restore',
        label: `Before restoring revision ${found.value.summary.number}`,
      })
      if (!before.ok) return before
      const written = session.change({ source: 'restore' }, (doc) =>
        writeArticle(doc, target.value, { source: 'restore' }),
      )
      return written.ok ? ok({ before: before.value }) : written
    },
  )
}
