import { describe, expect, it } from 'vitest'
import { isBusyError, isDeviceError, toStorageOutcome, unreadable } from '#core/storage/storage-error.ts'

const here = { path: '/desk/Mine.stet', owner: () => 'process 7 on desk-2', isInPlace: () => true }
const gone = { ...here, isInPlace: () => false }
const withCode = (errcode: number) =>
  Object.assign(new Error('as SQLite says it'), { code: 'ERR_SQLITE_ERROR', errcode })
/** What the binding throws when several rows are read: the words without the code. */
const wordsOnly = (message: string) => Object.assign(new Error(message), { code: 'ERR_SQLITE_ERROR' })
const system = (code: string) => Object.assign(new Error(`${code}: as the system says it`), { code })

describe('SQLite codes', () => {
  it.each([
    [5, 'LibraryBusy'],
    [6, 'LibraryBusy'],
    [261, 'LibraryBusy'],
    [8, 'LibraryReadOnly'],
    [1544, 'LibraryReadOnly'],
    [10, 'StorageFailed'],
    [1034, 'StorageFailed'],
    [11, 'LibraryCorrupt'],
    [779, 'LibraryCorrupt'],
    [13, 'DiskFull'],
    [14, 'StorageFailed'],
    [19, 'StorageFailed'],
    [1555, 'StorageFailed'],
    [26, 'LibraryCorrupt'],
    [267, 'StorageFailed'],
  ])('%i is %s', (code, type) => {
    expect(toStorageOutcome(withCode(code), here)?.type).toBe(type)
  })

  it.each([
    ['database is locked', 'LibraryBusy'],
    ['attempt to write a readonly database', 'LibraryReadOnly'],
    ['disk I/O error', 'StorageFailed'],
    ['database disk image is malformed', 'LibraryCorrupt'],
    ['malformed database schema (t)', 'LibraryCorrupt'],
    ['database or disk is full', 'DiskFull'],
    ['unable to open database file', 'StorageFailed'],
    ['file is not a database', 'LibraryCorrupt'],
    ['fts5: corruption found reading blob 137438953473 from table "article_search"', 'StorageFailed'],
  ])('"%s" without a code is %s', (message, type) => {
    expect(toStorageOutcome(wordsOnly(message), here)?.type).toBe(type)
  })

  it.each([10, 14, 8])('%i on a file that moved away is LibraryGone', (code) => {
    expect(toStorageOutcome(withCode(code), gone)).toEqual({ type: 'LibraryGone', path: here.path })
  })

  it('names the owner of a busy library', () => {
    expect(toStorageOutcome(withCode(5), here)).toEqual({
      type: 'LibraryBusy',
      path: here.path,
      owner: 'process 7 on desk-2',
    })
    expect(isBusyError(withCode(261))).toBe(true)
  })

  it('only a failing device makes the connection suspect', () => {
    expect([10, 1034, 13, 5, 11].map((code) => isDeviceError(withCode(code)))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('system codes', () => {
  it.each([
    ['ENOSPC', 'DiskFull'],
    ['EDQUOT', 'DiskFull'],
    ['EROFS', 'LibraryReadOnly'],
    ['EACCES', 'LibraryReadOnly'],
    ['ENOENT', 'LibraryGone'],
    ['EIO', 'StorageFailed'],
  ])('%s is %s', (code, type) => {
    expect(toStorageOutcome(system(code), here)?.type).toBe(type)
  })
})

describe('everything else is a bug and is not an outcome', () => {
  it.each([
    ['a wrong statement', withCode(1)],
    ['misuse of the engine', withCode(21)],
    ['an unknown message', wordsOnly('no such column: headlin')],
    ['a type error', new TypeError('x is not a function')],
    ['something thrown that is no error', 'boom'],
  ])('%s', (_name, error) => {
    expect(toStorageOutcome(error, here)).toBeNull()
  })

  it('a stored value of the wrong form is damage', () => {
    expect(toStorageOutcome(unreadable('column at holds something unexpected'), here)?.type).toBe(
      'LibraryCorrupt',
    )
  })
})
