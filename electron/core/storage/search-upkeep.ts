// Merges the pieces of the search index while nobody waits. Left to itself FTS5 merges inside a save and makes it stall
// (PERFORMANCE 3.3: p95 16 ms against 3 ms), so the schema turns that off and this does it in idle time.
import type { Clock } from '../ports.ts'
import type { Connection } from './connection.ts'

/** Quiet time after a projection before a step: longer than a pause between two sentences. */
const IDLE_MS = 3_000
/** Pages per step (FTS5 "merge"): about 5 ms of work. */
const STEP_PAGES = 64

export interface SearchUpkeep {
  /** The index was written: merge when it has been quiet for a while. */
  noteWrite(): void
  stop(): void
}

export function createSearchUpkeep(connection: Connection, clock: Clock): SearchUpkeep {
  let cancel: (() => void) | null = null
  const schedule = () => {
    cancel?.()
    cancel = clock.after(IDLE_MS, step)
  }
  const step = () => {
    cancel = null
    if (!connection.isOpen) return
    // FTS5 says through the change counter whether there was anything to merge: fewer than two changes mean none.
    const merged = connection.write((sql) => {
      const before = totalChanges(sql.get('SELECT total_changes() AS total'))
      sql.run(`INSERT INTO article_search (article_search, rank) VALUES ('merge', ${STEP_PAGES})`)
      return totalChanges(sql.get('SELECT total_changes() AS total')) - before
    })
    // A step that fails is tried again after the next write; the index works unmerged, only slower.
    if (merged.ok && merged.value >= 2) schedule()
  }
  return {
    noteWrite: schedule,
    stop: () => {
      cancel?.()
      cancel = null
    },
  }
}

function totalChanges(row: Readonly<Record<string, unknown>> | null): number {
  return Number(row?.['total'] ?? 0)
}
