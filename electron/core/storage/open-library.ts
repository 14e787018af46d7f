// Opens a library and puts its store together. Opening never creates, creating never overwrites, and a damaged library
// is never replaced by an empty one. Before the first byte is written, a connection that cannot write has looked inside.
import { join, resolve } from 'node:path'
import { err, ok } from '#shared/ipc/result.ts'
import type { Clock } from '../ports.ts'
import { checkContent, newestUpdate, PAGE_CHECK_LIMIT_BYTES } from './check-content.ts'
import { type Connection, isHeldElsewhere, openConnection } from './connection.ts'
import { makeLibraryFiles } from './create-library.ts'
import { identify } from './in-place.ts'
import { inspectLibrary, type LibraryOnDisk } from './inspect-library.ts'
import { DATABASE_FILE } from './library-format.ts'
import type { LibraryStore, Stored } from './library-store.ts'
import { assembleStore } from './library-parts.ts'
import { migrate } from './migrations/migrate.ts'
import { copyPrivately } from './private-copy.ts'
import { describeOwner, openSessionMark } from './session-file.ts'
import { toStorageOutcome } from './storage-error.ts'

export interface OpenOptions {
  readonly mode: 'read-write' | 'read-only'
  readonly clock: Clock
}

/**
 * Files this process holds open. POSIX locks belong to the process, so SQLite's lock would not stop a second opening
 * from here, and merely reading the header again would drop the first one's lock (RELIABILITY finding 5).
 * The value lets go of a file whose closing was prevented by a full or failing disk.
 */
const heldHere = new Map<string, () => boolean>()

/** Opens a library that exists. On a disk or in a folder that cannot be written the store is read-only. */
export function openLibrary(path: string, options: OpenOptions): Stored<LibraryStore> {
  const folder = resolve(path)
  const identity = identify(join(folder, DATABASE_FILE))
  if (identity !== null && heldHere.get(identity)?.() === false)
    return err({ type: 'LibraryBusy', path: folder, owner: describeOwner(folder) })
  const found = inspectLibrary(folder)
  if (!found.ok) return found
  const isReadOnly = options.mode === 'read-only' || found.value.notWritable !== null
  const opened = isReadOnly ? openForReading(found.value, false) : openForWriting(found.value)
  if (!opened.ok) return opened
  const mark = isReadOnly ? ok(null) : markSession(opened.value, options.clock)
  if (!mark.ok) {
    opened.value.close()
    return mark
  }
  if (identity !== null) heldHere.set(identity, () => false)
  const close = () => {
    const isFree = opened.value.close()
    if (isFree) mark.value?.close()
    if (identity !== null && isFree) heldHere.delete(identity)
    else if (identity !== null) heldHere.set(identity, close)
    return isFree
  }
  return ok(assembleStore(opened.value, options.clock, mark.value, close))
}

/** Makes a new library where nothing is yet, and opens it. */
export function createLibrary(path: string, options: Pick<OpenOptions, 'clock'>): Stored<LibraryStore> {
  const made = makeLibraryFiles(path, options.clock)
  return made.ok ? openLibrary(path, { mode: 'read-write', clock: options.clock }) : made
}

/** For the default place only: creates when nothing at all is there, else opens or says what is wrong. */
export function openOrCreateLibrary(path: string, options: OpenOptions): Stored<LibraryStore> {
  return identify(resolve(path)) === null ? createLibrary(path, options) : openLibrary(path, options)
}

function openForWriting(found: LibraryOnDisk): Stored<Connection> {
  const isTooLargeToCopy = found.isUnclean && found.byteLength > PAGE_CHECK_LIMIT_BYTES
  if (!isTooLargeToCopy) {
    const look = openForReading(found, true)
    if (!look.ok) return look
    look.value.close()
  }
  return openConnection(
    { folder: found.folder, file: found.file, access: 'write', readOnlyReason: null },
    (sql, db) => {
      const refusal = checkContent(sql, { ...found, isUnclean: false }, true)
      if (refusal !== null) return refusal
      migrate(db, sql)
      // A real write: shows a full or failing disk now, and from here on the -wal exists and can be watched.
      db.exec("UPDATE meta SET value = value + 1 WHERE key = 'openings'")
      return null
    },
  )
}

/** A library at rest is read in place. One that was cut short needs recovery, so it is read from a private copy. */
function openForReading(found: LibraryOnDisk, wantsToWrite: boolean): Stored<Connection> {
  const { folder, file } = found
  const readOnlyReason = found.notWritable ?? 'it was opened for reading only'
  const look = (place: Parameters<typeof openConnection>[0]) =>
    openConnection(place, (sql) => checkContent(sql, found, wantsToWrite))
  if (!found.isUnclean) return look({ folder, file, access: 'read', readOnlyReason })
  try {
    // Its owner may be alive after all, and a copy of a live file is torn.
    if (isHeldElsewhere(file)) return err({ type: 'LibraryBusy', path: folder, owner: describeOwner(folder) })
    const copy = copyPrivately(folder, found.notWritable === null)
    try {
      return look({ folder, file: copy.file, access: 'copy', readOnlyReason })
    } finally {
      // An open file outlives its name; Windows refuses, and then the copy goes with the next restart's clean-up.
      copy.remove()
    }
  } catch (error) {
    const outcome = toStorageOutcome(error, { path: folder, owner: () => '', isInPlace: () => true })
    if (outcome === null) throw error
    return err(outcome)
  }
}

function markSession(connection: Connection, clock: Clock): Stored<ReturnType<typeof openSessionMark>> {
  return connection.read((sql) => openSessionMark(connection.folder, clock.now(), newestUpdate(sql)))
}
