// The real store with a disk that fails on command: before anything is written, or after it was (the ambiguous commit of R6).
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { err } from '#shared/ipc/result.ts'
import type { LibraryStore, Stored } from '#core/storage/library-store.ts'

export interface FailingDisk {
  /** What every write answers from now on; null: the disk works again. */
  fails: StorageOutcome | null
  /** The row is written all the same, and its commit reported as failed. */
  writesAnyway: boolean
  /** Writes that still succeed before the disk is full; null: any number. */
  room: number | null
  /** Appends that were tried. */
  attempts: number
  /** Reading logs fails, too. */
  failsReading: boolean
}

export const FULL: StorageOutcome = { type: 'DiskFull', detail: 'no space left' }

export function createFailingDisk(): { disk: FailingDisk; wrapStore: (store: LibraryStore) => LibraryStore } {
  const disk: FailingDisk = {
    fails: null,
    writesAnyway: false,
    room: null,
    attempts: 0,
    failsReading: false,
  }
  const guarded = <T>(write: () => Stored<T>): Stored<T> => {
    if (disk.room === 0) return err(FULL)
    if (disk.room !== null) disk.room--
    if (disk.fails === null) return write()
    if (disk.writesAnyway) write()
    return err(disk.fails)
  }
  return {
    disk,
    wrapStore: (store) => ({
      ...store,
      get isReadOnly() {
        return store.isReadOnly
      },
      articles: {
        ...store.articles,
        create: (...article) => guarded(() => store.articles.create(...article)),
        project: (projection) => guarded(() => store.articles.project(projection)),
      },
      updates: {
        ...store.updates,
        append: (update) => {
          disk.attempts++
          return guarded(() => store.updates.append(update))
        },
        read: (articleId) =>
          disk.failsReading && disk.fails !== null ? err(disk.fails) : store.updates.read(articleId),
        compact: (articleId, seq, snapshot) => guarded(() => store.updates.compact(articleId, seq, snapshot)),
      },
      revisions: {
        ...store.revisions,
        take: (revision) => guarded(() => store.revisions.take(revision)),
        thin: (articleId, ids) => guarded(() => store.revisions.thin(articleId, ids)),
      },
      workflow: {
        ...store.workflow,
        record: (event) => guarded(() => store.workflow.record(event)),
        stamp: (event) => guarded(() => store.workflow.stamp(event)),
      },
      editions: {
        ...store.editions,
        record: (publication) => guarded(() => store.editions.record(publication)),
      },
    }),
  }
}
