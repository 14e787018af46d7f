// Blocks of the live document as article JSON, remembered per node: ProseMirror makes a new node only for a block that changed,
// so whoever reads the story after a key converts one block and gets the same objects for the others.
import type { Node } from '@tiptap/pm/model'
import type { NodeJson } from '#shared/article/article.ts'

const known = new WeakMap<Node, NodeJson>()

/** Converts blocks that are not known yet, as far as time allows; null while some are left. */
export function storyJson(doc: Node, isOver: () => boolean): NodeJson | null {
  const content: NodeJson[] = []
  for (let index = 0; index < doc.childCount; index += 1) {
    const block = doc.child(index)
    let json = known.get(block)
    if (json === undefined) {
      if (isOver()) return null
      json = block.toJSON() as NodeJson
      known.set(block, json)
    }
    content.push(json)
  }
  return { type: 'doc', content }
}
