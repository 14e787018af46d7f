// An article as it stood at a position of its log where no revision was taken: the log replayed up to there.
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { isIncomplete } from '#shared/article/materialise.ts'
import { createDraftDoc } from '#shared/draft/draft-doc.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import type { GrammarOutcome } from './draft-reading.ts'
import { applyRows, articleFrom, type LoadOutcome } from './load-draft.ts'
import { readLog } from './read-log.ts'

export interface ArticleAt {
  /** The position asked for, or the end of a log that is shorter. */
  readonly seq: number
  readonly article: Article
}

export async function articleAt(
  store: LibraryStore,
  articleId: ArticleId,
  wanted: number,
  signal: AbortSignal,
): Promise<Result<ArticleAt, LoadOutcome | GrammarOutcome | Outcome<'Cancelled'>>> {
  const snapshot = store.updates.snapshotBefore(articleId, wanted)
  if (!snapshot.ok) return snapshot
  const doc = createDraftDoc()
  const start = applyRows(doc, snapshot.value === null ? [] : [snapshot.value.bytes])
  if (!start.ok) return start
  const reading = { after: snapshot.value?.place ?? null, upTo: wanted, signal }
  const read = await readLog(store, articleId, reading, (rows) =>
    applyRows(
      doc,
      rows.map(({ bytes }) => bytes),
    ),
  )
  if (!read.ok) return read
  if (isIncomplete(doc)) return err({ type: 'DraftDamaged', detail: 'some of its changes are missing' })
  const article = articleFrom(doc, read.value.schemaVersion)
  return article.ok ? ok({ seq: read.value.seq, article: article.value }) : article
}
