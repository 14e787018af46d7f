// Markdown with front matter to an article. What our own export writes comes back the same; other people's Markdown comes
// through the same door as HTML (html-to-content.ts), so nothing outside the grammar can enter.
import type { NodeJson } from '../article/article.ts'
import { NO_STAMPS } from '../article/stamps.ts'
import { composeArticle, textNodes } from './compose-article.ts'
import type { ReceiptLine } from './dropped.ts'
import { htmlToContent } from './html-to-content.ts'
import type { ImageSource } from './imported-image.ts'
import { cleanText } from './inline-runs.ts'
import { markdownToHtml } from './markdown-to-html.ts'
import { type FrontMatter, readFrontMatter, splitFrontMatter } from './read-front-matter.ts'
import type { ImportOptions, ImportedArticle } from './text-to-article.ts'

export interface ImportedPage extends ImportedArticle {
  /** One entry for each figure that waits for its picture, in document order (html-to-content.ts, placePictures). */
  readonly images: readonly ImageSource[]
}
export interface MarkdownOptions extends ImportOptions {
  /** Asked while parsing: once true, the rest is taken as plain text. */
  readonly isLate?: () => boolean
}

const NO_FIELDS: FrontMatter = {
  headline: '',
  standfirst: '',
  kicker: '',
  meta: {},
  stamps: NO_STAMPS,
  lines: [],
}

export function markdownToArticle(markdown: string, options: MarkdownOptions): ImportedPage {
  const text = cleanText(markdown).replace(/\r\n?/g, '\n')
  const lines: ReceiptLine[] = []
  const split = splitFrontMatter(text)
  const read = split === null ? null : readFrontMatter(split.yaml, options)
  if (read !== null && !read.ok)
    lines.push({
      level: 'warning',
      text: `The front matter cannot be read (${read.detail}): it was kept as text.`,
    })
  const fields = read?.ok === true ? read.value : NO_FIELDS
  const body = read?.ok === true && split !== null ? split.body : text
  const html = markdownToHtml(body, options.isLate)
  const hasTitle = fields.headline === '' && html.startsWith('<h1>')
  const converted = htmlToContent(hasTitle ? html.replace('<h1>', '<h1 data-stet="headline">') : html, {
    purpose: 'import',
    keepsHeadingLevels: true,
    language: 'und', // every run that says its language was marked by its writer
  })
  const headline = fields.headline === '' ? (converted.head?.headline ?? []) : textNodes(fields.headline)
  const article = composeArticle({
    kicker: textNodes(fields.kicker),
    headline,
    standfirst: textNodes(fields.standfirst),
    content: converted.content.map(restored).reduce<NodeJson[]>(withTableCaptions, []),
    meta: { language: options.language, ...fields.meta },
  })
  if (headline.length === 0) lines.push({ level: 'warning', text: 'No headline was found.' })
  return {
    article,
    stamps: fields.stamps,
    images: converted.images,
    lines: [...lines, ...fields.lines, ...converted.notices],
  }
}

const SOURCE_DASH = /^[—–―]\s+/

/** The last line of a quote that begins with a dash names its source. */
function restored(node: NodeJson): NodeJson {
  if (node.type === 'tableBlock') return withoutEmptyHead(node)
  const children = node.content ?? []
  const last = children[children.length - 1]
  const run = last?.content?.[0]
  if (node.type !== 'blockQuote' || children.length < 2 || last?.type !== 'paragraph') return node
  if (run?.text === undefined || !SOURCE_DASH.test(run.text)) return node
  const rest = run.text.replace(SOURCE_DASH, '')
  const inline = [...(rest === '' ? [] : [{ ...run, text: rest }]), ...(last.content ?? []).slice(1)]
  if (inline.length === 0) return node
  return { ...node, content: [...children.slice(0, -1), { type: 'quoteSource', content: inline }] }
}

/** Markdown wants a header row; a table that has none is written with an empty one. */
function withoutEmptyHead(block: NodeJson): NodeJson {
  const content = (block.content ?? []).map((child) => {
    const [head, ...rows] = child.content ?? []
    const isEmpty = (head?.content ?? []).every((cell) =>
      (cell.content ?? []).every((line) => (line.content ?? []).length === 0),
    )
    return child.type === 'table' && isEmpty && rows.length > 0 ? { ...child, content: rows } : child
  })
  return { ...block, content }
}

const TABLE_LABEL = /^Table:\s+/

/** A paragraph "Table: ..." right before a table is its caption. */
function withTableCaptions(blocks: NodeJson[], block: NodeJson): NodeJson[] {
  const before = blocks[blocks.length - 1]
  const run = before?.type === 'paragraph' ? before.content?.[0] : undefined
  if (
    block.type === 'tableBlock' &&
    before !== undefined &&
    run?.text !== undefined &&
    TABLE_LABEL.test(run.text)
  ) {
    const rest = run.text.replace(TABLE_LABEL, '')
    const inline = [...(rest === '' ? [] : [{ ...run, text: rest }]), ...(before.content ?? []).slice(1)]
    blocks.pop()
    blocks.push({ ...block, content: [{ type: 'tableCaption', content: inline }, ...(block.content ?? [])] })
  } else blocks.push(block)
  return blocks
}
