// Markdown: CommonMark with GFM tables and YAML front matter. What CommonMark can say comes back the same; the rest degrades
// to the nearest thing readers of plain Markdown know (a pull quote to a quote, a fact box to a quote with a title).
import { gfmTableToMarkdown } from 'mdast-util-gfm-table'
import { toMarkdown } from 'mdast-util-to-markdown'
import type { BlockContent, ListItem, PhrasingContent, TableRow } from 'mdast'
import { bylineText } from '#shared/article/byline.ts'
import { DATELINE_DASH, datelineText } from '#shared/article/dateline.ts'
import type { NodeJson } from '#shared/article/article.ts'
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import { inlineText } from '#shared/article/plain-text.ts'
import { urlSlugOf } from '#shared/article/url-slug.ts'
import { integerAttribute } from './attributes.ts'
import { frontMatter } from './front-matter.ts'
import { cleanText } from './html-escape.ts'
import { inlineMarkdown } from './markdown-inline.ts'
import { type NoteFact, noteFacts } from './page-facts.ts'
import { altOf, assetIdOf, pictureFolder, pictureName, pictureOf, publicAssetIds } from './public-pictures.ts'
import { asReadersGet, retractionOf } from './retraction.ts'
import { childrenOf, hasContent, storyOf } from './story.ts'
import { tableGrid, tableMatrix } from './table-grid.ts'

/** The text first, its pictures after it: Markdown has no way to hold a picture inside. */
export function exportMarkdown(given: ExportInput): ExportFile[] {
  const input = asReadersGet(given)
  const slug = urlSlugOf(input.article)
  const page: ExportFile = {
    name: `${slug === '' ? 'article' : slug}.md`,
    mime: 'text/markdown',
    bytes: Buffer.from(pageMarkdown(input), 'utf8'),
  }
  const pictures = publicAssetIds(input.article.content).map((assetId) => {
    const picture = pictureOf(input.pictures, assetId)
    const name = `${pictureFolder(slug)}/${pictureName(assetId, picture)}`
    return { name, mime: picture.mime, bytes: picture.bytes }
  })
  return [page, ...pictures]
}

/** Front matter, then the body. */
export const markdownText = (input: ExportInput): string => pageMarkdown(asReadersGet(input))

/** Notes stand among the fields, as headline and byline do: the body is the story alone and comes back as it was. */
function pageMarkdown(input: ExportInput): string {
  const { lead, body } = storyOf(input.article.content)
  const blocks = lead === null ? body : [lead, ...body]
  return `${frontMatter(input)}\n${serialise(blocks.flatMap((block) => blockMarkdown(block, input)))}`
}

/** For the clipboard: the article as readers see it, headline first, without front matter. */
export function markdownFragment(given: ExportInput): string {
  const input = asReadersGet(given)
  const { kicker, headline, standfirst, lead, body } = storyOf(input.article.content)
  const byline = cleanText(bylineText(input.article.meta))
  const head: BlockContent[] = [
    ...(kicker.length === 0 ? [] : [paragraph(inlineMarkdown(kicker))]),
    ...(headline.length === 0
      ? []
      : [{ type: 'heading' as const, depth: 1 as const, children: inlineMarkdown(headline) }]),
    ...(standfirst.length === 0 ? [] : [paragraph(inlineMarkdown(standfirst))]),
    ...(byline === '' ? [] : [paragraph([{ type: 'text', value: byline }])]),
  ]
  const blocks = (lead === null ? body : [lead, ...body]).flatMap((block) => blockMarkdown(block, input))
  const notes = noteFacts(input)
  // A retraction is the whole body, under its name and time.
  if (retractionOf(input.notes) !== null) return serialise([...head, ...noteMarkdown(notes)])
  const place = (where: 'high' | 'low') => noteMarkdown(notes.filter((note) => note.placement === where))
  return serialise([...head, ...place('high'), ...withDateline(blocks, input), ...place('low')])
}

/** Kind and time, then the words. */
const noteMarkdown = (notes: readonly NoteFact[]): BlockContent[] =>
  notes.flatMap(({ label, at, lines }) => [
    paragraph([
      { type: 'strong', children: [{ type: 'text', value: label }] },
      { type: 'text', value: ` (${at.words})` },
    ]),
    ...lines.map((line) => paragraph([{ type: 'text', value: cleanText(line) }])),
  ])

/** As on the page: run in to the first paragraph, or on a line of its own. */
function withDateline(blocks: readonly BlockContent[], { article: { meta } }: ExportInput): BlockContent[] {
  const place = cleanText(datelineText(meta))
  if (place === '') return [...blocks]
  const at = blocks.findIndex((block) => !isPicture(block))
  const first = blocks[at]
  if (!meta.datelineRunIn || first?.type !== 'paragraph')
    return [paragraph([{ type: 'text', value: place }]), ...blocks]
  const opening: PhrasingContent = { type: 'text', value: place + DATELINE_DASH }
  return blocks.with(at, { ...first, children: [opening, ...first.children] })
}

const isPicture = (block: BlockContent): boolean =>
  block.type === 'paragraph' && block.children.every((child) => child.type === 'image')

const serialise = (children: BlockContent[]): string =>
  toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      bulletOther: '*',
      // Not the sign of strong: side by side within a word the two would be read as one.
      emphasis: '_',
      rule: '-',
      listItemIndent: 'one',
      extensions: [gfmTableToMarkdown()],
    },
  )

