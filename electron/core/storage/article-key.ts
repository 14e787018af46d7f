// From an article's public id to its row number, the key of every other table.
import type { ArticleId } from '#shared/article/ids.ts'
import { integerOf, type Sql } from './sql.ts'

export function findArticle(sql: Sql, articleId: ArticleId): number | null {
  const row = sql.get('SELECT id FROM articles WHERE article_id = ?', articleId)
  return row === null ? null : integerOf(row, 'id')
}

/** For writers whose caller already holds the article: not finding it is a bug, not an outcome. */
export function requireArticle(sql: Sql, articleId: ArticleId): number {
  const article = findArticle(sql, articleId)
  if (article === null) throw new Error('the article is not in this library')
  return article
}
