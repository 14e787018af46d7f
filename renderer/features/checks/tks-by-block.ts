// TKs with the top-level block each stands in. Places are counted over the whole article, so it is asked once whole and
// once a block: both answer in reading order.
import type { NodeJson } from '#shared/article/article.ts'
import { ARTICLE_VERSION } from '#shared/article/article.ts'
import type { ArticleMeta } from '#shared/article/meta.ts'
import { findTks, findTksInArticle, type TkFinding } from '#shared/article/tk.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'

export interface PlacedTk extends TkFinding {
  /** Index of the top-level block, or null for a field. */
  readonly block: number | null
}

export function tksByBlock(content: NodeJson, meta: ArticleMeta): PlacedTk[] {
  const blocks = (content.content ?? []).flatMap((block, index) =>
    findTks({ type: 'doc', content: [block] }).map(() => index),
  )
  const article = { version: ARTICLE_VERSION, schemaVersion: SCHEMA_VERSION, content, meta } as const
  return findTksInArticle(article).map((tk, index) => ({ ...tk, block: blocks[index] ?? null }))
}
