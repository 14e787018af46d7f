// Brings a library to the format of this build, one committed step at a time: a crash leaves the old or the next format.
import { APPLICATION_ID } from '../library-format.ts'
import { readPragma } from '../pragmas.ts'
import type { Sql } from '../sql.ts'
import type { Database } from '../sqlite.ts'
import { type Migration, MIGRATIONS } from './migrations.ts'

/** Runs the missing steps; answers how many ran. */
export function migrate(db: Database, sql: Sql, migrations: readonly Migration[] = MIGRATIONS): number {
  const from = Number(readPragma(sql, 'user_version'))
  for (const [format, migration] of migrations.entries()) {
    if (format < from) continue
    db.exec('BEGIN IMMEDIATE')
    try {
      db.exec(migration.sql)
      setMeta(db, 'format', format + 1)
      setMeta(db, 'min_reader', migration.minReader)
      setMeta(db, 'min_writer', migration.minWriter)
      db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${format + 1}`)
      db.exec('COMMIT')
    } catch (error) {
      if (db.isTransaction) db.exec('ROLLBACK')
      throw error
    }
  }
  return Math.max(0, migrations.length - from)
}

function setMeta(db: Database, key: string, value: number): void {
  db.exec(
    `INSERT INTO meta (key, value) VALUES ('${key}', '${value}') ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
  )
}
