// The article without anything private. Formats are given this and nothing else (build-export.ts): what they never see they
// cannot let out, in whatever encoding.
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { ExportInput } from '#shared/article/export-input.ts'
import { profileIdSchema } from '#shared/article/output-profile.ts'

/** In place of a profile's own name and id, which are the desk's. */
const NAMELESS = { id: profileIdSchema.parse('public'), name: 'Public' } as const

/** What a format may know: public words, pictures and fields are untouched. */
export const publicInput = (input: ExportInput): ExportInput => ({
  ...input,
  article: publicArticle(input.article, input.purpose),
  profile: { ...input.profile, ...NAMELESS },
})

/**
 * No stash, no desk note, no block ids; people are numbered anew. What the desk plans by (slugline, words asked for, embargo)
 * stays with it as well, except in a proof, which is the desk's own paper.
 */
export function publicArticle(article: Article, purpose: ExportInput['purpose']): Article {
  const { meta } = article
  const planning =
    purpose === 'proof'
      ? { slugline: meta.slugline, commissionedWords: meta.commissionedWords, embargo: meta.embargo }
      : { slugline: '', commissionedWords: null, embargo: null }
  return {
    ...article,
    content: publicNode(article.content),
    meta: {
      ...meta,
      ...planning,
      deskNote: '',
      people: meta.people.map((person, index) => ({ ...person, id: `p${index + 1}`, rank: index + 1 })),
    },
  }
}

function publicNode(node: NodeJson): NodeJson {
  const attrs = node.attrs === undefined ? undefined : publicAttrs(node.attrs)
  const content = publicContent(node.content)
  if (attrs === node.attrs && content === node.content) return node
  return {
    type: node.type,
    ...(attrs === undefined ? {} : { attrs }),
    ...(content === undefined ? {} : { content }),
    ...(node.marks === undefined ? {} : { marks: node.marks }),
    ...(node.text === undefined ? {} : { text: node.text }),
  }
}

/** The same list where nothing in it is private. */
function publicContent(content: NodeJson['content']): NodeJson['content'] {
  if (content === undefined) return content
  const kept: NodeJson[] = []
  let isSame = true
  for (const child of content) {
    if (child.type === 'stash') isSame = false
    else {
      const shown = publicNode(child)
      isSame &&= shown === child
      kept.push(shown)
    }
  }
  if (kept.length === 0) return undefined
  return isSame ? content : kept
}

function publicAttrs(
  attrs: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> | undefined {
  if (!('blockId' in attrs)) return attrs
  const { blockId: _private, ...rest } = attrs
  return Object.keys(rest).length === 0 ? undefined : rest
}
