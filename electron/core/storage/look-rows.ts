// Up to where each person has seen each article: what "since I last looked" begins at. A bookmark, not a fact of history: it moves.
import { err, ok } from '#shared/ipc/result.ts'
import type { Connection } from './connection.ts'
import type { LibraryStore } from './library-store.ts'
import { instantOf, integerOf } from './sql.ts'

export function createLookRows(connection: Connection): LibraryStore['looks'] {
  return {
    last: (articleId, person) => {
      const found = connection.read((sql) =>
        sql.get(
          `SELECT a.seq AS head, l.seq, l.at FROM articles AS a
           LEFT JOIN looks AS l ON l.article = a.id AND l.person = ? WHERE a.article_id = ?`,
          person,
          articleId,
        ),
      )
      if (!found.ok) return found
      const row = found.value
      if (row === null) return err({ type: 'ArticleNotFound', articleId })
      const look = row['seq'] === null ? null : { seq: integerOf(row, 'seq'), at: instantOf(row, 'at') }
      return ok({ look, seq: integerOf(row, 'head') })
    },
    record: (articleId, person, at) => {
      const stored = connection.write((sql) =>
        sql.run(
          `INSERT INTO looks (article, person, seq, at) SELECT id, ?, seq, ? FROM articles WHERE article_id = ?
           ON CONFLICT (article, person) DO UPDATE SET seq = excluded.seq, at = excluded.at`,
          person,
          at,
          articleId,
        ),
      )
      return stored.ok ? ok(null) : stored
    },
  }
}
