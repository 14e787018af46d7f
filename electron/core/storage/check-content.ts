// What must hold inside a library before it is used. Asked of a connection that cannot change a byte.
import type { StorageOutcome } from '#shared/errors/outcome.ts'
import { readMeta } from './desk-rows.ts'
import type { LibraryOnDisk } from './inspect-library.ts'
import { DATABASE_FILE, FORMAT } from './library-format.ts'
import { MIGRATIONS } from './migrations/migrations.ts'
import { readSession } from './session-file.ts'
import { integerOf, type Sql, textOf } from './sql.ts'
import { unreadable } from './storage-error.ts'

/** Bytes up to which a library that was cut short is checked page by page on opening: about a second's reading. */
export const PAGE_CHECK_LIMIT_BYTES = 256 * 1024 * 1024

/** Null when the library may be used as asked. */
export function checkContent(sql: Sql, found: LibraryOnDisk, wantsToWrite: boolean): StorageOutcome | null {
  const path = found.folder
  const missing = missingTables(sql, found.format)
  if (missing.length > 0)
    return { type: 'LibraryCorrupt', path, detail: `the table ${missing.join(', ')} is missing` }
  const needs = Math.max(formatOf(sql, 'min_reader'), wantsToWrite ? formatOf(sql, 'min_writer') : 0)
  if (needs > FORMAT)
    return { type: 'LibraryTooNew', path, needs: `a Stet that knows library format ${needs}` }
  const session = readSession(path)
  if (session?.state === 'open' && newestUpdate(sql) < session.newestUpdate)
    return {
      type: 'LibraryCorrupt',
      path,
      detail: `what was saved last is missing: ${DATABASE_FILE}-wal was removed or ${DATABASE_FILE} is an older copy`,
    }
  if (found.isUnclean && found.byteLength <= PAGE_CHECK_LIMIT_BYTES) {
    const complaint = sql.get('PRAGMA quick_check(1)')
    const text = complaint === null ? 'no answer' : textOf(complaint, 'quick_check')
    if (text !== 'ok') return { type: 'LibraryCorrupt', path, detail: text }
  }
  return null
}

export function newestUpdate(sql: Sql): number {
  const row = sql.get('SELECT coalesce(max(id), 0) AS newest FROM updates')
  return row === null ? 0 : integerOf(row, 'newest')
}

function missingTables(sql: Sql, format: number): string[] {
  const present = new Set(
    sql.all("SELECT name FROM sqlite_schema WHERE type = 'table'").map((row) => textOf(row, 'name')),
  )
  return MIGRATIONS.slice(0, format)
    .flatMap((migration) => [...migration.sql.matchAll(/^CREATE (?:VIRTUAL )?TABLE (\w+)/gmu)])
    .flatMap(([, name = '']) => (present.has(name) ? [] : [name]))
}

function formatOf(sql: Sql, key: string): number {
  const format = Number(readMeta(sql, key) ?? Number.NaN)
  if (!Number.isInteger(format)) throw unreadable(`the library does not say its ${key}`)
  return format
}
