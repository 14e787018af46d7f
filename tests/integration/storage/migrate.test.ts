import { DatabaseSync } from '@photostructure/sqlite'
import { describe, expect, it } from 'vitest'
import { APPLICATION_ID, FORMAT } from '#core/storage/library-format.ts'
import { migrate } from '#core/storage/migrations/migrate.ts'
import { type Migration, MIGRATIONS } from '#core/storage/migrations/migrations.ts'
import { readPragma } from '#core/storage/pragmas.ts'
import { createSql } from '#core/storage/sql.ts'

const step = (sql: string, minWriter = 1): Migration => ({ sql, minReader: 1, minWriter })
const FIRST = step(
  'CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT; CREATE TABLE t (a) ;',
)

function scratch() {
  const db = new DatabaseSync(':memory:')
  return { db, sql: createSql(db), version: () => readPragma(createSql(db), 'user_version') }
}

describe('migrations', () => {
  it('the newest format is the number of migrations', () => {
    expect(FORMAT).toBe(MIGRATIONS.length)
  })

  it('run once each, in order, and mark the file as ours', () => {
    const { db, sql, version } = scratch()
    expect(migrate(db, sql, [FIRST])).toBe(1)
    expect(
      migrate(db, sql, [FIRST, step('INSERT INTO t VALUES (2)', 2), step('INSERT INTO t VALUES (3)')]),
    ).toBe(2)
    expect(migrate(db, sql, [FIRST, step('boom'), step('boom')])).toBe(0)
    expect(sql.all('SELECT a FROM t').map((row) => row['a'])).toEqual([2, 3])
    expect(version()).toBe(3)
    expect(readPragma(sql, 'application_id')).toBe(APPLICATION_ID)
    expect(sql.get("SELECT value FROM meta WHERE key = 'min_writer'")?.['value']).toBe('1')
  })

  it('D7: a step that fails half-way leaves the format before it, whole', () => {
    const { db, sql, version } = scratch()
    const broken = step('INSERT INTO t VALUES (2); INSERT INTO t VALUES (3); INSERT INTO nowhere VALUES (4)')
    expect(() => migrate(db, sql, [FIRST, broken])).toThrow('nowhere')
    expect(db.isTransaction).toBe(false)
    expect(version()).toBe(1)
    expect(sql.all('SELECT a FROM t')).toEqual([])
    expect(migrate(db, sql, [FIRST, step('INSERT INTO t VALUES (2)')])).toBe(1)
  })

  it('never goes back: a format from the future is left alone', () => {
    const { db, sql, version } = scratch()
    db.exec('PRAGMA user_version = 99')
    expect(migrate(db, sql)).toBe(0)
    expect(version()).toBe(99)
  })

  it('D7: there is one format; a second one may not come without a verified backup before it (decision 0009)', () => {
    expect(MIGRATIONS).toHaveLength(1)
  })
})
