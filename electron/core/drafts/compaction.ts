// DR11: a snapshot that shortens reading, written only after it was decoded again and found to say the same. Raw rows stay.
import * as Y from 'yjs'
import type { ArticleId } from '#shared/article/ids.ts'
import { readAsStored } from '#shared/article/materialise.ts'
import { metaOf, threadsOf } from '#shared/draft/draft-doc.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { type LoadOutcome, loadDraft, replayLog } from './load-draft.ts'

/** Rows since the last snapshot. Replaying 2,000 small rows takes about as long as one frame of the opening window. */
export const COMPACT_OVER_ROWS = 2_000
/** Bytes since the last snapshot: what a long paste-and-delete session leaves. */
const COMPACT_OVER_BYTES = 2 * 1024 * 1024

export interface LogSize {
  readonly rows: number
  readonly bytes: number
}
export const isCompactionDue = (size: LogSize): boolean =>
  size.rows > COMPACT_OVER_ROWS || size.bytes > COMPACT_OVER_BYTES

/** Builds from the log, never from the live doc; verifies; stores. Answers the size of the snapshot. */
export function compactDraft(store: LibraryStore, articleId: ArticleId): Result<number, LoadOutcome> {
  const loaded = loadDraft(store, articleId)
  if (!loaded.ok) return loaded
  const { doc, seq } = loaded.value
  const snapshot = Y.encodeStateAsUpdate(doc)
  const decoded = replayLog([snapshot])
  if (!decoded.ok) return decoded
  if (!saysTheSame(doc, decoded.value))
    return err({ type: 'DraftDamaged', detail: 'its snapshot does not read like its log' })
  const stored = store.updates.compact(articleId, seq, snapshot)
  return stored.ok ? ok(snapshot.byteLength) : stored
}

function saysTheSame(a: Y.Doc, b: Y.Doc): boolean {
  return (
    Buffer.compare(Y.encodeStateVector(a), Y.encodeStateVector(b)) === 0 &&
    JSON.stringify(readAsStored(a)) === JSON.stringify(readAsStored(b)) &&
    canonicalJson(metaOf(a).toJSON()) === canonicalJson(metaOf(b).toJSON()) &&
    canonicalJson(threadsOf(a).toJSON()) === canonicalJson(threadsOf(b).toJSON())
  )
}
