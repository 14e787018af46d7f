// An article as the first update of a new draft: blank articles, samples, duplicates and imports begin here.
import * as Y from 'yjs'
import { createDraftDoc } from '../draft/draft-doc.ts'
import { writeArticle } from '../draft/write-article.ts'
import type { Article } from './article.ts'

/** One Yjs update in the binding's own format. Throws on content outside the grammar: check what comes from outside first. */
export function seedDraft(article: Article): Uint8Array {
  const doc = createDraftDoc()
  writeArticle(doc, article, { source: 'create' })
  return Y.encodeStateAsUpdate(doc)
}
