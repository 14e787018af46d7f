// The article without anything private: what may leave, and what the leak scan holds every output against.
import type { Article, NodeJson } from '#shared/article/article.ts'

/** No stash, no desk note, no block ids; people are numbered anew. Public words, pictures and fields are untouched. */
export function publicArticle(article: Article): Article {
  return {
    ...article,
    content: publicNode(article.content),
    meta: {
      ...article.meta,
      deskNote: '',
      people: article.meta.people.map((person, index) => ({
        ...person,
        id: `p${index + 1}`,
        rank: index + 1,
      })),
    },
  }
}

function publicNode(node: NodeJson): NodeJson {
  const attrs = node.attrs === undefined ? undefined : publicAttrs(node.attrs)
  const content = node.content?.filter((child) => child.type !== 'stash').map(publicNode)
  return {
    type: node.type,
    ...(attrs === undefined ? {} : { attrs }),
    ...(content === undefined || content.length === 0 ? {} : { content }),
    ...(node.marks === undefined ? {} : { marks: node.marks }),
    ...(node.text === undefined ? {} : { text: node.text }),
  }
}

function publicAttrs(
  attrs: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  if (!('blockId' in attrs)) return attrs
  const { blockId: _private, ...rest } = attrs
  return Object.keys(rest).length === 0 ? undefined : rest
}
