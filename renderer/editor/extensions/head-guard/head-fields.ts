// Kicker, headline and standfirst as places in the document. They come first, but oddly merged drafts may lack or repeat one.
import { Fragment, type Node, type NodeType, type ResolvedPos, type Slice } from '@tiptap/pm/model'

const HEADS: ReadonlySet<string> = new Set(['kicker', 'headline', 'standfirst'])

export const isHead = (node: Node): boolean => HEADS.has(node.type.name)

/** The head field that holds a position, or null. */
export const headAt = ($pos: ResolvedPos): Node | null =>
  $pos.depth === 1 && isHead($pos.parent) ? $pos.parent : null

/** Names of the head fields that the document begins with. */
export function leadingHeads(doc: Node): readonly string[] {
  const names: string[] = []
  for (let index = 0; index < doc.childCount && isHead(doc.child(index)); index += 1)
    names.push(doc.child(index).type.name)
  return names
}

/** Whether a range takes in more than the inside of one head field, and so would join or delete fields. */
export function crossesHead(doc: Node, from: number, to: number): boolean {
  const $from = doc.resolve(from)
  const $to = doc.resolve(to)
  const first = $from.index(0)
  if ($from.depth > 0 && $to.depth > 0 && first === $to.index(0)) return false
  const last = $to.depth > 0 ? $to.index(0) : $to.index(0) - 1
  for (let index = first; index <= last; index += 1) if (isHead(doc.child(index))) return true
  return false
}

/** Pasted or dropped content as one line for a head field: text only, with the marks that the field allows. */
export function asOneLine(slice: Slice, type: NodeType): Fragment {
  const runs: Node[] = []
  let isBetween = false
  slice.content.descendants((node) => {
    if (node.isTextblock) isBetween = runs.length > 0
    if (!node.isInline) return true
    const { schema } = node.type
    if (isBetween) runs.push(schema.text(' '))
    isBetween = false
    const words = node.isText ? (node.text ?? '').replaceAll(/\s+/gu, ' ') : ' '
    runs.push(schema.text(words, type.allowedMarks(node.marks)))
    return false
  })
  return Fragment.fromArray(runs)
}
