// A live draft read as an article (DR9, DR10): Yjs is read as JSON, nodes are built against the grammar, and the Y.Doc is never
// touched. No helper that renders a fragment into ProseMirror is called here: those delete what the schema does not know.
import * as Y from 'yjs'
import { contentOf } from '../draft/draft-doc.ts'
import { readMeta } from '../draft/meta-map.ts'
import type { Outcome } from '../errors/outcome.ts'
import { err, ok, type Result } from '../ipc/result.ts'
import { SCHEMA_VERSION } from '../schema/version.ts'
import { ARTICLE_VERSION, type Article, type MarkJson, type NodeJson } from './article.ts'
import { canonicalContent, checkGrammar } from './grammar-check.ts'
import { MAX_BLOCK_DEPTH } from './limits.ts'

/**
 * The article a draft stands for. Equal content gives equal bytes. A missing headline or standfirst is left missing and
 * several are all kept: two writers offline may produce either, and no text is worth less than the form.
 */
export function materialise(doc: Y.Doc): Result<Article, Outcome<'UnknownContent' | 'DraftDamaged'>> {
  if (isIncomplete(doc)) return err({ type: 'DraftDamaged', detail: 'some of its changes are missing' })
  const checked = checkGrammar(readAsStored(doc))
  const meta = readMeta(doc)
  if (checked.ok && meta.ok)
    return ok({
      version: ARTICLE_VERSION,
      schemaVersion: SCHEMA_VERSION,
      content: canonicalContent(checked.node),
      meta: meta.value,
    })
  const names = [
    ...(checked.ok ? [] : checked.unknown),
    ...(meta.ok ? [] : meta.error.map((key) => `field ${key}`.slice(0, MAX_KEY_CHARS))),
  ]
  return err({ type: 'UnknownContent', names })
}

/** Content exactly as it lies in the draft, unknown nodes, marks and attributes included: for the read-only view. */
export function readAsStored(doc: Y.Doc): NodeJson {
  const content: NodeJson[] = []
  for (const child of contentOf(doc).toArray()) readChild(child, 1, content)
  return content.length === 0 ? { type: 'doc' } : { type: 'doc', content }
}

/** One block exactly as it lies in the draft. */
export const readElementAsStored = (element: Y.XmlElement): NodeJson => readElement(element, 1)

/** True when the draft refers to changes it does not hold: half of its text may be invisible (RELIABILITY finding 3). */
export function isIncomplete(doc: Y.Doc): boolean {
  return doc.store.pendingStructs !== null || doc.store.pendingDs !== null
}

/** Characters of a foreign meta key that are shown. */
const MAX_KEY_CHARS = 80
/** What the read-only view shows for a thing inside text that is no text: the object replacement character. */
const EMBEDDED = '\ufffc'

type YChild = Y.XmlElement | Y.XmlText | Y.XmlHook

function readChild(child: unknown, depth: number, into: NodeJson[]): void {
  if (child instanceof Y.XmlElement) into.push(readElement(child as Y.XmlElement, depth))
  else if (child instanceof Y.XmlText) for (const run of readText(child)) into.push(run)
  else into.push({ type: 'unknown' })
}

function readElement(element: Y.XmlElement, depth: number): NodeJson {
  const attrs = readAttrs(element.getAttributes())
  const content: NodeJson[] = []
  // Deeper than any article: flattened, because everything that walks a tree recursively would overflow the stack.
  if (depth > MAX_BLOCK_DEPTH + 1) content.push(...flatText(element))
  else for (const child of element.toArray() as YChild[]) readChild(child, depth + 1, content)
  return {
    type: element.nodeName,
    ...(attrs === null ? {} : { attrs }),
    ...(content.length === 0 ? {} : { content }),
  }
}

function readText(text: Y.XmlText): NodeJson[] {
  const runs: NodeJson[] = []
  for (const piece of text.toDelta() as { insert: unknown; attributes?: Record<string, unknown> }[]) {
    if (typeof piece.insert !== 'string') {
      runs.push({ type: 'unknown', content: [{ type: 'text', text: EMBEDDED }] })
      continue
    }
    const marks = Object.entries(piece.attributes ?? {}).map(([name, value]) => readMark(name, value))
    runs.push({ type: 'text', ...(marks.length === 0 ? {} : { marks }), text: piece.insert })
  }
  return runs
}

/** The binding tells apart marks that may overlap themselves by a hash after the name: `subscript--aBcD1234`. */
const HASHED_MARK = /^(.*)--[a-zA-Z0-9+/=]{8}$/s

function readMark(key: string, value: unknown): MarkJson {
  const type = HASHED_MARK.exec(key)?.[1] ?? key
  if (value === null || typeof value !== 'object') return { type, attrs: { value } }
  const attrs = readAttrs(value as Record<string, unknown>)
  return attrs === null ? { type } : { type, attrs }
}

/** Sorted, absent when empty. A value that is no plain JSON (a nested Yjs type) is named by its kind. */
function readAttrs(stored: Record<string, unknown>): Record<string, unknown> | null {
  const attrs: Record<string, unknown> = {}
  let isEmpty = true
  for (const key of Object.keys(stored).sort()) {
    const value = stored[key]
    if (value === undefined || value === null) continue
    attrs[key] = value instanceof Y.AbstractType || value instanceof Uint8Array ? { unreadable: true } : value
    isEmpty = false
  }
  return isEmpty ? null : attrs
}

function flatText(element: Y.XmlElement): NodeJson[] {
  let text = ''
  const waiting: unknown[] = [element]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next instanceof Y.XmlText) for (const run of readText(next)) text += run.text ?? EMBEDDED
    else if (next instanceof Y.XmlElement) waiting.push(...(next.toArray() as unknown[]).reverse())
  }
  return text === '' ? [] : [{ type: 'text', text }]
}
