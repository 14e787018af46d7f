// When a long log is compacted: in a quiet moment, or when its draft closes. It takes a noticeable moment, so never while writing.
import type { ArticleId } from '#shared/article/ids.ts'
import type { Clock, Log } from '../ports.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { compactDraft, isCompactionDue, type LogSize } from './compaction.ts'

/** Milliseconds without a change: the writer is reading, or away. */
const QUIET_MS = 30_000

export interface CompactionTimer {
  /** A row of this many bytes was appended. */
  noteAppended(bytes: number): void
  runIfDue(): void
  cancel(): void
}

export function createCompactionTimer(deps: {
  readonly store: LibraryStore
  readonly clock: Clock
  readonly log: Log
  readonly articleId: ArticleId
}): CompactionTimer {
  const { store, clock, log, articleId } = deps
  /** Null until asked for the first time: opening a draft need not wait for it. */
  let size: LogSize | null = null
  let cancelTimer = (): void => undefined

  function runIfDue(): void {
    cancelTimer()
    if (store.isReadOnly) return
    if (size === null) {
      const measured = store.updates.sizeSinceSnapshot(articleId)
      if (!measured.ok) return log('warn', 'compaction-skipped', { articleId, outcome: measured.error.type })
      size = measured.value
    }
    if (!isCompactionDue(size)) return
    const compacted = compactDraft(store, articleId)
    if (compacted.ok) {
      size = { rows: 0, bytes: 0 }
      log('info', 'draft-compacted', { articleId, bytes: compacted.value })
    } else log('error', 'compaction-refused', { articleId, outcome: compacted.error.type })
  }

  return {
    noteAppended(bytes) {
      if (size !== null) size = { rows: size.rows + 1, bytes: size.bytes + bytes }
      cancelTimer()
      cancelTimer = clock.after(QUIET_MS, runIfDue)
    },
    runIfDue,
    cancel: () => cancelTimer(),
  }
}
