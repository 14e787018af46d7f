// Articles for tests: say what the test is about, nothing else.
import { ARTICLE_VERSION, type Article, type MarkJson, type NodeJson } from '#shared/article/article.ts'
import { checkGrammar, canonicalContent } from '#shared/article/grammar-check.ts'
import { type ArticleMeta, EMPTY_META } from '#shared/article/meta.ts'
import { SCHEMA_VERSION } from '#shared/schema/version.ts'

export const text = (value: string, ...marks: (string | MarkJson)[]): NodeJson => ({
  type: 'text',
  text: value,
  ...(marks.length === 0
    ? {}
    : { marks: marks.map((mark) => (typeof mark === 'string' ? { type: mark } : mark)) }),
})

/** A node; strings become text nodes. */
export const node = (type: string, ...content: (string | NodeJson)[]): NodeJson => ({
  type,
  ...(content.length === 0
    ? {}
    : { content: content.map((child) => (typeof child === 'string' ? text(child) : child)) }),
})

export const withAttrs = (attrs: Record<string, unknown>, base: NodeJson): NodeJson => ({ ...base, attrs })
export const paragraph = (...content: (string | NodeJson)[]): NodeJson => node('paragraph', ...content)
export const table = (...rows: string[][]): NodeJson =>
  node(
    'tableBlock',
    node(
      'table',
      ...rows.map((cells) => node('tableRow', ...cells.map((cell) => node('tableCell', paragraph(cell))))),
    ),
  )

/** A canonical article. `body` strings become paragraphs. */
export function article(
  parts: {
    readonly kicker?: string
    readonly headline?: string
    readonly standfirst?: string
    readonly body?: readonly (string | NodeJson)[]
    readonly meta?: Partial<ArticleMeta>
  } = {},
): Article {
  const head = (type: string, value: string | undefined): NodeJson =>
    value === undefined || value === '' ? node(type) : node(type, value)
  const checked = checkGrammar(
    node(
      'doc',
      head('kicker', parts.kicker),
      head('headline', parts.headline ?? 'Ministry answers'),
      head('standfirst', parts.standfirst),
      ...(parts.body ?? ['The ministry answered on Tuesday.']).map((block) =>
        typeof block === 'string' ? paragraph(block) : block,
      ),
    ),
  )
  if (!checked.ok) throw new Error(`test article outside the grammar: ${checked.unknown.join(', ')}`)
  return {
    version: ARTICLE_VERSION,
    schemaVersion: SCHEMA_VERSION,
    content: canonicalContent(checked.node),
    meta: { ...EMPTY_META, ...parts.meta },
  }
}
