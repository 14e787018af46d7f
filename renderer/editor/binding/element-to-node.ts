// Builds ProseMirror nodes from Yjs elements. Unlike the stock binding it never deletes what it cannot build (DR8, A2):
// it throws, and the editor stops before anything is written.
import type { Mark, Node, Schema } from '@tiptap/pm/model'
import * as Y from 'yjs'

/** Which node shows which Yjs type; text types map to their text nodes. The shape `updateYFragment` keeps current. */
// oxlint-disable-next-line no-explicit-any -- the type that y-tiptap declares; a Map is invariant in its key
export type NodeMapping = Map<Y.AbstractType<any>, Node | Node[]>

/** A stored element that this grammar cannot hold. */
export class UnbuildableContent extends Error {
  override name = 'UnbuildableContent'
}

/** The node of an element; what is mapped already is reused, so that unchanged blocks keep their identity. */
export function elementToNode(element: Y.XmlElement, schema: Schema, mapping: NodeMapping): Node {
  const known = mapping.get(element)
  if (known !== undefined && !Array.isArray(known)) return known
  const type = schema.nodes[element.nodeName]
  if (type === undefined) throw new UnbuildableContent(`no node type ${element.nodeName}`)
  const children: Node[] = []
  for (const child of element.toArray()) {
    if (child instanceof Y.XmlElement) children.push(elementToNode(child, schema, mapping))
    else if (child instanceof Y.XmlText) children.push(...textToNodes(child, schema))
    else throw new UnbuildableContent(`no node for a ${child.constructor.name}`)
  }
  const node = type.createChecked(element.getAttributes(), children)
  mapping.set(element, node)
  return node
}

/** All top-level blocks of the content fragment. */
export function fragmentToNodes(fragment: Y.XmlFragment, schema: Schema, mapping: NodeMapping): Node[] {
  return fragment.toArray().map((child) => {
    if (child instanceof Y.XmlElement) return elementToNode(child, schema, mapping)
    throw new UnbuildableContent('text outside of a block')
  })
}

function textToNodes(text: Y.XmlText, schema: Schema): Node[] {
  return text.toDelta().map((run: { insert: unknown; attributes?: Record<string, unknown> }) => {
    if (typeof run.insert !== 'string') throw new UnbuildableContent('an embed in a text')
    return schema.text(run.insert, attributesToMarks(run.attributes ?? {}, schema))
  })
}

/** The binding writes marks that may overlap themselves under `name--hash`. */
const HASHED_MARK = /^(.*)--[a-zA-Z0-9+/=]{8}$/

function attributesToMarks(attributes: Record<string, unknown>, schema: Schema): Mark[] {
  return Object.entries(attributes).map(([key, attrs]) => {
    const name = HASHED_MARK.exec(key)?.[1] ?? key
    const type = schema.marks[name]
    if (type === undefined) throw new UnbuildableContent(`no mark type ${name}`)
    return type.create(attrs as Record<string, unknown>)
  })
}
