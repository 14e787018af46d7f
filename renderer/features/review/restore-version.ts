// Makes the draft what an older version was, text and fields. What it was until now is kept as a revision first (RV1).
import type { Article } from '#shared/article/article.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import type { DraftReplica } from '../../editor/index.ts'
import { reportOutcome } from '../../state/report-outcome.ts'
import type { Version } from '../../state/review.ts'
import { rewriteDraft } from './take-back.ts'

export async function restoreVersion(
  desktop: DesktopApi,
  replica: DraftReplica,
  version: Version,
  article: Article,
  name: string,
): Promise<void> {
  const title = 'Restored the whole version'
  if (version.kind !== 'revision') return rewriteDraft(replica, article, { title, text: `${name}.` })
  const { articleId } = replica
  // What was just typed must be in the revision that is taken before the restore.
  if (!(await replica.flush())) {
    const state = replica.saveState()
    if (state.state === 'failed') reportOutcome(state.outcome)
    return
  }
  const prepared = await desktop.revisions.prepareRestore({ articleId, revisionId: version.revisionId })
  if (!prepared.ok) return reportOutcome(prepared.error)
  rewriteDraft(replica, prepared.value.article, {
    title,
    text: `${name} is the draft again. What was there before is kept as revision ${prepared.value.before.number}.`,
  })
}
