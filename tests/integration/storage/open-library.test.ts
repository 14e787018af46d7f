import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openConnection } from '#core/storage/connection.ts'
import { createLibrary, openLibrary, openOrCreateLibrary } from '#core/storage/open-library.ts'
import { readPragma } from '#core/storage/pragmas.ts'
import { newArticleId } from '#shared/article/ids.ts'
import { openTestLibrary, stillClock, valueOf } from '#tests/support/open-test-library.ts'
import { updateRow } from './rows.ts'
import { fingerprint } from './tamper.ts'

const writing = { mode: 'read-write', clock: stillClock } as const
const reading = { mode: 'read-only', clock: stillClock } as const

describe('creating', () => {
  let home = ''
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'stet-create-'))
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  it('makes a folder that only its owner may enter, with everything a library holds', () => {
    const path = join(home, 'Desk', 'Mine.stet')
    const store = valueOf(createLibrary(path, { clock: stillClock }))
    expect(store.name).toBe('Mine')
    expect(store.isReadOnly).toBe(false)
    expect(valueOf(store.desk.sections())).toEqual([])
    expect(valueOf(store.desk.profile()).zone).toBe('Europe/Madrid')
    store.close()
    expect(readdirSync(path).sort()).toEqual(['README.txt', 'assets', 'library.db', 'session'])
    expect(statSync(path).mode & 0o777).toBe(0o700)
    expect(statSync(join(path, 'library.db')).mode & 0o777).toBe(0o600)
    expect(statSync(join(path, 'session')).mode & 0o777).toBe(0o600)
    expect(readdirSync(join(home, 'Desk'))).toEqual(['Mine.stet'])
  })

  it.each([
    ['a folder', (path: string) => mkdirSync(path)],
    ['a file', (path: string) => writeFileSync(path, 'notes')],
    ['a library', (path: string) => valueOf(createLibrary(path, { clock: stillClock })).close()],
  ])('never touches %s that is already there', (_name, put) => {
    const path = join(home, 'Mine.stet')
    put(path)
    const before = fingerprint(home)
    expect(createLibrary(path, { clock: stillClock })).toMatchObject({
      ok: false,
      error: { type: 'LibraryNotOurs' },
    })
    expect(fingerprint(home)).toBe(before)
  })

  it('the default place: creates when nothing at all is there, and only then', () => {
    const path = join(home, 'Stet.stet')
    valueOf(openOrCreateLibrary(path, writing)).close()
    valueOf(openOrCreateLibrary(path, writing)).close()
    rmSync(join(path, 'library.db'))
    const before = fingerprint(home)
    expect(openOrCreateLibrary(path, writing)).toMatchObject({ ok: false, error: { type: 'LibraryCorrupt' } })
    expect(fingerprint(home)).toBe(before)
    rmSync(path, { recursive: true })
    mkdirSync(path)
    expect(openOrCreateLibrary(path, writing)).toMatchObject({ ok: false, error: { type: 'LibraryMissing' } })
  })
})

describe('opening', () => {
  it('C5: every safety setting holds on the open connection', () => {
    using library = openTestLibrary()
    library.store.close()
    const file = join(library.path, 'library.db')
    const place = { folder: library.path, file, readOnlyReason: null }
    const connection = valueOf(openConnection({ ...place, access: 'write' }, () => null))
    const settings = valueOf(
      connection.read((sql) =>
        [
          'journal_mode',
          'synchronous',
          'locking_mode',
          'foreign_keys',
          'trusted_schema',
          'cell_size_check',
          'mmap_size',
          'secure_delete',
          'temp_store',
        ].map((name) => [name, readPragma(sql, name)]),
      ),
    )
    connection.close()
    expect(Object.fromEntries(settings)).toEqual({
      journal_mode: 'wal',
      synchronous: 2,
      locking_mode: 'exclusive',
      foreign_keys: 1,
      trusted_schema: 0,
      cell_size_check: 1,
      mmap_size: 0,
      secure_delete: 1,
      temp_store: 2,
    })
  })

  it('a closed library is one plain file: no -wal, no -shm, no lock', () => {
    using library = openTestLibrary()
    valueOf(library.store.articles.create(updateRow(newArticleId(), 'a')))
    expect(existsSync(join(library.path, 'library.db-wal'))).toBe(true)
    library.store.close()
    library.store.close()
    expect(readdirSync(library.path).filter((name) => name.startsWith('library.db'))).toEqual(['library.db'])
  })

  it('C2: a second opening from the same process is told who has it', () => {
    using library = openTestLibrary()
    for (const options of [writing, reading]) {
      const second = openLibrary(library.path, options)
      expect(second).toMatchObject({
        ok: false,
        error: { type: 'LibraryBusy', owner: expect.stringContaining(String(process.pid)) },
      })
    }
    valueOf(library.store.articles.create(updateRow(newArticleId(), 'a')))
    expect(library.reopen().isReadOnly).toBe(false)
  })

  it('reading only: everything can be read, every write is refused, no byte changes', () => {
    using library = openTestLibrary()
    const articleId = newArticleId()
    valueOf(library.store.articles.create(updateRow(articleId, 'a')))
    library.store.close()
    const before = fingerprint(library.path)
    const store = library.reopen('read-only')
    expect(store.isReadOnly).toBe(true)
    expect(valueOf(store.updates.read(articleId)).seq).toBe(1)
    expect(store.updates.append(updateRow(articleId, 'b'))).toMatchObject({
      ok: false,
      error: { type: 'LibraryReadOnly' },
    })
    expect(store.desk.saveSections(['News'])).toMatchObject({ ok: false, error: { type: 'LibraryReadOnly' } })
    expect(store.checkInPlace().ok).toBe(true)
    store.close()
    expect(fingerprint(library.path)).toBe(before)
  })
})

