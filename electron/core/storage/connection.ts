// One connection to one library: transactions, the check that the files are still there, orderly release.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { type Watch, watchFiles } from './in-place.ts'
import type { Stored } from './library-store.ts'
import { applyPragmas, READER_PRAGMAS, whyEngineIsTooOld, WRITER_PRAGMAS } from './pragmas.ts'
import { describeOwner } from './session-file.ts'
import { createSql, type Sql } from './sql.ts'
import { type Database, openDatabase } from './sqlite.ts'
import { isBusyError, isDeviceError, toStorageOutcome } from './storage-error.ts'

/** How long opening waits for another process that is just closing the library. */
const OPEN_WAIT_MS = 400

export interface Connection {
  readonly folder: string
  readonly isReadOnly: boolean
  readonly isOpen: boolean
  read<T>(work: (sql: Sql) => T): Stored<T>
  /** One immediate transaction; answers only after the commit is on the disk and the file is still in its place. */
  write<T>(work: (sql: Sql) => T): Stored<T>
  isInPlace(): boolean
  /**
   * Answers whether the file was let go. On a full or failing disk it may not be: then nothing can be read or written
   * any more, the lock stays, and closing may be tried again.
   */
  close(): boolean
}
export interface ConnectionPlace {
  readonly folder: string
  readonly file: string
  /** copy: a private copy, recovered on opening, then only read. */
  readonly access: 'write' | 'read' | 'copy'
  /** Why writing is impossible: the detail of every LibraryReadOnly answer. */
  readonly readOnlyReason: string | null
}
/** Runs before anybody else may use the connection: migrations, checks. A refusal closes it again. */
export type Prepare = (sql: Sql, db: Database) => StorageOutcome | null

export function openConnection(place: ConnectionPlace, prepare: Prepare): Stored<Connection> {
  const { folder } = place
  const gone: StorageOutcome = { type: 'LibraryGone', path: folder }
  /** The database itself: what is connected to again must be the same file, wherever it was meanwhile. */
  const database = watchPlace(place, [place.file])
  let watch = database
  const failure = { path: folder, owner: () => describeOwner(folder), isInPlace: () => watch.isInPlace() }
  let live: { db: Database; sql: Sql } | null = null
  let isSuspect = false
  let isClosed = false

  const outcomeOf = (error: unknown): StorageOutcome => {
    const outcome = toStorageOutcome(error, failure)
    if (outcome === null) throw error
    return outcome
  }
  const connect = (): StorageOutcome | null => {
    let db: Database | null = null
    try {
      db = openDatabase(pathToFileURL(place.file).href, place.access === 'read' ? 'ro' : 'rw', OPEN_WAIT_MS)
      const sql = createSql(db)
      const refusal = settle(place, sql, db) ?? prepare(sql, db)
      if (refusal === null) live = { db, sql }
      else discard(db, place)
      return refusal
    } catch (error) {
      if (db !== null) discard(db, place)
      return outcomeOf(error)
    }
  }
  /** After a device error the connection is replaced before it is used again, if it can be let go (RELIABILITY 5.4). */
  const renew = (db: Database): StorageOutcome | null => {
    if (!watch.isInPlace()) return gone
    if (!shut(db, place)) return null
    live = null
    return reconnect()
  }
  const reconnect = (): StorageOutcome | null => {
    if (!database.isInPlace()) return gone
    const refusal = connect()
    watch = refusal === null ? watchPlace(place, filesOf(place)) : database
    return refusal
  }
  const attempt = <T>(work: (sql: Sql, db: Database) => Stored<T>): Stored<T> => {
    if (isClosed) throw new Error('the library is closed')
    const refusal = live === null ? reconnect() : isSuspect ? renew(live.db) : null
    if (refusal !== null) return err(refusal)
    isSuspect = false
    if (live === null) throw new Error('connecting answered neither a connection nor a refusal')
    const { db, sql } = live
    try {
      return work(sql, db)
    } catch (error) {
      isSuspect = isDeviceError(error)
      if (db.isTransaction) rollBack(db)
      return err(outcomeOf(error))
    }
  }

  const refusal = connect()
  if (refusal !== null) return err(refusal)
  watch = watchPlace(place, filesOf(place))
  const isReadOnly = place.access !== 'write'
  return ok({
    folder,
    isReadOnly,
    get isOpen() {
      return !isClosed
    },
    read: (work) => attempt((sql) => ok(work(sql))),
    write: (work) => {
      const detail = place.readOnlyReason ?? 'it was opened for reading only'
      if (isReadOnly) return err({ type: 'LibraryReadOnly', path: folder, detail })
      return attempt((sql, db) => {
        if (!watch.isInPlace()) return err(gone)
        db.exec('BEGIN IMMEDIATE')
        const value = work(sql)
        db.exec('COMMIT')
        return watch.isInPlace() ? ok(value) : err(gone)
      })
    },
    isInPlace: () => watch.isInPlace(),
    close: () => {
      isClosed = true
      if (live !== null && shut(live.db, place)) live = null
      return live === null
    },
  })
}

