// Makes a new library where nothing is yet: built under another name, renamed when complete, never over anything.
import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { defaultProfile } from '#shared/article/output-profile.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { Clock } from '../ports.ts'
import { openConnection } from './connection.ts'
import { writeMeta } from './desk-rows.ts'
import { identify } from './in-place.ts'
import {
  ASSETS_FOLDER,
  DATABASE_FILE,
  FILE_MODE,
  FOLDER_MODE,
  README_FILE,
  README_TEXT,
} from './library-format.ts'
import type { Stored } from './library-store.ts'
import { migrate } from './migrations/migrate.ts'
import { syncFolder } from './session-file.ts'
import type { Sql } from './sql.ts'
import { toStorageOutcome } from './storage-error.ts'

/** Leaves a complete, closed library at `path`, or nothing at all. */
export function makeLibraryFiles(path: string, clock: Clock): Stored<null> {
  const folder = resolve(path)
  const partial = `${folder}.${randomUUID()}.partial`
  try {
    mkdirSync(dirname(folder), { recursive: true })
    if (identify(folder) !== null) mkdirSync(folder) // fails with EEXIST, unlike the rename onto an empty folder
    const built = build(partial, clock)
    if (!built.ok) return built
    renameSync(partial, folder)
    syncFolder(dirname(folder))
    return ok(null)
  } catch (error) {
    if (error instanceof Error && 'code' in error && TAKEN.has(String(error.code)))
      return err({ type: 'LibraryNotOurs', path: folder, detail: 'there is already something of that name' })
    const outcome = toStorageOutcome(error, { path: folder, owner: () => '', isInPlace: () => true })
    if (outcome === null) throw error
    return err(outcome)
  } finally {
    rmSync(partial, { recursive: true, force: true })
  }
}

const TAKEN: ReadonlySet<string> = new Set(['EEXIST', 'ENOTEMPTY', 'ENOTDIR'])

function build(folder: string, clock: Clock): Stored<null> {
  const file = join(folder, DATABASE_FILE)
  mkdirSync(folder, { mode: FOLDER_MODE })
  mkdirSync(join(folder, ASSETS_FOLDER), { mode: FOLDER_MODE })
  writeFileSync(join(folder, README_FILE), README_TEXT, { mode: FILE_MODE })
  closeSync(openSync(file, 'wx', FILE_MODE))
  const connection = openConnection({ folder, file, access: 'write', readOnlyReason: null }, (sql, db) => {
    migrate(db, sql)
    return null
  })
  if (!connection.ok) return connection
  const furnished = connection.value.write((sql) => furnish(sql, clock))
  connection.value.close()
  syncFolder(folder)
  return furnished.ok ? ok(null) : furnished
}

function furnish(sql: Sql, clock: Clock): void {
  writeMeta(sql, 'library', randomUUID())
  writeMeta(sql, 'created_at', String(clock.now()))
  writeMeta(sql, 'openings', '0')
  writeMeta(sql, 'sections', '[]')
  const profile = defaultProfile(clock.zone())
  writeMeta(sql, 'profiles', JSON.stringify({ defaultId: profile.id, profiles: [profile] }))
}
