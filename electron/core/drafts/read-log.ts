// Reads a log from a place to a position, a page at a time: between pages everybody else has their turn, and the reader may leave.
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import type { LibraryStore, LoggedUpdate, LogPlace } from '../storage/library-store.ts'
import type { LoadOutcome } from './load-draft.ts'

/** Rows read, verified and handed on in one turn: some 5 ms. */
const PAGE_ROWS = 500

/** What holds logs: the library, or a test's list of rows. */
export interface LogSource {
  readonly updates: Pick<LibraryStore['updates'], 'history'>
}

export interface LogReading {
  /** Where to begin; null: at the first row. */
  readonly after: LogPlace | null
  /** The last row wanted; null: to the end. */
  readonly upTo: number | null
  readonly signal: AbortSignal
}

/** Hands on each page in order. Answers the position reached and the highest grammar version of the log. */
export async function readLog<E extends Outcome = never>(
  source: LogSource,
  articleId: ArticleId,
  { after, upTo, signal }: LogReading,
  take: (rows: readonly LoggedUpdate[]) => Result<unknown, E>,
): Promise<Result<{ seq: number; schemaVersion: number }, LoadOutcome | Outcome<'Cancelled'> | E>> {
  let place = after
  for (;;) {
    if (signal.aborted) return err({ type: 'Cancelled' })
    const limit = Math.min(PAGE_ROWS, upTo === null ? PAGE_ROWS : upTo - (place?.seq ?? 0))
    const page = source.updates.history(articleId, place, limit)
    if (!page.ok) return page
    const taken = take(page.value.rows)
    if (!taken.ok) return taken
    place = page.value.place
    const { isEnd, schemaVersion } = page.value
    if (isEnd || place.seq === upTo) return ok({ seq: place.seq, schemaVersion })
    await nextTurn()
  }
}
