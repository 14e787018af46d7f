// The revisions group of the contract.
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import type { DraftRegistry } from '../drafts/draft-registry.ts'
import { prepareRestore, restoreRevision } from '../revisions/restore-revision.ts'
import { type RevisionDeps, takeRevision } from '../revisions/take-revision.ts'
import { ruleOut, whileOpen } from '../while-open.ts'

export interface RevisionsDeps extends RevisionDeps {
  readonly drafts: DraftRegistry
}

export function createRevisionsHandlers(deps: RevisionsDeps): Handlers['revisions'] {
  const { store, drafts } = deps
  return {
    list({ articleId }) {
      const article = whileOpen(store.articles.get(articleId))
      return article.ok ? whileOpen(store.revisions.list(articleId)) : article
    },
    read: ({ articleId, revisionId }) => whileOpen(store.revisions.read(articleId, revisionId)),
    take({ articleId, label }) {
      const current = whileOpen(drafts.articleOf(articleId))
      if (!current.ok) return current
      const taken = whileOpen(
        takeRevision(deps, { articleId, article: current.value.article, kind: 'named', label }),
      )
      if (taken.ok) drafts.noteRevision(articleId)
      return taken
    },
    prepareRestore: ({ articleId, revisionId }) =>
      ruleOut(whileOpen(prepareRestore(deps, articleId, revisionId)), ['DraftNotOpen', 'UpdateRejected']),
    restore: ({ articleId, revisionId }) =>
      // Only pushes of windows are rejected or come too late.
      ruleOut(whileOpen(restoreRevision(deps, articleId, revisionId)), ['DraftNotOpen', 'UpdateRejected']),
  }
}