/** What stands before the name of a source, in Markdown and plain text alike; the importer knows it. */
export const SOURCE_DASH = '— '
/** What stands before the caption of a table; the importer knows it. */
export const TABLE_LABEL = 'Table: '

function blockMarkdown(block: NodeJson, input: ExportInput): BlockContent[] {
  if (!hasContent(block)) return []
  const content = block.content ?? []
  const blocks = (nodes: readonly NodeJson[]) => nodes.flatMap((node) => blockMarkdown(node, input))
  switch (block.type) {
    case 'paragraph':
      return [paragraph(inlineMarkdown(content))]
    case 'heading': {
      const depth = integerAttribute(block, 'level', 2) as 2 | 3 | 4
      return [{ type: 'heading', depth, children: inlineMarkdown(content) }]
    }
    case 'blockQuote':
    case 'pullQuote': {
      const words = content.filter((child) => child.type !== 'quoteSource')
      const sources = content.filter((child) => child.type === 'quoteSource')
      return [{ type: 'blockquote', children: [...blocks(words), ...blocks(sources)] }]
    }
    case 'quoteSource':
      return [paragraph([{ type: 'text', value: SOURCE_DASH }, ...inlineMarkdown(content)])]
    case 'bulletList':
      return [{ type: 'list', ordered: false, spread: false, children: items(content, input) }]
    case 'orderedList': {
      // Markdown counts from nought to 999,999,999.
      const start = Math.min(Math.max(integerAttribute(block, 'start', 1), 0), 999_999_999)
      return [{ type: 'list', ordered: true, start, spread: false, children: items(content, input) }]
    }
    case 'figure':
      return [figureMarkdown(block, input)]
    case 'tableBlock':
      return tableMarkdown(block)
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'factBox':
      return [{ type: 'blockquote', children: blocks(content) }]
    case 'factTitle':
      return [paragraph([{ type: 'strong', children: inlineMarkdown(content) }])]
    case 'stash':
      return []
    default:
      throw new Error(`No Markdown for node ${block.type}`)
  }
}

function items(content: readonly NodeJson[], input: ExportInput): ListItem[] {
  return content.filter(hasContent).map((item) => ({
    type: 'listItem',
    spread: false,
    children: (item.content ?? []).flatMap((child) => blockMarkdown(child, input)),
  }))
}

/** Caption and credit are the two lines of the title: the only words Markdown ties to a picture. */
function figureMarkdown(figure: NodeJson, input: ExportInput): BlockContent {
  const assetId = assetIdOf(figure)
  const name = pictureName(assetId, pictureOf(input.pictures, assetId))
  const line = (type: string) =>
    cleanText(childrenOf(figure, type).map(inlineText).join(' ')).replace(/\s+/g, ' ').trim()
  const title = [line('caption'), line('credit')].join('\n').replace(/\n$/, '')
  const url = `${pictureFolder(urlSlugOf(input.article))}/${name}`
  const alt = cleanText(altOf(figure)).replace(/\s+/g, ' ')
  return paragraph([{ type: 'image', url, alt, title: title === '' ? null : title }])
}

function tableMarkdown(block: NodeJson): BlockContent[] {
  const captions = childrenOf(block, 'tableCaption').filter(hasContent)
  const caption = captions.map((line) =>
    paragraph([{ type: 'text', value: TABLE_LABEL }, ...inlineMarkdown(line.content ?? [])]),
  )
  const tables = childrenOf(block, 'table').filter(hasContent)
  return [
    ...caption,
    ...tables.map((table): BlockContent => {
      const grid = tableGrid(childrenOf(table, 'tableRow'))
      const rows = tableMatrix(grid).map(
        (row): TableRow => ({ type: 'tableRow', children: row.map(tableCell) }),
      )
      // GFM wants one header row; a table without one gets an empty one.
      const empty: TableRow = {
        type: 'tableRow',
        children: (rows[0]?.children ?? []).map(() => tableCell(null)),
      }
      return { type: 'table', children: grid.head.length === 0 ? [empty, ...rows] : rows }
    }),
  ]
}

const tableCell = (cell: NodeJson | null): TableRow['children'][number] => ({
  type: 'tableCell',
  children: cellMarkdown(cell?.content ?? []),
})

/** A cell is one line: its paragraphs and list items are parted by the break HTML has for it. */
function cellMarkdown(blocks: readonly NodeJson[]): PhrasingContent[] {
  const lines = blocks.flatMap(linesOf).filter((line) => line.length > 0)
  return lines.flatMap((line, index): PhrasingContent[] => {
    const phrasing = inlineMarkdown(line).map(
      (one): PhrasingContent => (one.type === 'break' ? LINE_BREAK : one),
    )
    return index === 0 ? phrasing : [LINE_BREAK, ...phrasing]
  })
}

const LINE_BREAK: PhrasingContent = { type: 'html', value: '<br>' }

const linesOf = (block: NodeJson): (readonly NodeJson[])[] =>
  block.type === 'paragraph' ? [block.content ?? []] : (block.content ?? []).flatMap(linesOf)

const paragraph = (children: PhrasingContent[]): BlockContent => ({ type: 'paragraph', children })
