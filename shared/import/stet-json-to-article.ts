// Stet's own JSON to an article: checked field by field and against the grammar before anything is made of it.
import { z } from 'zod'
import { articleMetaSchema } from '../article/meta.ts'
import { ARTICLE_VERSION, type NodeJson } from '../article/article.ts'
import { canonicalContent, checkGrammar } from '../article/grammar-check.ts'
import { MAX_BLOCK_DEPTH } from '../article/limits.ts'
import { publicNoteSchema } from '../article/public-note.ts'
import { stampsSchema } from '../article/stamps.ts'
import type { Outcome } from '../errors/outcome.ts'
import { type Result, err, ok } from '../ipc/result.ts'
import { SCHEMA_VERSION } from '../schema/version.ts'
import type { ImportedArticle } from './text-to-article.ts'

export const STET_JSON_FORMAT = 'stet-article'
export const STET_JSON_VERSION = 1

/** The frame alone: enough to know whether this Stet may read what is inside. */
const frameSchema = z.looseObject({
  format: z.literal(STET_JSON_FORMAT),
  formatVersion: z.number().int().min(1),
  article: z.looseObject({ schemaVersion: z.number().int().min(1) }),
})
/** Content is checked against the grammar, not by shape: a recursive schema would not survive a deep file. */
const fileSchema = z.strictObject({
  format: z.literal(STET_JSON_FORMAT),
  formatVersion: z.literal(STET_JSON_VERSION),
  article: z.strictObject({
    version: z.literal(ARTICLE_VERSION),
    schemaVersion: z.number().int().min(1),
    content: z.unknown(),
    meta: articleMetaSchema,
  }),
  stamps: stampsSchema,
  /** A record of where they were made: an article that is taken in begins its own. */
  notes: z.array(publicNoteSchema),
})

export type JsonImport = Result<
  ImportedArticle,
  Outcome<'SchemaTooNew' | 'UnknownContent'> | { readonly type: 'Unreadable'; readonly detail: string }
>

/** Whether a text looks like this format, whatever its file is called. */
export const looksLikeStetJson = (text: string): boolean =>
  /^\s*\{/.test(text) && text.slice(0, 4_000_000).includes(`"${STET_JSON_FORMAT}"`)

export function stetJsonToArticle(text: string): JsonImport {
  const unreadable = (detail: string): JsonImport => err({ type: 'Unreadable', detail })
  if (jsonDepth(text) > MAX_BLOCK_DEPTH * 3) return unreadable('it is nested deeper than any article')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return unreadable('it is not valid JSON')
    throw error
  }
  const frame = frameSchema.safeParse(value)
  if (!frame.success) return unreadable('it is JSON, but not an article that Stet exported')
  const { formatVersion, article: inside } = frame.data
  if (formatVersion > STET_JSON_VERSION || inside.schemaVersion > SCHEMA_VERSION)
    return err({
      type: 'SchemaTooNew',
      stored: Math.max(formatVersion, inside.schemaVersion),
      known: SCHEMA_VERSION,
    })
  const file = fileSchema.safeParse(value)
  if (!file.success) {
    const [issue] = file.error.issues
    return unreadable(
      `the field ${issue?.path.join('.') || 'at the top'} is wrong: ${issue?.message ?? 'unknown'}`,
    )
  }
  const { article, stamps, notes } = file.data
  if (!isNode(article.content)) return unreadable('its content is not a list of blocks')
  const checked = checkGrammar(article.content)
  if (!checked.ok) return err({ type: 'UnknownContent', names: [...checked.unknown] })
  const content = canonicalContent(checked.node)
  return ok({
    article: { ...article, version: ARTICLE_VERSION, schemaVersion: SCHEMA_VERSION, content },
    stamps,
    lines: notes.length === 0 ? [] : [{ level: 'info', text: noteLine(notes.length) }],
  })
}

const noteLine = (count: number): string =>
  count === 1 ? 'A public note was not taken over.' : `${count} public notes were not taken over.`

/** Every node an object with a type, lists where lists belong. Iterative, so that depth is no danger. */
function isNode(root: unknown): root is NodeJson {
  const stack: unknown[] = [root]
  while (stack.length > 0) {
    const node = stack.pop()
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return false
    const { type, attrs, content, marks, text } = node as Record<string, unknown>
    if (typeof type !== 'string' || (text !== undefined && typeof text !== 'string')) return false
    if (attrs !== undefined && (typeof attrs !== 'object' || attrs === null || Array.isArray(attrs)))
      return false
    if (content !== undefined && !Array.isArray(content)) return false
    if (marks !== undefined && !Array.isArray(marks)) return false
    for (const child of (content ?? []) as unknown[]) stack.push(child)
    for (const mark of (marks ?? []) as unknown[]) stack.push(mark)
  }
  return true
}

/** Brackets open at once, strings left out: known before any parser recurses. */
function jsonDepth(text: string): number {
  let depth = 0
  let deepest = 0
  let isInString = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (isInString) {
      if (code === 92) at++
      else if (code === 34) isInString = false
    } else if (code === 34) isInString = true
    else if (code === 123 || code === 91) deepest = Math.max(deepest, ++depth)
    else if (code === 125 || code === 93) depth--
  }
  return deepest
}
