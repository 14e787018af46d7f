// Looks at a library from outside, before SQLite touches it: is it there, is it ours, is it whole, may we write.
// The header is read here and never again from this process: closing any handle on the open file drops its locks
// (RELIABILITY finding 5).
import { accessSync, closeSync, constants, lstatSync, openSync, readSync, type Stats } from 'node:fs'
import { join } from 'node:path'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { APPLICATION_ID, ASSETS_FOLDER, DATABASE_FILE, SESSION_FILE } from './library-format.ts'
import type { Stored } from './library-store.ts'

/** Bytes of a SQLite file header (sqlite.org/fileformat.html 1.3). */
const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

export interface LibraryOnDisk {
  readonly folder: string
  readonly file: string
  readonly format: number
  /** The last owner did not close the library: recovery is due. */
  readonly isUnclean: boolean
  readonly byteLength: number
  /** Why this process may not write here, or null. */
  readonly notWritable: string | null
}

/** Everything that can be said without opening the database. Changes nothing. */
export function inspectLibrary(folder: string): Stored<LibraryOnDisk> {
  const stat = lstatOrNull(folder)
  if (stat === null) return err({ type: 'LibraryMissing', path: folder })
  if (!stat.isDirectory()) return notOurs(folder, 'it is not a folder')
  const file = join(folder, DATABASE_FILE)
  const fileStat = lstatOrNull(file)
  if (fileStat === null) return nothingInside(folder)
  if (!fileStat.isFile()) return notOurs(folder, `${DATABASE_FILE} is not an ordinary file`)
  if (fileStat.nlink !== 1) return notOurs(folder, `${DATABASE_FILE} is linked from another place`)
  return inspectFile(folder, file, fileStat)
}

function inspectFile(folder: string, file: string, stat: Stats): Stored<LibraryOnDisk> {
  const header = readHeader(folder, file)
  if (!header.ok) return header
  const bytes = header.value
  if (bytes.length === 0) return corrupt(folder, `${DATABASE_FILE} is empty`)
  const isDatabase = bytes.toString('latin1', 0, MAGIC.length) === MAGIC
  if (!isDatabase) return notOurs(folder, `${DATABASE_FILE} is not a database`)
  if (bytes.length < HEADER_BYTES) return corrupt(folder, `${DATABASE_FILE} is cut off within its header`)
  if (bytes.readUInt32BE(68) !== APPLICATION_ID)
    return notOurs(folder, 'the database belongs to another program')
  const walBytes = lstatOrNull(`${file}-wal`)?.size ?? 0
  const isWal = bytes[18] === 2
  if (walBytes > 0 && !isWal)
    return corrupt(folder, `${DATABASE_FILE}-wal does not belong to this ${DATABASE_FILE}`)
  const isUnclean = isWal || (lstatOrNull(`${file}-journal`)?.size ?? 0) > 0
  const cut = walBytes > 0 ? null : missingBytes(bytes, stat.size)
  if (cut !== null) return corrupt(folder, cut)
  return ok({
    folder,
    file,
    byteLength: stat.size + walBytes,
    format: bytes.readUInt32BE(60),
    isUnclean,
    notWritable: whyNotWritable(folder, file, stat),
  })
}

/** The size the header promises against the size on disk; only meaningful when no journal waits to be merged. */
function missingBytes(header: Buffer, size: number): string | null {
  const stored = header.readUInt16BE(16)
  const pageSize = stored === 1 ? 65_536 : stored
  const promised = header.readUInt32BE(28) * pageSize
  return size < promised ? `${DATABASE_FILE} is cut off: ${size} of ${promised} bytes are there` : null
}

function readHeader(folder: string, file: string): Stored<Buffer> {
  let handle: number
  try {
    handle = openSync(file, 'r')
  } catch (error) {
    return err({
      type: 'StorageFailed',
      detail: `${DATABASE_FILE} in ${folder} cannot be read: ${String(error)}`,
    })
  }
  try {
    const bytes = Buffer.alloc(HEADER_BYTES)
    return ok(bytes.subarray(0, readSync(handle, bytes, 0, HEADER_BYTES, 0)))
  } catch (error) {
    return err({
      type: 'StorageFailed',
      detail: `${DATABASE_FILE} in ${folder} cannot be read: ${String(error)}`,
    })
  } finally {
    closeSync(handle)
  }
}

function nothingInside(folder: string): Stored<never> {
  const isRest = [`${DATABASE_FILE}-wal`, SESSION_FILE, ASSETS_FOLDER].some(
    (name) => lstatOrNull(join(folder, name)) !== null,
  )
  return isRest
    ? corrupt(folder, `${DATABASE_FILE} is missing`)
    : err({ type: 'LibraryMissing', path: folder })
}

function whyNotWritable(folder: string, file: string, stat: Stats): string | null {
  const owner = process.getuid?.()
  if (owner !== undefined && stat.uid !== owner) return 'it belongs to another user of this computer'
  for (const path of [folder, file]) {
    try {
      accessSync(path, constants.W_OK)
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'EROFS'
        ? 'it is on a disk that cannot be written'
        : 'this folder may not be written'
    }
  }
  return null
}

function lstatOrNull(path: string): Stats | null {
  return lstatSync(path, { throwIfNoEntry: false }) ?? null
}
const corrupt = (path: string, detail: string) =>
  err<StorageOutcome>({ type: 'LibraryCorrupt', path, detail })
const notOurs = (path: string, detail: string) =>
  err<StorageOutcome>({ type: 'LibraryNotOurs', path, detail })
