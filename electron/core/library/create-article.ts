// New articles: blank, sample, duplicate, import. Each begins as one update in its log; the row follows from it.
import type { Article } from '#shared/article/article.ts'
import { type ArticleId, newArticleId } from '#shared/article/ids.ts'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import { seedDraft } from '#shared/article/seed.ts'
import { NO_STAMPS, type Stamps, wholeSecond } from '#shared/article/stamps.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'
import type { Projector } from '../projections/projector.ts'
import { firstRevision, type RevisionDeps, tellRevision } from '../revisions/take-revision.ts'
import type { Arrival, StampEvent } from '../storage/library-store.ts'

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
  options: NewArticleOptions,
): Result<ArticleId, StorageOutcome> {
  const { store, clock, projector } = deps
  const articleId = newArticleId()
  const first = {
    articleId,
    bytes: seedDraft(article),
    origin: options.origin,
    author: deps.author(),
    schemaVersion: SCHEMA_VERSION,
    at: clock.now(),
    zone: clock.zone(),
  }
  const arrival = options.origin === 'import' ? arrivalOf(deps, articleId, article, options) : undefined
  const created = store.articles.create(first, arrival)
  if (!created.ok) return created
  const { content, meta } = article
  projector.project(articleId, {
    seq: created.value.seq,
    article: ok(article),
    asStored: () => ({ content, meta }),
  })
  if (arrival !== undefined) tellRevision(deps, articleId, arrival.revision.kind, 1)
  return ok(articleId)
}

/** IM5: stored together with the article or not at all. */
function arrivalOf(
  deps: CreateDeps,
  articleId: ArticleId,
  article: Article,
  { stamps = NO_STAMPS, label = '' }: NewArticleOptions,
): Arrival {
  const stampEvents = (['published', 'updated'] as const).flatMap((kind): StampEvent[] => {
    const stamp = stamps[kind]
    const [who, recordedAt] = [deps.author(), deps.clock.now()]
    if (stamp === null) return []
    const whole = { ...stamp, at: wholeSecond(stamp.at) }
    return [{ articleId, kind, stamp: whole, source: 'import', who, recordedAt }]
  })
  return {
    stamps: stampEvents,
    revision: firstRevision(deps, { articleId, article, kind: 'import', label }),
  }
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
