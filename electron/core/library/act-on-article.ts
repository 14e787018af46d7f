// ST5: status changes only by a verb allowed from where the article stands; each is an appended event, with a revision of what it was about.
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { err, type Result } from '#shared/ipc/result.ts'
import type { ArticleSummary } from '#shared/library/article-summary.ts'
import { statusAfter, type Verb } from '#shared/workflow/status.ts'
import type { DraftRegistry } from '../drafts/draft-registry.ts'
import { type RevisionDeps, takeRevision } from '../revisions/take-revision.ts'

export type ActOutcome = StorageOutcome | Outcome<'ArticleNotFound' | 'InvalidTransition' | 'DraftDamaged'>

export function actOnArticle(
  deps: RevisionDeps & { readonly drafts: DraftRegistry },
  articleId: ArticleId,
  verb: Verb,
): Result<ArticleSummary, ActOutcome> {
  const { store, clock, broadcast } = deps
  const status = store.workflow.status(articleId)
  if (!status.ok) return status
  const to = statusAfter(status.value, verb)
  if (to === null) return err({ type: 'InvalidTransition', from: status.value, verb })
  const kept = keepWhatItIsAbout(deps, articleId, verb)
  if (!kept.ok) return kept
  const recorded = store.workflow.record({
    articleId,
    verb,
    from: status.value,
    to,
    who: deps.author(),
    at: clock.now(),
  })
  if (!recorded.ok) return recorded
  broadcast('library', 'changed', { articleIds: [articleId] })
  return store.articles.get(articleId)
}

function keepWhatItIsAbout(
  deps: RevisionDeps & { readonly drafts: DraftRegistry },
  articleId: ArticleId,
  verb: Verb,
): Result<unknown, ActOutcome> {
  const current = deps.drafts.articleOf(articleId)
  if (current.ok) {
    const taken = takeRevision(deps, {
      articleId,
      article: current.value.article,
      kind: 'status',
      label: verb,
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
