// Covering snapshots: one Yjs state in place of the rows before it, so that an old article opens as fast as a new one.
// The covered rows stay in the log (RELIABILITY 5.4); reading falls back to them when a snapshot is damaged.
import { ok } from '#shared/ipc/result.ts'
import { findArticle, requireArticle } from './article-key.ts'
import type { Connection } from './connection.ts'
import type { LibraryStore } from './library-store.ts'
import { areSameBytes, sha256 } from './sha256.ts'
import { bytesOf, integerOf, type Sql } from './sql.ts'
import { chainOf, hashOf } from './update-chain.ts'

export interface StoredSnapshot {
  readonly seq: number
  readonly chain: Uint8Array
  readonly bytes: Uint8Array
}

/** The previous one is kept beside the newest: a damaged snapshot then costs little reading. */
const KEPT_SNAPSHOTS = 2

/** The newest snapshot up to a position whose bytes are whole and which stands where the log says; null when there is none. */
export function readSnapshot(
  sql: Sql,
  article: number,
  upTo = Number.MAX_SAFE_INTEGER,
): StoredSnapshot | null {
  const rows = sql.all(
    'SELECT seq, bytes, sha256, chain FROM snapshots WHERE article = ? AND seq <= ? ORDER BY seq DESC',
    article,
    upTo,
  )
  for (const row of rows) {
    const bytes = bytesOf(row, 'bytes')
    const seq = integerOf(row, 'seq')
    if (!areSameBytes(sealOf(sha256(bytes), seq), hashOf(row))) continue
    const covered = sql.get('SELECT chain FROM updates WHERE article = ? AND seq = ?', article, seq)
    if (covered !== null && areSameBytes(chainOf(covered), chainOf(row)))
      return { seq, chain: chainOf(row), bytes }
  }
  return null
}

/** The stored hash of a snapshot: its bytes and the position they claim to cover. */
export function sealOf(bytesHash: Uint8Array, seq: number): Uint8Array {
  return sha256(Buffer.concat([bytesHash, Buffer.from(String(seq), 'utf8')]))
}

export function createSnapshots(
  connection: Connection,
): Pick<LibraryStore['updates'], 'sizeSinceSnapshot' | 'compact'> {
  return {
    sizeSinceSnapshot: (articleId) =>
      connection.read((sql) => {
        const article = findArticle(sql, articleId)
        const row = sql.get(
          `SELECT a.seq - coalesce(s.seq, 0) AS row_count, a.log_bytes - coalesce(s.log_bytes, 0) AS byte_count
           FROM articles AS a LEFT JOIN snapshots AS s ON s.article = a.id WHERE a.id = ? ORDER BY s.seq DESC LIMIT 1`,
          article,
        )
        return row === null
          ? { rows: 0, bytes: 0 }
          : { rows: integerOf(row, 'row_count'), bytes: integerOf(row, 'byte_count') }
      }),
    compact: (articleId, seq, snapshot) => {
      const stored = connection.write((sql) => {
        const article = requireArticle(sql, articleId)
        const covered = sql.get('SELECT chain FROM updates WHERE article = ? AND seq = ?', article, seq)
        if (covered === null) throw new Error('a snapshot must cover an existing position of the log')
        if (sql.get('SELECT 1 FROM snapshots WHERE article = ? AND seq = ?', article, seq) !== null) return
        sql.run(
          `INSERT INTO snapshots (article, seq, log_bytes, bytes, sha256, chain)
           SELECT ?1, ?2, sum(length(bytes)), ?3, ?4, ?5 FROM updates WHERE article = ?1 AND seq <= ?2`,
          article,
          seq,
          snapshot,
          sealOf(sha256(snapshot), seq),
          chainOf(covered),
        )
        sql.run(
          `DELETE FROM snapshots WHERE article = ?1 AND seq NOT IN
             (SELECT seq FROM snapshots WHERE article = ?1 ORDER BY seq DESC LIMIT ${KEPT_SNAPSHOTS})`,
          article,
        )
      })
      return stored.ok ? ok(null) : stored
    },
  }
}
