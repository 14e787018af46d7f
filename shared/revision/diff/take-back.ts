// Takes changes back: from the new version they were found in, or from a draft that has gone on since (DF3).
import type { Article } from '../../article/article.ts'
import type { ArticleMeta } from '../../article/meta.ts'
import { canonicalJson } from '../canonical.ts'
import { carryOver } from './carry-over.ts'
import { allAfter, projectDiff, withoutChanges } from './project-diff.ts'
import type { ChangeId, FieldChange, MergedDiff } from './revision-diff.ts'

export interface TakenBack {
  readonly article: Article
  /** Changes that are not there any more, or that cannot be taken back, in the order asked for. The others are undone. */
  readonly gone: readonly ChangeId[]
}

/** The new version of the diff with these changes undone. All of them undone give the old version exactly. */
export function takeBack(diff: MergedDiff, changeIds: readonly ChangeId[]): TakenBack {
  const gone = changeIds.filter((id) => !canTakeBack(diff, id))
  return { article: projectDiff(diff, withoutChanges(diff, new Set(changeIds))), gone }
}

/**
 * The same in a draft that was edited since: each change is undone where the text it made still stands, whatever was written around
 * it; where it does not, nothing of it is.
 */
export function takeBackInto(live: Article, diff: MergedDiff, changeIds: readonly ChangeId[]): TakenBack {
  const after = projectDiff(diff, allAfter)
  if (canonicalJson(live) === canonicalJson(after)) return takeBack(diff, changeIds)
  const gone = changeIds.filter((id) => !canTakeBack(diff, id))
  const fields: FieldChange[] = []
  const inContent: ChangeId[] = []
  for (const change of diff.changes) {
    if (!changeIds.includes(change.id) || gone.includes(change.id)) continue
    if (change.kind === 'field') fields.push(change)
    else inContent.push(change.id)
  }
  const meta = takeBackFields(live.meta, diff, fields, gone)
  return takeBackContent({ ...live, meta }, after, diff, inContent, gone)
}

function canTakeBack(diff: MergedDiff, id: ChangeId): boolean {
  const change = diff.changes.find((one) => one.id === id)
  return change !== undefined && (change.kind !== 'field' || change.canTakeBack)
}

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

/** All at once where that goes; else halves, until the changes that are gone stand alone. */
function takeBackContent(
  live: Article,
  after: Article,
  diff: MergedDiff,
  changeIds: readonly ChangeId[],
  gone: readonly ChangeId[],
): TakenBack {
  if (changeIds.length === 0) return { article: live, gone }
  const wanted = projectDiff(diff, withoutChanges(diff, new Set(changeIds)))
  const content = carryOver(after.content, live.content, wanted.content)
  if (content !== null) return { article: { ...live, content }, gone }
  if (changeIds.length === 1) return { article: live, gone: [...gone, ...changeIds] }
  const half = Math.ceil(changeIds.length / 2)
  const first = takeBackContent(live, after, diff, changeIds.slice(0, half), gone)
  return takeBackContent(first.article, after, diff, changeIds.slice(half), first.gone)
}
