// Takes changes back: from the new version they were found in, or from a draft that has gone on since (DF3).
import type { Article } from '../../article/article.ts'
import type { ArticleMeta } from '../../article/meta.ts'
import { canonicalJson } from '../canonical.ts'
import { allAfter, projectDiff, withoutChanges } from './project-diff.ts'
import type { ChangeId, FieldChange, MergedDiff } from './revision-diff.ts'
import { takeBackRows } from './take-back-rows.ts'

export interface TakenBack {
  readonly article: Article
  /** Changes that are not there any more, or that cannot be taken back, in the order asked for. The others are undone. */
  readonly gone: readonly ChangeId[]
}

/** The new version of the diff with these changes undone. All of them undone give the old version exactly. */
export function takeBack(diff: MergedDiff, changeIds: readonly ChangeId[]): TakenBack {
  const takable = takableIds(diff)
  const gone = changeIds.filter((id) => !takable.has(id))
  return { article: projectDiff(diff, withoutChanges(diff, new Set(changeIds))), gone }
}

/**
 * The same in a draft that was edited since: each change is undone where the text it made still stands, whatever was written around
 * it; where it does not, nothing of it is.
 */
export function takeBackInto(live: Article, diff: MergedDiff, changeIds: readonly ChangeId[]): TakenBack {
  const after = projectDiff(diff, allAfter)
  if (canonicalJson(live) === canonicalJson(after)) return takeBack(diff, changeIds)
  const takable = takableIds(diff)
  const gone = changeIds.filter((id) => !takable.has(id))
  const asked = new Set(changeIds)
  const fields: FieldChange[] = []
  const inContent: ChangeId[] = []
  for (const change of diff.changes) {
    if (!asked.has(change.id) || gone.includes(change.id)) continue
    if (change.kind === 'field') fields.push(change)
    else inContent.push(change.id)
  }
  const meta = takeBackFields(live.meta, diff, fields, gone)
  const taken = takeBackRows(
    live.content.content ?? [],
    after.content.content ?? [],
    diff.rows,
    new Set(inContent),
  )
  return {
    article: { ...live, content: { ...live.content, content: taken.blocks }, meta },
    gone: changeIds.filter((id) => gone.includes(id) || taken.gone.has(id)),
  }
}

const takableIds = (diff: MergedDiff): Set<ChangeId> =>
  new Set(
    diff.changes.filter((change) => change.kind !== 'field' || change.canTakeBack).map((change) => change.id),
  )

function takeBackFields(
  live: ArticleMeta,
  diff: MergedDiff,
  changes: readonly FieldChange[],
  gone: ChangeId[],
): ArticleMeta {
  const restored: Record<string, unknown> = { ...live }
  for (const { id, field } of changes) {
    if (field === 'published' || field === 'updated') continue
    if (canonicalJson(live[field]) === canonicalJson(diff.meta.after[field]))
      restored[field] = diff.meta.before[field]
    else gone.push(id)
  }
  return restored as ArticleMeta
}
