// RELIABILITY 5.4: after a device error the connection is replaced. What must hold however often replacing it fails first.
import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { type Connection, openConnection } from '#core/storage/connection.ts'
import { openTestLibrary, type TestLibrary, valueOf } from '#tests/support/open-test-library.ts'
import type { StorageOutcome } from '#shared/errors/outcome.ts'

const FULL: StorageOutcome = { type: 'DiskFull', detail: 'no space left' }
const deviceError = () =>
  Object.assign(new Error('disk I/O error'), { code: 'ERR_SQLITE_ERROR', errcode: 10 })

/** A connection whose next replacements are refused while `refusal` is set, as on a full disk. */
function connect(library: TestLibrary) {
  const disk: { refusal: StorageOutcome | null } = { refusal: null }
  const file = join(library.path, 'library.db')
  const place = { folder: library.path, file, access: 'write', readOnlyReason: null } as const
  const connection = valueOf(
    openConnection(place, (_sql, db) => {
      if (disk.refusal !== null) return disk.refusal
      db.exec("UPDATE meta SET value = value + 1 WHERE key = 'openings'")
      return null
    }),
  )
  return { disk, file, connection }
}
const write = (connection: Connection) =>
  connection.write((sql) => sql.run("UPDATE meta SET value = value + 1 WHERE key = 'openings'").changes)
const fail = (connection: Connection) =>
  connection.write(() => {
    throw deviceError()
  })

it('a replacement that was refused at first still counts as the same library in its place', () => {
  using library = openTestLibrary()
  library.store.close()
  const { disk, connection } = connect(library)
  expect(fail(connection)).toMatchObject({ ok: false, error: { type: 'StorageFailed' } })
  disk.refusal = FULL
  expect(write(connection)).toEqual({ ok: false, error: FULL })
  // Takes the number of the -wal that went, so that the new one gets another.
  writeFileSync(join(library.path, 'taken'), 'x')
  disk.refusal = null
  expect(write(connection)).toEqual({ ok: true, value: 1 })
  expect(connection.isInPlace()).toBe(true)
  connection.close()
})

it('R9: a file put in its place while it was let go is not taken for it', () => {
  using library = openTestLibrary()
  using other = openTestLibrary()
  library.store.close()
  other.store.close()
  const { disk, file, connection } = connect(library)
  fail(connection)
  disk.refusal = FULL
  write(connection)
  disk.refusal = null
  renameSync(file, `${file}.away`)
  renameSync(join(other.path, 'library.db'), file)
  expect(write(connection)).toMatchObject({ ok: false, error: { type: 'LibraryGone' } })
  expect(connection.read((sql) => sql.all('SELECT 1'))).toMatchObject({ error: { type: 'LibraryGone' } })
  renameSync(file, join(other.path, 'library.db'))
  renameSync(`${file}.away`, file)
  expect(write(connection)).toEqual({ ok: true, value: 1 })
  connection.close()
})