/**
 * Whether another process holds the lock, asked without changing a byte. Nothing is prepared here, so that closing
 * closes at once (see letGo).
 */
export function isHeldElsewhere(file: string): boolean {
  const db = openDatabase(pathToFileURL(file).href, 'ro', OPEN_WAIT_MS)
  try {
    db.exec('PRAGMA locking_mode = EXCLUSIVE; SELECT 1 FROM sqlite_schema LIMIT 1')
    return false
  } catch (error) {
    // Any other failure only says that a reader may not recover a library that was cut short.
    return isBusyError(error)
  } finally {
    db.close()
  }
}

/** Lock and settings, then one reading (and one writing), so that what cannot be used is found now. */
function settle(place: ConnectionPlace, sql: Sql, db: Database): StorageOutcome | null {
  const wrong =
    whyEngineIsTooOld(sql) ?? applyPragmas(sql, place.access === 'write' ? WRITER_PRAGMAS : READER_PRAGMAS)
  if (wrong !== null)
    return { type: 'StorageFailed', detail: `SQLite does not run as safely as it must: ${wrong}` }
  db.exec('SELECT 1 FROM sqlite_schema LIMIT 1')
  return null
}

/**
 * Gives the lock back and merges the -wal. Closing alone does neither: this engine keeps a closed connection, with its
 * lock, alive until its statements are garbage-collected. Leaving WAL and exclusive mode works at once and, as a gain,
 * a library at rest is one plain file. Answers whether it worked.
 */
function letGo(db: Database, place: ConnectionPlace): boolean {
  try {
    if (db.isTransaction) db.exec('ROLLBACK')
    if (place.access === 'write') {
      db.exec('PRAGMA journal_mode = DELETE')
      if (existsSync(`${place.file}-wal`)) return false
    }
    db.exec('PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema LIMIT 1')
    return true
  } catch {
    // A disk that fails now leaves the -wal for the next opening, which recovers it; the process's end frees the lock.
    return false
  }
}

/** Answers whether the file was let go; if not, the connection is still open. */
function shut(db: Database, place: ConnectionPlace): boolean {
  if (place.access !== 'copy' && !letGo(db, place)) return false
  db.close()
  return true
}

/** A connection that never came to be: there is nobody to try again later. */
function discard(db: Database, place: ConnectionPlace): void {
  if (!shut(db, place)) db.close()
}

function rollBack(db: Database): void {
  try {
    db.exec('ROLLBACK')
  } catch {
    // SQLite has rolled back by itself; the first failure is the one to report
  }
}

function filesOf(place: ConnectionPlace): string[] {
  return place.access === 'write' ? [place.file, `${place.file}-wal`] : [place.file]
}

/** A private copy is nobody else's business: it cannot move away. */
function watchPlace(place: ConnectionPlace, files: readonly string[]): Watch {
  return place.access === 'copy' ? { isInPlace: () => true } : watchFiles(files)
}
