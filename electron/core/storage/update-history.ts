// The log row by row, with who wrote each row and when. Read a page at a time, so that a long log holds up nobody.
import { originSourceSchema } from '#shared/draft/origin.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { findArticle } from './article-key.ts'
import type { Connection } from './connection.ts'
import type { LibraryStore, LogPlace, LoggedUpdate } from './library-store.ts'
import { readSnapshot } from './snapshots.ts'
import { bytesOf, instantOf, integerOf, parsedOf, type Row, type Sql, textOf } from './sql.ts'
import { CHAIN_START, CHAINED_COLUMNS, chainOf } from './update-chain.ts'
import { checkRows } from './update-log.ts'

const START: LogPlace = { seq: 0, chain: CHAIN_START }

export function createUpdateHistory(
  connection: Connection,
): Pick<LibraryStore['updates'], 'history' | 'snapshotBefore'> {
  return {
    history(articleId, after, limit) {
      const page = connection.read((sql) => {
        const article = findArticle(sql, articleId)
        const head =
          article === null
            ? null
            : sql.get('SELECT seq, chain, schema_version FROM articles WHERE id = ?', article)
        return article === null || head === null
          ? null
          : { head, rows: readPage(sql, article, after ?? START, limit) }
      })
      if (!page.ok) return page
      if (page.value === null) return err({ type: 'ArticleNotFound', articleId })
      const { head, rows } = page.value
      const start = after ?? START
      const isEnd = rows.length < limit
      const last = isEnd ? head : rows.at(-1)
      const damage = last === undefined ? null : checkRows(rows, start, last)
      if (damage !== null) return err({ type: 'DraftDamaged', detail: damage.detail })
      return ok({
        rows: rows.map(loggedOf),
        place: last === undefined ? start : { seq: integerOf(last, 'seq'), chain: chainOf(last) },
        isEnd,
        schemaVersion: integerOf(head, 'schema_version'),
      })
    },
    snapshotBefore: (articleId, seq) =>
      connection.read((sql) => {
        const article = findArticle(sql, articleId)
        const snapshot = article === null ? null : readSnapshot(sql, article, seq)
        if (snapshot === null) return null
        return { bytes: snapshot.bytes, place: { seq: snapshot.seq, chain: snapshot.chain } }
      }),
  }
}

const readPage = (sql: Sql, article: number, after: LogPlace, limit: number): Row[] =>
  sql.all(
    `SELECT ${CHAINED_COLUMNS}, bytes FROM updates WHERE article = ? AND seq > ? ORDER BY seq LIMIT ?`,
    article,
    after.seq,
    limit,
  )

const loggedOf = (row: Row): LoggedUpdate => ({
  seq: integerOf(row, 'seq'),
  bytes: bytesOf(row, 'bytes'),
  origin: parsedOf(row, 'origin', originSourceSchema),
  author: textOf(row, 'author'),
  at: instantOf(row, 'at'),
})
