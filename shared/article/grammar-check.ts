// Builds ProseMirror nodes from JSON against the article grammar and names everything the grammar does not know.
// The guard in front of every editor (DR8): the Yjs binding deletes what it cannot build.
import { Fragment, Mark, type MarkType, type Node, type NodeType, type Schema } from '@tiptap/pm/model'
import { articleGrammar } from '../schema/article-schema.ts'
import type { MarkJson, NodeJson } from './article.ts'
import { MAX_BLOCK_DEPTH } from './limits.ts'

/** Names listed at most: enough to tell a person, few enough to show. */
const MAX_NAMES = 20
/** Characters of a foreign name that are shown. */
const MAX_NAME_CHARS = 64

export type GrammarCheck =
  | { readonly ok: true; readonly node: Node }
  | { readonly ok: false; readonly unknown: readonly string[] }

/** The node, or what in the JSON is outside the grammar: "hologram", "strong in kicker", "link.href", "paragraph in table". */
export function checkGrammar(content: NodeJson): GrammarCheck {
  const schema = articleGrammar()
  const unknown = new Set<string>()
  const node =
    content.type === schema.topNodeType.name
      ? buildNode(schema, content, 0, unknown)
      : report(unknown, content.type)
  if (node !== null && unknown.size === 0) return { ok: true, node }
  return { ok: false, unknown: [...unknown].slice(0, MAX_NAMES) }
}

/** The canonical JSON form of a checked node: every attribute present, marks in grammar order, adjacent equal runs joined. */
export const canonicalContent = (node: Node): NodeJson => node.toJSON() as NodeJson

function buildNode(schema: Schema, json: NodeJson, depth: number, unknown: Set<string>): Node | null {
  if (depth > MAX_BLOCK_DEPTH) return report(unknown, `more than ${MAX_BLOCK_DEPTH} levels`)
  const type = schema.nodes[json.type]
  if (type === undefined || type.isText || (type === schema.topNodeType && depth > 0))
    return report(unknown, json.type)
  if (json.text !== undefined || (json.marks !== undefined && json.marks.length > 0))
    report(unknown, `marks on ${json.type}`)
  const attrs = checkAttrs(type, json.attrs, unknown)
  const children: Node[] = []
  for (const child of json.content ?? []) {
    const built =
      child.type === 'text' && child.text !== undefined
        ? buildText(schema, child, unknown)
        : buildNode(schema, child, depth + 1, unknown)
    if (built !== null) children.push(built)
  }
  const content = Fragment.fromArray(children)
  if (!type.validContent(content)) reportMisplaced(type, children, unknown)
  return type.create(attrs, content)
}

function buildText(schema: Schema, json: NodeJson, unknown: Set<string>): Node | null {
  if (json.text === undefined || json.text === '') return null // nothing to see: Yjs keeps emptied texts
  let marks: readonly Mark[] = Mark.none
  // Exclusive marks can meet when two people format the same run offline: the later in grammar order stays.
  for (const { type, json: mark } of byRank(schema, json.marks ?? [], unknown))
    marks = type.create(checkAttrs(type, mark.attrs, unknown)).addToSet(marks)
  return schema.text(json.text, marks)
}

function byRank(
  schema: Schema,
  marks: readonly MarkJson[],
  unknown: Set<string>,
): { type: MarkType; json: MarkJson }[] {
  const known: { type: MarkType; json: MarkJson }[] = []
  for (const json of marks) {
    const type = schema.marks[json.type]
    if (type === undefined) report(unknown, json.type)
    else known.push({ type, json })
  }
  if (known.length < 2) return known
  const ranks = Object.keys(schema.marks)
  return known.sort((a, b) => ranks.indexOf(a.type.name) - ranks.indexOf(b.type.name))
}

function checkAttrs(
  type: NodeType | MarkType,
  attrs: Readonly<Record<string, unknown>> | undefined,
  unknown: Set<string>,
): Record<string, unknown> | null {
  if (attrs === undefined) return null
  const specs = type.spec.attrs ?? {}
  const checked: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(attrs)) {
    if (value === null || value === undefined) continue // the binding writes null as absence, too
    const spec = Object.hasOwn(specs, name) ? specs[name] : undefined
    if (spec === undefined || !isValid(spec.validate, value)) report(unknown, `${type.name}.${name}`)
    else checked[name] = value
  }
  return checked
}

function isValid(validate: string | ((value: unknown) => void) | undefined, value: unknown): boolean {
  if (typeof validate === 'string') return validate.split('|').includes(typeof value)
  // An attribute without a validator would let any object through, a nested Yjs type included: scalars only.
  if (validate === undefined) return typeof value !== 'object'
  try {
    validate(value)
    return true
  } catch (error) {
    if (error instanceof RangeError) return false // ProseMirror's validators answer by throwing
    throw error
  }
}

function reportMisplaced(parent: NodeType, children: readonly Node[], unknown: Set<string>): void {
  let match = parent.contentMatch
  for (const child of children) {
    const next = match.matchType(child.type)
    if (next === null) report(unknown, `${child.type.name} in ${parent.name}`)
    else match = next
    for (const mark of child.marks)
      if (!parent.allowsMarkType(mark.type)) report(unknown, `${mark.type.name} in ${parent.name}`)
  }
  if (!match.validEnd) report(unknown, `${parent.name} without its content`)
}

function report(unknown: Set<string>, name: string): null {
  if (unknown.size < MAX_NAMES) unknown.add(name.slice(0, MAX_NAME_CHARS))
  return null
}
