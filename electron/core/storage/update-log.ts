// The append-only log of Yjs updates: the truth of every draft (DR1). A row is acknowledged only after its commit (DR2).
import { randomUUID } from 'node:crypto'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import { findArticle, requireArticle } from './article-key.ts'
import type { Connection } from './connection.ts'
import type { AppendedUpdate, LibraryStore, NewUpdate, StoredDraft } from './library-store.ts'
import { insertRevision } from './revision-rows.ts'
import { areSameBytes, sha256 } from './sha256.ts'
import { readSnapshot } from './snapshots.ts'
import { bytesOf, instantOf, integerOf, type Row, type Sql } from './sql.ts'
import { CHAIN_START, CHAINED_COLUMNS, chainOf, factsOf, hashOf, nextChain } from './update-chain.ts'
import { insertStamp } from './workflow-rows.ts'

/** Tells the newest stored row number to the session hint. */
export type Acknowledge = (rowId: number) => void

export function createUpdateLog(
  connection: Connection,
  acknowledge: Acknowledge,
): Pick<LibraryStore['updates'], 'append' | 'read'> & { create: LibraryStore['articles']['create'] } {
  const session = randomUUID()
  const acknowledged = (written: ReturnType<typeof insertUpdate>): AppendedUpdate => {
    if (written.rowId !== null) acknowledge(written.rowId)
    return written.answer
  }
  return {
    create: (first, arrival) => {
      const stored = connection.write((sql) => {
        sql.run(
          `INSERT INTO articles (article_id, created_at, seq, chain, log_bytes, saved_at, saved_by, schema_version)
           VALUES (?, ?, 0, ?, 0, ?, ?, ?)`,
          first.articleId,
          first.at,
          CHAIN_START,
          first.at,
          first.author,
          first.schemaVersion,
        )
        const written = insertUpdate(sql, first, session)
        for (const stamp of arrival?.stamps ?? []) insertStamp(sql, stamp)
        if (arrival !== undefined) insertRevision(sql, arrival.revision)
        return written
      })
      return stored.ok ? ok(acknowledged(stored.value)) : stored
    },
    append: (update) => {
      const stored = connection.write((sql) => insertUpdate(sql, update, session))
      return stored.ok ? ok(acknowledged(stored.value)) : stored
    },
    read: (articleId) => {
      const draft = connection.read((sql) => readDraft(sql, articleId))
      return draft.ok ? draft.value : draft
    },
  }
}

function insertUpdate(
  sql: Sql,
  update: NewUpdate,
  session: string,
): { answer: AppendedUpdate; rowId: number | null } {
  const article = requireArticle(sql, update.articleId)
  const hash = sha256(update.bytes)
  const known = sql.get('SELECT seq, at FROM updates WHERE article = ? AND sha256 = ?', article, hash)
  if (known !== null)
    return {
      answer: { seq: integerOf(known, 'seq'), at: instantOf(known, 'at'), isNew: false },
      rowId: null,
    }
  const head = sql.get('SELECT seq, chain FROM articles WHERE id = ?', article)
  if (head === null) throw new Error('the article vanished within its own transaction')
  const { origin, author, schemaVersion, at, zone } = update
  const seq = integerOf(head, 'seq') + 1
  const chain = nextChain(chainOf(head), hash, { seq, session, origin, author, schemaVersion, at, zone })
  const { rowId } = sql.run(
    `INSERT INTO updates (article, seq, bytes, sha256, chain, session, origin, author, schema_version, at, zone)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    article,
    seq,
    update.bytes,
    hash,
    chain,
    session,
    origin,
    author,
    schemaVersion,
    at,
    zone,
  )
  sql.run(
    `UPDATE articles SET seq = ?, chain = ?, log_bytes = log_bytes + ?, saved_at = ?, saved_by = ?,
       schema_version = max(schema_version, ?) WHERE id = ?`,
    seq,
    chain,
    update.bytes.length,
    at,
    author,
    schemaVersion,
    article,
  )
  return { answer: { seq, at, isNew: true }, rowId }
}

function readDraft(
  sql: Sql,
  articleId: ArticleId,
): Result<StoredDraft, Outcome<'ArticleNotFound' | 'DraftDamaged'>> {
  const article = findArticle(sql, articleId)
  if (article === null) return err({ type: 'ArticleNotFound', articleId })
  const head = sql.get('SELECT seq, chain, saved_at, schema_version FROM articles WHERE id = ?', article)
  if (head === null) return err({ type: 'ArticleNotFound', articleId })
  // A damaged snapshot is only a lost shortcut: the rows it covers are all kept.
  const snapshot = readSnapshot(sql, article)
  const rows = sql.all(
    `SELECT ${CHAINED_COLUMNS}, bytes FROM updates WHERE article = ? AND seq > ? ORDER BY seq`,
    article,
    snapshot?.seq ?? 0,
  )
  const damage = checkRows(rows, snapshot ?? { seq: 0, chain: CHAIN_START }, head)
  if (damage !== null) return err({ type: 'DraftDamaged', detail: damage.detail })
  const updates = rows.map((row) => bytesOf(row, 'bytes'))
  return ok({
    updates: snapshot === null ? updates : [snapshot.bytes, ...updates],
    seq: integerOf(head, 'seq'),
    savedAt: instantOf(head, 'saved_at'),
    schemaVersion: integerOf(head, 'schema_version'),
  })
}

export interface LogDamage {
  readonly kind: 'missing-row' | 'hash' | 'chain'
  readonly detail: string
}

/** Null when every row from the start on is there, whole and in its place, up to the head. */
export function checkRows(
  rows: readonly Row[],
  start: { readonly seq: number; readonly chain: Uint8Array },
  head: Row,
): LogDamage | null {
  let { seq, chain } = start
  for (const row of rows) {
    const facts = factsOf(row)
    const time = new Date(facts.at).toISOString()
    if (facts.seq !== seq + 1)
      return { kind: 'missing-row', detail: `update ${seq + 1} is missing (before the one of ${time})` }
    if (!areSameBytes(sha256(bytesOf(row, 'bytes')), hashOf(row)))
      return { kind: 'hash', detail: `update ${facts.seq}, saved ${time}, was changed on the disk` }
    const expected = nextChain(chain, hashOf(row), facts)
    if (!areSameBytes(expected, chainOf(row)))
      return {
        kind: 'chain',
        detail: `update ${facts.seq}, saved ${time}, does not follow the one before it`,
      }
    seq = facts.seq
    chain = expected
  }
  const last = integerOf(head, 'seq')
  if (last !== seq) return { kind: 'missing-row', detail: `updates ${seq + 1} to ${last} are missing` }
  if (areSameBytes(chainOf(head), chain)) return null
  return { kind: 'chain', detail: `the log does not end at update ${seq} as recorded` }
}