type Damage = readonly [name: string, hurt: (library: string) => void, type: string, words: string]
const db = (library: string) => join(library, 'library.db')
const sql = (library: string, text: string) => {
  const raw = new DatabaseSync(db(library))
  raw.exec(text)
  raw.close()
}
const DAMAGES: readonly Damage[] = [
  ['nothing there', (library) => rmSync(library, { recursive: true }), 'LibraryMissing', ''],
  [
    'a file in place of the folder',
    (library) => {
      rmSync(library, { recursive: true })
      writeFileSync(library, 'x')
    },
    'LibraryNotOurs',
    'not a folder',
  ],
  [
    'an empty folder',
    (library) => {
      rmSync(library, { recursive: true })
      mkdirSync(library)
    },
    'LibraryMissing',
    '',
  ],
  ['the database removed', (library) => rmSync(db(library)), 'LibraryCorrupt', 'library.db is missing'],
  ['zero length', (library) => truncateSync(db(library), 0), 'LibraryCorrupt', 'is empty'],
  [
    'text',
    (library) => writeFileSync(db(library), 'Dear diary,\n'.repeat(1000)),
    'LibraryNotOurs',
    'not a database',
  ],
  [
    "another program's database",
    (library) => {
      rmSync(db(library))
      sql(library, 'CREATE TABLE t (a)')
    },
    'LibraryNotOurs',
    'another program',
  ],
  [
    'cut within the header',
    (library) => truncateSync(db(library), 60),
    'LibraryCorrupt',
    'cut off within its header',
  ],
  [
    'cut after the first page',
    (library) => truncateSync(db(library), 4096),
    'LibraryCorrupt',
    'cut off: 4096',
  ],
  ['cut in the middle', (library) => truncateSync(db(library), 40_960), 'LibraryCorrupt', 'cut off: 40960'],
  [
    'cut by one byte',
    (library) => truncateSync(db(library), statSync(db(library)).size - 1),
    'LibraryCorrupt',
    'cut off',
  ],
  [
    'a symbolic link',
    (library) => {
      writeFileSync(`${library}-elsewhere`, readFileSync(db(library)))
      rmSync(db(library))
      symlinkSync(`${library}-elsewhere`, db(library))
    },
    'LibraryNotOurs',
    'not an ordinary file',
  ],
  [
    'a -wal of another library',
    (library) => writeFileSync(`${db(library)}-wal`, 'x'.repeat(5000)),
    'LibraryCorrupt',
    'does not belong',
  ],
  [
    'a format that is too new to read',
    (library) =>
      sql(
        library,
        "PRAGMA user_version = 99; UPDATE meta SET value = '99' WHERE key IN ('min_reader', 'min_writer')",
      ),
    'LibraryTooNew',
    '99',
  ],
  [
    'a writer that is too new under the same format',
    (library) => sql(library, "UPDATE meta SET value = '98' WHERE key = 'min_writer'"),
    'LibraryTooNew',
    '98',
  ],
  ['a table that is gone', (library) => sql(library, 'DROP TABLE stamps'), 'LibraryCorrupt', 'stamps'],
  [
    'desk data without a format',
    (library) => sql(library, "DELETE FROM meta WHERE key = 'min_reader'"),
    'LibraryCorrupt',
    'min_reader',
  ],
]

describe('D9, D10: what is not a library of ours, or not whole, is named and not one byte of it changes', () => {
  it.each(DAMAGES)('%s', (_name, hurt, type, words) => {
    using library = openTestLibrary()
    valueOf(library.store.articles.create(updateRow(newArticleId(), 'a')))
    library.store.close()
    hurt(library.path)
    const home = join(library.path, '..')
    const before = fingerprint(home)
    const answer = openLibrary(library.path, writing)
    expect(answer).toMatchObject({ ok: false, error: { type } })
    expect(JSON.stringify(answer)).toContain(words)
    expect(fingerprint(home)).toBe(before)
  })

  it('D10: a library that only a newer Stet may write can still be read and exported', () => {
    using library = openTestLibrary()
    const articleId = newArticleId()
    valueOf(library.store.articles.create(updateRow(articleId, 'a')))
    library.store.close()
    sql(library.path, "PRAGMA user_version = 99; UPDATE meta SET value = '99' WHERE key = 'min_writer'")
    const before = fingerprint(library.path)
    const store = valueOf(openLibrary(library.path, reading))
    expect(valueOf(store.updates.read(articleId)).seq).toBe(1)
    store.close()
    expect(fingerprint(library.path)).toBe(before)
  })

  it('D10: a newer format that says we may write it is written', () => {
    using library = openTestLibrary()
    library.store.close()
    sql(library.path, 'PRAGMA user_version = 99')
    valueOf(library.reopen().articles.create(updateRow(newArticleId(), 'a')))
  })
})
