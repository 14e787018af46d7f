// Opens, creates and puts together a library. Opening never creates, creating never overwrites, and a damaged library is
// never replaced by an empty one.
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { randomUUID } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { defaultProfile } from '#shared/article/output-profile.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { Clock } from '../ports.ts'
import { createArticleRows } from './article-rows.ts'
import { createAssetFiles } from './asset-files.ts'
import { type Connection, openConnection } from './connection.ts'
import { createDeskRows, readMeta, writeMeta } from './desk-rows.ts'
import { identify } from './in-place.ts'
import { inspectLibrary, type LibraryOnDisk } from './inspect-library.ts'
import {
  ASSETS_FOLDER,
  DATABASE_FILE,
  FILE_MODE,
  FOLDER_MODE,
  FORMAT,
  LIBRARY_SUFFIX,
  README_FILE,
  README_TEXT,
} from './library-format.ts'
import type { LibraryStore, Stored } from './library-store.ts'
import { migrate } from './migrations/migrate.ts'
import { createRevisionRows } from './revision-rows.ts'
import { describeOwner, openSessionMark, readSession, type SessionMark, syncFolder } from './session-file.ts'
import { integerOf, type Sql } from './sql.ts'
import { createSnapshots } from './snapshots.ts'
import { toStorageOutcome } from './storage-error.ts'
import { createUpdateLog } from './update-log.ts'
import { verifyLibrary } from './verify-library.ts'
import { createWorkflowRows } from './workflow-rows.ts'

export interface OpenOptions {
  readonly mode: 'read-write' | 'read-only'
  readonly clock: Clock
}

/**
 * Files this process holds open. POSIX locks belong to the process, so SQLite's lock would not stop a second opening
 * from here, and merely reading the header again would drop the first one's lock (RELIABILITY finding 5).
 */
const heldHere = new Set<string>()

/** Opens a library that exists. On a disk or in a folder that cannot be written the store is read-only. */
export function openLibrary(path: string, options: OpenOptions): Stored<LibraryStore> {
  const folder = resolve(path)
  const identity = identify(join(folder, DATABASE_FILE))
  if (identity !== null && heldHere.has(identity))
    return err({ type: 'LibraryBusy', path: folder, owner: describeOwner(folder) })
  const found = inspectLibrary(folder)
  if (!found.ok) return found
  const isReadOnly = options.mode === 'read-only' || found.value.notWritable !== null
  const opened = openConnection(
    {
      folder,
      file: found.value.file,
      access: isReadOnly ? 'ro' : 'rw',
      readOnlyReason: found.value.notWritable ?? 'it was opened for reading only',
    },
    (db, sql) => {
      if (!isReadOnly) migrate(db, sql)
      return checkContent(sql, found.value)
    },
  )
  if (!opened.ok) return opened
  const connection = opened.value
  const mark = isReadOnly ? null : markSession(connection, options.clock)
  if (identity !== null) heldHere.add(identity)
  return ok(
    assemble(connection, options.clock, mark, () => {
      if (identity !== null) heldHere.delete(identity)
    }),
  )
}

/** Makes a new library where nothing is yet. It appears under its name only when it is complete. */
export function createLibrary(path: string, options: Pick<OpenOptions, 'clock'>): Stored<LibraryStore> {
  const folder = resolve(path)
  const partial = `${folder}.${randomUUID()}.partial`
  const place = { path: folder, owner: () => describeOwner(folder), isInPlace: () => true }
  try {
    mkdirSync(dirname(folder), { recursive: true })
    mkdirSync(join(partial, ASSETS_FOLDER), { recursive: true, mode: FOLDER_MODE })
    writeFileSync(join(partial, README_FILE), README_TEXT, { mode: FILE_MODE })
    closeSync(openSync(join(partial, DATABASE_FILE), 'wx', FILE_MODE))
    const built = openConnection(
      { folder: partial, file: join(partial, DATABASE_FILE), access: 'rw', readOnlyReason: null },
      (db, sql) => {
        migrate(db, sql)
        return null
      },
    )
    if (!built.ok) return built
    const furnished = built.value.write((sql) => furnish(sql, options.clock))
    built.value.close()
    if (!furnished.ok) return furnished
    syncFolder(partial)
    renameSync(partial, folder)
    syncFolder(dirname(folder))
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOTEMPTY' || error.code === 'ENOTDIR'))
      return err({ type: 'LibraryNotOurs', path: folder, detail: 'there is already something of that name' })
    const outcome = toStorageOutcome(error, place)
    if (outcome === null) throw error
    return err(outcome)
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
  return openLibrary(folder, { mode: 'read-write', clock: options.clock })
}

/** For the default place only: creates when nothing at all is there, else opens or says what is wrong. */
export function openOrCreateLibrary(path: string, options: OpenOptions): Stored<LibraryStore> {
  return identify(resolve(path)) === null ? createLibrary(path, options) : openLibrary(path, options)
}

function furnish(sql: Sql, clock: Clock): void {
  writeMeta(sql, 'library', randomUUID())
  writeMeta(sql, 'created_at', String(clock.now()))
  writeMeta(sql, 'sections', '[]')
  writeMeta(sql, 'profile', JSON.stringify(defaultProfile(clock.zone())))
}

function checkContent(sql: Sql, found: LibraryOnDisk): StorageOutcome | null {
  const needs = Number(readMeta(sql, 'min_reader') ?? Number.NaN)
  if (!(needs <= FORMAT))
    return { type: 'LibraryTooNew', path: found.folder, needs: `a Stet that knows library format ${needs}` }
  const session = readSession(found.folder)
  if (session?.state === 'open' && newestUpdate(sql) < session.newestUpdate)
    return { type: 'LibraryCorrupt', path: found.folder, detail: LOST_WAL }
  return null
}

const LOST_WAL = `what was saved last is missing: ${DATABASE_FILE}-wal was removed, or ${DATABASE_FILE} is an older copy`

function newestUpdate(sql: Sql): number {
  const row = sql.get('SELECT coalesce(max(id), 0) AS newest FROM updates')
  return row === null ? 0 : integerOf(row, 'newest')
}

function markSession(connection: Connection, clock: Clock): SessionMark | null {
  const newest = connection.read(newestUpdate)
  return newest.ok ? openSessionMark(connection.folder, clock.now(), newest.value) : null
}

function assemble(
  connection: Connection,
  clock: Clock,
  mark: SessionMark | null,
  onClosed: () => void,
): LibraryStore {
  const { create, append, read } = createUpdateLog(connection, (rowId) => mark?.acknowledge(rowId))
  const { folder } = connection
  return {
    path: folder,
    name: basename(folder, LIBRARY_SUFFIX),
    isReadOnly: connection.isReadOnly,
    articles: { create, ...createArticleRows(connection) },
    updates: { append, read, ...createSnapshots(connection) },
    revisions: createRevisionRows(connection, clock),
    workflow: createWorkflowRows(connection),
    assets: createAssetFiles(connection),
    desk: createDeskRows(connection),
    checkInPlace: () => (connection.isInPlace() ? ok(null) : err({ type: 'LibraryGone', path: folder })),
    verify: (options) => verifyLibrary(connection, options),
    close: () => {
      if (!connection.isOpen) return
      connection.close()
      mark?.close()
      onClosed()
    },
  }
}
