// What two versions of an article differ in for readers: the stash and the fields of the desk are none of it.
import type { Article } from '#shared/article/article.ts'
import { EMPTY_META } from '#shared/article/meta.ts'

export function readersFace(article: Article): Article {
  const { slugline, deskNote, commissionedWords, embargo } = EMPTY_META
  const content = article.content.content?.filter((block) => block.type !== 'stash') ?? []
  return {
    ...article,
    content: { ...article.content, content },
    meta: { ...article.meta, slugline, deskNote, commissionedWords, embargo },
  }
}
