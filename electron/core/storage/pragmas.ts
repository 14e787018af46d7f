// The settings that carry durability and safety (RELIABILITY 5.3.3). Each is read back: the engine ignores what it
// does not like without a word, and is itself compiled to lower `synchronous` in WAL mode (finding 1).
import type { Sql } from './sql.ts'

/** How long a statement waits for a lock. Only opening can meet one: afterwards the library is ours alone. */
const BUSY_TIMEOUT_MS = 2_000
/** Bytes the write-ahead log keeps on disk after a checkpoint; more is cut off. */
const WAL_LIMIT_BYTES = 64 * 1024 * 1024
/** Pages (4 KiB) in the write-ahead log before SQLite moves them into the main file by itself. */
const WAL_CHECKPOINT_PAGES = 1_000

/** Memory for pages: a desk list and a search over 100,000 articles stay within it (the engine's own 2 MB do not). */
const CACHE_KIBIBYTES = 32_768

type Pragma = readonly [name: string, set: string, expected: string | number]

const LOCK_FIRST: readonly Pragma[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['journal_mode', 'WAL', 'wal'],
]
const SAFE_READING: readonly Pragma[] = [
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['mmap_size', '0', 0],
  ['temp_store', 'MEMORY', 2],
  ['cache_size', String(-CACHE_KIBIBYTES), -CACHE_KIBIBYTES],
]
const SAFE_WRITING: readonly Pragma[] = [
  ['synchronous', 'FULL', 2],
  ['secure_delete', 'ON', 1],
  ['busy_timeout', String(BUSY_TIMEOUT_MS), BUSY_TIMEOUT_MS],
  ['wal_autocheckpoint', String(WAL_CHECKPOINT_PAGES), WAL_CHECKPOINT_PAGES],
  ['journal_size_limit', String(WAL_LIMIT_BYTES), WAL_LIMIT_BYTES],
]
/** macOS acknowledges an ordinary fsync before the disk has the bytes. */
const MACOS: readonly Pragma[] = [
  ['fullfsync', 'ON', 1],
  ['checkpoint_fullfsync', 'ON', 1],
]

export const WRITER_PRAGMAS: readonly Pragma[] = [
  ...LOCK_FIRST,
  ...SAFE_WRITING,
  ...(process.platform === 'darwin' ? MACOS : []),
  ...SAFE_READING,
]
/** A reader keeps its shared lock, so that nobody starts writing under a long read. */
export const READER_PRAGMAS: readonly Pragma[] = [
  ['locking_mode', 'EXCLUSIVE', 'exclusive'],
  ['query_only', 'ON', 1],
  ...SAFE_READING,
]

/** Sets each and reads it back. Answers the first that did not take, in words; null when all hold. */
export function applyPragmas(sql: Sql, pragmas: readonly Pragma[]): string | null {
  for (const [name, set, expected] of pragmas) {
    sql.all(`PRAGMA ${name} = ${set}`)
    const value = readPragma(sql, name)
    if (value !== expected) return `${name} is ${String(value)} instead of ${String(expected)}`
  }
  return null
}

export function readPragma(sql: Sql, name: string): unknown {
  return Object.values(sql.get(`PRAGMA ${name}`) ?? {})[0] ?? null
}

/** Before 3.51.3 a write-ahead log could lose committed transactions (RELIABILITY finding 13). */
const OLDEST_ENGINE = [3, 51, 3] as const

export function whyEngineIsTooOld(sql: Sql): string | null {
  const version = String(sql.get('SELECT sqlite_version() AS version')?.['version'])
  const parts = version.split('.').map(Number)
  for (const [at, floor] of OLDEST_ENGINE.entries()) {
    const part = parts[at] ?? 0
    if (part !== floor)
      return part > floor ? null : `engine ${version} is older than ${OLDEST_ENGINE.join('.')}`
  }
  return null
}
