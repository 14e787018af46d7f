// Ids may be shortened to any beginning that only one thing has.
import type { ArticleId } from '#shared/article/ids.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import { type Failure, failed, misused } from './exit-code.ts'

export function findArticle(store: LibraryStore, given: string): Result<ArticleId, Failure> {
  const ids = store.articles.ids()
  if (!ids.ok) return err(failed(ids.error))
  const prefix = given.trim().toLowerCase()
  const found = prefix === '' ? [] : ids.value.filter((id) => id.startsWith(prefix))
  const [first, second] = found
  if (first === undefined) return err(failed({ type: 'ArticleNotFound', articleId: given }))
  if (second !== undefined && first !== prefix)
    return err(misused(`${found.length} articles have an id that begins with “${given}”: give more of it.`))
  return ok(first)
}

/** By number (3), by id, or by the beginning of an id. */
export function findRevision(
  store: LibraryStore,
  articleId: ArticleId,
  given: string,
): Result<RevisionSummary, Failure> {
  const known = store.revisions.list(articleId)
  if (!known.ok) return err(failed(known.error))
  const revisions = known.value
  const text = given.trim().toLowerCase()
  const byNumber = /^\d{1,7}$/.test(text) ? revisions.find((one) => one.number === Number(text)) : undefined
  if (byNumber !== undefined) return ok(byNumber)
  const found = text === '' ? [] : revisions.filter((one) => one.id.startsWith(text))
  const [first, second] = found
  if (first === undefined) return err(failed({ type: 'RevisionNotFound', revisionId: given }))
  if (second !== undefined)
    return err(misused(`${found.length} revisions have an id that begins with “${given}”: give more of it.`))
  return ok(first)
}
