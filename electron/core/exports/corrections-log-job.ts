// Collects the corrections of the whole library for its log. What is said of an article is what readers were told: the words
// of the last page that went out, never the draft's.
import type { ArticleId } from '#shared/article/ids.ts'
import { localTime } from '#shared/article/format-stamp.ts'
import type { OutputProfile, ProfileId } from '#shared/article/output-profile.ts'
import { headText } from '#shared/article/plain-text.ts'
import type { PublicNote } from '#shared/article/public-note.ts'
import { urlSlugOf } from '#shared/article/url-slug.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import { type Edition, isPage } from '#shared/workflow/edition.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import type { CorrectedArticle, CorrectionsLog } from './formats/corrections-log.ts'
import { publicAddress } from './formats/public-address.ts'
import { gatherLogo, type PictureOutcome } from './gather-pictures.ts'

export type CorrectionsOutcome =
  | StorageOutcome
  | PictureOutcome
  | Outcome<'ProfileNotFound' | 'RevisionNotFound' | 'RevisionDamaged'>

/** Articles read before other work has its turn: a few milliseconds' worth. */
const ARTICLES_A_TURN = 500

/** `profileId`: null for the default. Every article of the library is asked; those without a correction are left out. */
export async function gatherCorrections(
  store: LibraryStore,
  profileId: ProfileId | null,
): Promise<Result<CorrectionsLog, CorrectionsOutcome>> {
  const profile = profileId === null ? store.desk.profile() : store.desk.findProfile(profileId)
  if (!profile.ok) return profile
  const list = store.desk.profiles()
  if (!list.ok) return list
  const profiles = new Map(list.value.profiles.map((one) => [one.id, one]))
  const logo = gatherLogo(store, profile.value)
  if (!logo.ok) return logo
  const ids = store.articles.ids()
  if (!ids.ok) return ids
  const articles: CorrectedArticle[] = []
  for (const [index, articleId] of ids.value.entries()) {
    if (index % ARTICLES_A_TURN === ARTICLES_A_TURN - 1) await new Promise((turn) => setImmediate(turn))
    const found = correctedArticle(
      store,
      articleId,
      (edition) => profiles.get(edition.profileId) ?? profile.value,
    )
    if (!found.ok) return found
    if (found.value !== null) articles.push(found.value)
  }
  return ok({ articles, profile: profile.value, logo: logo.value })
}

function correctedArticle(
  store: LibraryStore,
  articleId: ArticleId,
  profileOf: (edition: Edition) => OutputProfile,
): Result<CorrectedArticle | null, CorrectionsOutcome> {
  const ledger = store.editions.notes(articleId)
  if (!ledger.ok) return ledger
  if (ledger.value.length === 0) return ok(null)
  const editions = store.editions.list(articleId)
  if (!editions.ok) return editions
  const last = editions.value.findLast(isPage)
  if (last === undefined) return ok(null)
  const revision = store.revisions.read(articleId, last.revisionId)
  if (!revision.ok) return revision
  const status = store.workflow.status(articleId)
  if (!status.ok)
    return status.error.type === 'ArticleNotFound' ? ok(null) : { ok: false, error: status.error }
  const { article } = revision.value
  const { published } = last.stamps
  const profile = profileOf(last)
  return ok({
    headline: headText(article.content, 'headline').trim(),
    language: article.meta.language,
    // A killed article has no page to go to; what was said of it stays said.
    address:
      status.value === 'killed'
        ? null
        : publicAddress(profile, {
            slug: urlSlugOf(article),
            section: article.meta.section.trim(),
            published: published === null ? null : localTime(published.at, profile.zone),
          }),
    notes: ledger.value.map(
      ({ id, kind, text, at, placement, revises }): PublicNote => ({
        id,
        kind,
        text,
        at,
        placement,
        revises,
      }),
    ),
  })
}
