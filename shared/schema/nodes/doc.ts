import { Node } from '@tiptap/core'

/** The whole story in one flow. Deliberately loose: a merge of two valid edits must never be an invalid tree, which the
 * Yjs binding would drop. The editor keeps kicker, headline and standfirst first and single; `materialise` tolerates otherwise. */
export const Doc = Node.create({ name: 'doc', topNode: true, content: '(head | block)*' })
