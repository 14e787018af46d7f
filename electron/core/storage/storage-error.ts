// The one place that turns codes of SQLite and of the file system into outcomes. Anything it does not know is a bug
// and is thrown on.
import type { StorageOutcome } from '#shared/errors/outcome.ts'

/** Where the failure happened, for the sentence that a person reads. */
export interface FailurePlace {
  readonly path: string
  /** Who holds the library, as far as the session hint tells. */
  readonly owner: () => string
  /** Whether the files are still where they were opened. */
  readonly isInPlace: () => boolean
}

/** Primary result codes of SQLite (sqlite.org/rescode.html). Extended codes carry the primary one in the low byte. */
const BUSY = 5
const LOCKED = 6
const NOMEM = 7
const READONLY = 8
const IOERR = 10
const CORRUPT = 11
const FULL = 13
const CANTOPEN = 14
const TOOBIG = 18
const CONSTRAINT = 19
const NOTADB = 26
/** The search index is damaged: a cache, rebuilt from the articles (RELIABILITY 5.2). */
const CORRUPT_VTAB = 267
export const SEARCH_DAMAGED = 'the search index is damaged; it is rebuilt where the library can be written'

/**
 * Reading several rows loses the code in this engine's binding and leaves only SQLite's own words for it, which have
 * not changed in twenty years (sqlite3ErrStr in its main.c).
 */
const CODE_BY_MESSAGE: readonly (readonly [message: RegExp, code: number])[] = [
  [/^fts5: |^vtable constructor failed/u, CORRUPT_VTAB],
  [/^database is locked|^database table is locked/u, BUSY],
  [/^out of memory/u, NOMEM],
  [/^attempt to write a readonly database/u, READONLY],
  [/^disk I\/O error/u, IOERR],
  [/malformed|^database corruption/u, CORRUPT],
  [/^database or disk is full/u, FULL],
  [/^unable to open database file/u, CANTOPEN],
  [/^string or blob too big/u, TOOBIG],
  [/constraint failed/u, CONSTRAINT],
  [/^file is not a database/u, NOTADB],
]

/** Thrown by column readers when a stored value is not of the type the table promises. */
export const UNREADABLE = 'STET_UNREADABLE'

export function unreadable(detail: string): Error {
  return Object.assign(new Error(detail), { code: UNREADABLE })
}

/** The outcome for a caught error, or null when it is none of ours: then it is a bug and must be thrown again. */
export function toStorageOutcome(error: unknown, place: FailurePlace): StorageOutcome | null {
  if (!(error instanceof Error)) return null
  if (codeOf(error) === CORRUPT_VTAB) return { type: 'StorageFailed', detail: SEARCH_DAMAGED }
  const primary = primaryCode(error)
  if (primary !== null) return fromSqlite(primary, error.message, place)
  return fromSystem(error, place)
}

/** True for a failing device: the one case in which the connection itself is not to be trusted any more. */
export function isDeviceError(error: unknown): boolean {
  return error instanceof Error && primaryCode(error) === IOERR
}

export function isBusyError(error: unknown): boolean {
  return error instanceof Error && primaryCode(error) === BUSY
}

function fromSqlite(code: number, message: string, place: FailurePlace): StorageOutcome | null {
  const { path } = place
  switch (code) {
    case BUSY:
    case LOCKED:
      return { type: 'LibraryBusy', path, owner: place.owner() }
    case READONLY:
      return place.isInPlace()
        ? { type: 'LibraryReadOnly', path, detail: message }
        : { type: 'LibraryGone', path }
    case CORRUPT:
    case NOTADB:
      return { type: 'LibraryCorrupt', path, detail: message }
    case FULL:
      return { type: 'DiskFull', detail: message }
    case IOERR:
    case CANTOPEN:
      return place.isInPlace() ? { type: 'StorageFailed', detail: message } : { type: 'LibraryGone', path }
    case NOMEM:
    case TOOBIG:
    case CONSTRAINT:
      return { type: 'StorageFailed', detail: message }
    default:
      return null
  }
}

function fromSystem(error: Error, place: FailurePlace): StorageOutcome | null {
  const { path } = place
  const code = 'code' in error ? error.code : null
  switch (code) {
    case UNREADABLE:
      return { type: 'LibraryCorrupt', path, detail: error.message }
    case 'ENOSPC':
    case 'EDQUOT':
      return { type: 'DiskFull', detail: error.message }
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { type: 'LibraryReadOnly', path, detail: error.message }
    case 'ENOENT':
    case 'ENOTDIR':
    case 'ESTALE':
      return { type: 'LibraryGone', path }
    case 'EIO':
    case 'EBUSY':
    case 'EMFILE':
    case 'ENFILE':
    case 'ENOTEMPTY':
    case 'EEXIST':
    case 'EISDIR':
    case 'ELOOP':
    case 'ENAMETOOLONG':
      return { type: 'StorageFailed', detail: error.message }
    default:
      return null
  }
}

function primaryCode(error: Error): number | null {
  const code = codeOf(error)
  return code === null ? null : code & 0xff
}

/** The extended code where the binding gives it. */
function codeOf(error: Error): number | null {
  if (!('code' in error) || error.code !== 'ERR_SQLITE_ERROR') return null
  if ('errcode' in error && typeof error.errcode === 'number') return error.errcode
  return CODE_BY_MESSAGE.find(([message]) => message.test(error.message))?.[1] ?? null
}
