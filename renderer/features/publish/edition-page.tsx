// The frozen page of an edition. Give each edition its own (`key`): a page must not stand under another's name while it is fetched.
import type { ArticleId } from '#shared/article/ids.ts'
import type { ShownEdition } from '#shared/workflow/edition.ts'
import { PageFrame } from '../../bridge/page-frame.tsx'
import { useLiveQuery } from '../../bridge/use-live-query.ts'

export function EditionPage({
  articleId,
  edition,
}: {
  readonly articleId: ArticleId
  readonly edition: ShownEdition
}) {
  const live = useLiveQuery('publishing', 'editionPage', { articleId, editionId: edition.id })
  return <PageFrame title={`Edition ${edition.number} as readers got it`} live={live} />
}
