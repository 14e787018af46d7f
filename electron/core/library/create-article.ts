// New articles: blank, sample, duplicate, import. Each begins as one update in its log; the row follows from it.
import type { Article } from '#shared/article/article.ts'
import { type ArticleId, newArticleId } from '#shared/article/ids.ts'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import { seedDraft } from '#shared/article/seed.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import type { Projector } from '../projections/projector.ts'
import { type RevisionDeps, takeRevision } from '../revisions/take-revision.ts'

export interface CreateDeps extends RevisionDeps {
  readonly projector: Projector
}
export interface NewArticleOptions {
  readonly origin: 'create' | 'import'
  /** Public stamps that an imported article brings along. */
  readonly stamps?: Stamps
  readonly label?: string
}

/** Stores the article as a new draft. Its content must be within the grammar: what comes from outside is checked before. */
export function createFromArticle(
  deps: CreateDeps,
  article: Article,
  { origin, stamps, label = '' }: NewArticleOptions,
): Result<ArticleId, StorageOutcome> {
  const { store, clock, projector } = deps
  const articleId = newArticleId()
  const created = store.articles.create({
    articleId,
    bytes: seedDraft(article),
    origin,
    author: deps.author(),
    schemaVersion: SCHEMA_VERSION,
    at: clock.now(),
    zone: clock.zone(),
  })
  if (!created.ok) return created
  const { content, meta } = article
  projector.project(articleId, {
    seq: created.value.seq,
    article: ok(article),
    asStored: () => ({ content, meta }),
  })
  for (const kind of ['published', 'updated'] as const) {
    const stamp = stamps?.[kind] ?? null
    if (stamp === null) continue
    const stamped = store.workflow.stamp({
      articleId,
      kind,
      stamp,
      source: 'import',
      who: deps.author(),
      recordedAt: clock.now(),
    })
    if (!stamped.ok) return stamped
  }
  if (origin === 'import') {
    const revision = takeRevision(deps, { articleId, article, kind: 'import', label })
    if (!revision.ok) return revision
  }
  return ok(articleId)
}

/** A copy that can go its own way: the same words and fields, an address and a working name of its own. */
export function asDuplicate(article: Article): Article {
  const { meta } = article
  return {
    ...article,
    meta: {
      ...meta,
      urlSlug: '',
      slugline: meta.slugline === '' ? '' : `${meta.slugline} copy`.slice(0, MAX_LINE_CHARS),
    },
  }
}
