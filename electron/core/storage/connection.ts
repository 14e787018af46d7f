// One connection to one library: transactions, the check that the files are still there, orderly release.
import { pathToFileURL } from 'node:url'
import { existsSync } from 'node:fs'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { watchFiles, type Watch } from './in-place.ts'
import type { Stored } from './library-store.ts'
import { applyPragmas, READER_PRAGMAS, WRITER_PRAGMAS } from './pragmas.ts'
import { describeOwner } from './session-file.ts'
import { createSql, type Sql } from './sql.ts'
import { type Database, openDatabase } from './sqlite.ts'
import { isDeviceError, toStorageOutcome } from './storage-error.ts'

/** How long opening waits for another process that is just closing the library. */
const OPEN_WAIT_MS = 400

export interface Connection {
  readonly folder: string
  readonly isReadOnly: boolean
  read<T>(work: (sql: Sql) => T): Stored<T>
  /** One immediate transaction; answers only after the commit is on the disk and the file is still in its place. */
  write<T>(work: (sql: Sql) => T): Stored<T>
  isInPlace(): boolean
  readonly isOpen: boolean
  close(): void
}
export interface ConnectionPlace {
  readonly folder: string
  readonly file: string
  readonly access: 'rw' | 'ro'
  /** Why writing is impossible: the detail of every LibraryReadOnly answer. */
  readonly readOnlyReason: string | null
}

/** Opens and takes the lock. `prepare` runs before anybody else may use the connection (migrations, version checks). */
export function openConnection(
  place: ConnectionPlace,
  prepare: (db: Database, sql: Sql) => StorageOutcome | null,
): Stored<Connection> {
  let watch: Watch = watchFiles([place.file])
  const failure = {
    path: place.folder,
    owner: () => describeOwner(place.folder),
    isInPlace: () => watch.isInPlace(),
  }
  let live: { db: Database; sql: Sql } | null = null
  let isSuspect = false
  let isClosed = false

  const connect = (): StorageOutcome | null => {
    let db: Database | null = null
    try {
      db = openDatabase(pathToFileURL(place.file).href, place.access, OPEN_WAIT_MS)
      const sql = createSql(db)
      const refusal = settle(place, db, sql) ?? prepare(db, sql)
      if (refusal !== null) {
        release(db, place)
        return refusal
      }
      live = { db, sql }
      return null
    } catch (error) {
      if (db !== null) release(db, place)
      const outcome = toStorageOutcome(error, failure)
      if (outcome === null) throw error
      return outcome
    }
  }
  /** After a device error the connection is replaced before it is used again, if it can be let go (RELIABILITY 5.4). */
  const renew = (): StorageOutcome | null => {
    if (!isSuspect || live === null) return null
    if (!watch.isInPlace()) return { type: 'LibraryGone', path: place.folder }
    const { db } = live
    isSuspect = false
    if (!release(db, place)) return null
    live = null
    const refusal = connect()
    if (refusal === null) watch = watchFiles(filesOf(place))
    return refusal
  }
  const attempt = <T>(work: (db: Database, sql: Sql) => Stored<T>): Stored<T> => {
    if (isClosed) throw new Error('the library is closed')
    const refusal = live === null ? connect() : renew()
    if (refusal !== null) return err(refusal)
    if (live === null) throw new Error('no connection')
    const { db, sql } = live
    try {
      return work(db, sql)
    } catch (error) {
      if (isDeviceError(error)) isSuspect = true
      if (db.isTransaction) rollBack(db)
      const outcome = toStorageOutcome(error, failure)
      if (outcome === null) throw error
      return err(outcome)
    }
  }

  const refusal = connect()
  if (refusal !== null) return err(refusal)
  watch = watchFiles(filesOf(place))
  return ok({
    folder: place.folder,
    isReadOnly: place.access === 'ro',
    read: (work) => attempt((_db, sql) => ok(work(sql))),
    write: (work) => {
      if (place.access === 'ro')
        return err({
          type: 'LibraryReadOnly',
          path: place.folder,
          detail: place.readOnlyReason ?? 'opened for reading',
        })
      return attempt((db, sql) => {
        if (!watch.isInPlace()) return err({ type: 'LibraryGone', path: place.folder })
        db.exec('BEGIN IMMEDIATE')
        const value = work(sql)
        db.exec('COMMIT')
        return watch.isInPlace() ? ok(value) : err({ type: 'LibraryGone', path: place.folder })
      })
    },
    isInPlace: () => watch.isInPlace(),
    get isOpen() {
      return !isClosed
    },
    close: () => {
      if (isClosed) return
      isClosed = true
      if (live !== null) release(live.db, place)
      live = null
    },
  })
}

/** Lock, settings, and one real write, so that a disk that cannot be written is found now and the -wal exists. */
function settle(place: ConnectionPlace, db: Database, sql: Sql): StorageOutcome | null {
  const wrong = applyPragmas(sql, place.access === 'rw' ? WRITER_PRAGMAS : READER_PRAGMAS)
  if (wrong !== null)
    return { type: 'StorageFailed', detail: `SQLite did not accept a safety setting: ${wrong}` }
  db.exec('SELECT 1 FROM sqlite_schema LIMIT 1')
  return null
}

/**
 * Lets the file go. Closing alone does not: this engine keeps a closed connection, with its lock, alive until its
 * statements are garbage-collected. Leaving WAL and exclusive mode gives the lock back at once and, as a gain, a
 * library at rest is one plain file. Answers whether the lock is free.
 */
function release(db: Database, place: ConnectionPlace): boolean {
  try {
    if (db.isTransaction) db.exec('ROLLBACK')
    if (place.access === 'rw') db.exec('PRAGMA journal_mode = DELETE')
    db.exec('PRAGMA locking_mode = NORMAL')
    db.exec('SELECT 1 FROM sqlite_schema LIMIT 1')
    const isFree = place.access === 'ro' || !existsSync(`${place.file}-wal`)
    db.close()
    return isFree
  } catch {
    // A disk that fails now leaves the -wal for the next opening, which recovers it; the process's end frees the lock.
    return false
  }
}

function rollBack(db: Database): void {
  try {
    db.exec('ROLLBACK')
  } catch {
    // SQLite has rolled back by itself; the first failure is the one to report
  }
}

function filesOf(place: ConnectionPlace): string[] {
  return place.access === 'rw' ? [place.file, `${place.file}-wal`] : [place.file]
}
