import { Node } from '@tiptap/core'

/** The whole story in one flow. Deliberately loose: a merge of two valid edits must never be an invalid tree, which the
 * Yjs binding would drop. The editor keeps kicker, headline and standfirst first and single; `materialise` tolerates otherwise.
 * Blocks are named before heads: ProseMirror makes the first that fits when it needs a new one, and that is a paragraph. */
export const Doc = Node.create({ name: 'doc', topNode: true, content: '(block | head)*' })
