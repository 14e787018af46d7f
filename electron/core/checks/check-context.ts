// What checks need to know besides the article, gathered from the library at one moment.
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { slugify, urlSlugOf } from '#shared/article/url-slug.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import type { CheckContext } from '#shared/workflow/checks/check-context.ts'
import { currentState } from '#shared/workflow/desk-state.ts'
import type { Clock } from '../ports.ts'
import type { LibraryStore, Stored } from '../storage/library-store.ts'

export interface CheckDeps {
  readonly store: LibraryStore
  readonly clock: Clock
}

export function checkContextOf(
  { store, clock }: CheckDeps,
  articleId: ArticleId,
  article: Article,
): Result<CheckContext, StorageOutcome | Outcome<'ArticleNotFound'>> {
  const stamps = store.workflow.stamps(articleId)
  if (!stamps.ok) return stamps
  const events = store.workflow.events(articleId)
  if (!events.ok) return events
  const profile = store.desk.profile()
  if (!profile.ok) return profile
  const deskFile = store.checks.deskFile()
  if (!deskFile.ok) return deskFile
  const sameAddress = holdersOf(store, articleId, article, profile.value.urlPattern)
  if (!sameAddress.ok) return sameAddress
  return ok({
    now: clock.now(),
    zone: profile.value.zone,
    published: stamps.value.published,
    legal: currentState(events.value).legal.state,
    // Nothing in an article can be suggested or commented on yet.
    openSuggestions: 0,
    openThreads: 0,
    sameAddress: sameAddress.value,
    deskFile: deskFile.value,
  })
}

const SET_ASIDE: ReadonlySet<string> = new Set(['spiked', 'killed'])

/** Other articles whose page would stand at the same address. Sections part addresses only where the pattern names them. */
function holdersOf(
  store: LibraryStore,
  articleId: ArticleId,
  article: Article,
  urlPattern: string,
): Stored<CheckContext['sameAddress']> {
  const slug = urlSlugOf(article)
  if (slug === '') return ok([])
  const found = store.checks.withSlug(slug, articleId)
  if (!found.ok) return found
  const section = slugify(article.meta.section)
  return ok(
    found.value
      .filter(({ status }) => !SET_ASIDE.has(status))
      .filter((other) => !urlPattern.includes('{section}') || slugify(other.section) === section)
      .map(({ articleId, headline, status }) => ({
        articleId,
        headline,
        isPublished: status === 'published',
      })),
  )
}
