// An article checked as main sees it: for publishing, for waivers, for the command line.
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { ok, type Result } from '#shared/ipc/result.ts'
import { runChecks } from '#shared/workflow/checks/create-checker.ts'
import type { DeskFile } from '#shared/workflow/checks/desk-file.ts'
import type { Finding } from '#shared/workflow/checks/finding.ts'
import { sortOut, type WaivedFinding } from '#shared/workflow/checks/waiver.ts'
import { type CheckDeps, checkContextOf } from './check-context.ts'

export interface CheckedArticle {
  readonly open: readonly Finding[]
  readonly waived: readonly WaivedFinding[]
}

export function checkArticle(
  deps: CheckDeps,
  articleId: ArticleId,
  article: Article,
  /** House terms to use instead of the library's own. */
  deskFile: DeskFile | null = null,
): Result<CheckedArticle, StorageOutcome | Outcome<'ArticleNotFound'>> {
  const context = checkContextOf(deps, articleId, article)
  if (!context.ok) return context
  const waivers = deps.store.checks.waivers(articleId)
  if (!waivers.ok) return waivers
  const known = deskFile === null ? context.value : { ...context.value, deskFile }
  return ok(sortOut(runChecks(article, known), waivers.value))
}

/** What publishing asks about by itself, each in its own words: a page without a headline, TKs, the lawyer. */
const ASKED_APART: ReadonlySet<string> = new Set(['headline-missing', 'tk', 'legal-open'])

/** The sentences of errors that keep the article from being published. */
export function checkErrors(
  deps: CheckDeps,
  articleId: ArticleId,
  article: Article,
): Result<readonly string[], StorageOutcome> {
  const checked = checkArticle(deps, articleId, article)
  if (checked.ok)
    return ok(
      checked.value.open
        .filter(({ level, rule }) => level === 'ERROR' && !ASKED_APART.has(rule))
        .map(({ sentence }) => sentence),
    )
  const { error } = checked
  if (error.type === 'ArticleNotFound')
    throw new Error('an article that is about to go out is not in the library')
  return { ok: false, error }
}
