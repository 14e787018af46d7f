// Ids are long; a beginning that fits only one is enough.
import type { ArticleId } from '#shared/article/ids.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import { type Call, type ExitCode, misuse, type OpenedLibrary, orRefuse, refuse } from './command.ts'

/** Hex digits of an id from which a beginning is looked up; shorter ones fit by chance. */
const MIN_PREFIX = 4

export function withArticle(
  call: Call,
  { store }: OpenedLibrary,
  use: (articleId: ArticleId) => Promise<ExitCode> | ExitCode,
): Promise<ExitCode> | ExitCode {
  const wanted = call.args[0]?.toLowerCase()
  if (wanted === undefined) return misuse(call, 'Name an article by its id; “stet list” shows them.')
  return orRefuse(call, store.articles.ids(), (ids) => {
    const found = ids.filter((id) => id === wanted || (wanted.length >= MIN_PREFIX && id.startsWith(wanted)))
    const [only] = found
    if (only === undefined) return refuse(call, { type: 'ArticleNotFound', articleId: wanted })
    if (found.length > 1)
      return misuse(call, `“${wanted}” begins the ids of ${found.length} articles; give more of it.`)
    return use(only)
  })
}

/** By number ("3"), or by the beginning of its id. */
export function withRevision(
  call: Call,
  { store }: OpenedLibrary,
  articleId: ArticleId,
  use: (revision: RevisionSummary) => Promise<ExitCode> | ExitCode,
): Promise<ExitCode> | ExitCode {
  const wanted = call.args[1]?.toLowerCase()
  if (wanted === undefined)
    return misuse(call, 'Name a revision by its number or id; “stet revisions ID” shows them.')
  return orRefuse(call, store.revisions.list(articleId), (revisions) => {
    const found = revisions.find(
      ({ number, id }) => String(number) === wanted || (wanted.length >= MIN_PREFIX && id.startsWith(wanted)),
    )
    return found === undefined ? refuse(call, { type: 'RevisionNotFound', revisionId: wanted }) : use(found)
  })
}
