// The body of the page: a pure walk over the JSON, strings joined.
import type { NodeJson } from '#shared/article/article.ts'
import type { AssetId } from '#shared/article/ids.ts'
import { integerAttribute } from './attributes.ts'
import type { HeadingLevels } from './heading-levels.ts'
import { escapeAttribute } from './html-escape.ts'
import { inlineHtml } from './html-inline.ts'
import { tableHtml } from './html-table.ts'
import { altOf, assetIdOf } from './public-pictures.ts'
import { childrenOf, hasContent } from './story.ts'

export interface PictureSource {
  readonly src: string
  readonly width: number
  readonly height: number
}
export interface BlockContext {
  readonly levels: HeadingLevels
  readonly pictureSource: (assetId: AssetId) => PictureSource
  /** 1, 2, 3 ... for ids on the page. */
  readonly nextTable: () => number
  /** What a table without a caption is called, before its number. */
  readonly tableLabel: string
}

export function blocksHtml(blocks: readonly NodeJson[], context: BlockContext): string {
  let html = ''
  for (const block of blocks) if (hasContent(block)) html += blockHtml(block, context)
  return html
}

/** The same for blocks that are known to have something to show. */
export function shownBlocksHtml(blocks: readonly NodeJson[], context: BlockContext): string {
  let html = ''
  for (const block of blocks) html += blockHtml(block, context)
  return html
}

export function figureHtml(figure: NodeJson, context: BlockContext, loading: 'eager' | 'lazy'): string {
  const { src, width, height } = context.pictureSource(assetIdOf(figure))
  const lazy = loading === 'lazy' ? ' loading="lazy"' : ''
  const caption = figureLine(figure, 'caption')
  const credit = figureLine(figure, 'credit')
  const separator = caption !== '' && credit !== '' ? ' ' : ''
  const figcaption =
    caption + credit === '' ? '' : `<figcaption>${caption}${separator}${credit}</figcaption>\n`
  return `<figure>\n<img src="${escapeAttribute(src)}" width="${width}" height="${height}" alt="${escapeAttribute(altOf(figure))}"${lazy}>\n${figcaption}</figure>\n`
}

/** Blocks inside an item or a cell; a single paragraph needs no element of its own. */
export function flowHtml(blocks: readonly NodeJson[], context: BlockContext): string {
  const shown = blocks.filter(hasContent)
  const [first, ...rest] = shown
  if (first === undefined) return ''
  if (first.type !== 'paragraph' || rest.some((block) => block.type === 'paragraph'))
    return `\n${blocksHtml(shown, context)}`
  const tail = rest.length === 0 ? '' : `\n${blocksHtml(rest, context)}`
  return inlineHtml(first.content ?? []) + tail
}

function blockHtml(block: NodeJson, context: BlockContext): string {
  const content = block.content ?? []
  switch (block.type) {
    case 'paragraph':
      return `<p>${inlineHtml(content)}</p>\n`
    case 'heading': {
      const level = context.levels.next(integerAttribute(block, 'level', 2))
      return `<h${level}>${inlineHtml(content)}</h${level}>\n`
    }
    case 'blockQuote':
      return `<blockquote>\n${quoteHtml(content, context)}</blockquote>\n`
    case 'pullQuote':
      return `<aside class="pull-quote">\n${quoteHtml(content, context)}</aside>\n`
    case 'bulletList':
      return `<ul>\n${itemsHtml(content, context)}</ul>\n`
    case 'orderedList': {
      const start = integerAttribute(block, 'start', 1)
      return `<ol${start === 1 ? '' : ` start="${start}"`}>\n${itemsHtml(content, context)}</ol>\n`
    }
    case 'figure':
      return figureHtml(block, context, 'lazy')
    case 'tableBlock':
      return tableHtml(block, {
        nextTable: context.nextTable,
        label: context.tableLabel,
        flow: (cell) => flowHtml(cell, context),
      })
    case 'horizontalRule':
      return '<hr>\n'
    case 'factBox':
      return factBoxHtml(content, context)
    case 'stash':
      return ''
    default:
      throw new Error(`No block rendering for node ${block.type}`)
  }
}

/** The source comes last whatever the order a merge left; it is marked as what it is, not as part of the quotation. */
function quoteHtml(content: readonly NodeJson[], context: BlockContext): string {
  const words = content.filter((child) => child.type !== 'quoteSource')
  const sources = content.filter((child) => child.type === 'quoteSource' && hasContent(child))
  const footers = sources.map((source) => `<footer>${inlineHtml(source.content ?? [])}</footer>\n`)
  return blocksHtml(words, context) + footers.join('')
}

function itemsHtml(items: readonly NodeJson[], context: BlockContext): string {
  let html = ''
  for (const item of items)
    if (hasContent(item)) html += `<li>${flowHtml(item.content ?? [], context)}</li>\n`
  return html
}

function factBoxHtml(content: readonly NodeJson[], context: BlockContext): string {
  const levels = context.levels.below()
  const inside: BlockContext = { ...context, levels }
  let html = ''
  for (const child of content) {
    if (!hasContent(child)) continue
    if (child.type === 'factTitle') {
      const level = levels.next(1)
      html += `<h${level}>${inlineHtml(child.content ?? [])}</h${level}>\n`
    } else html += blockHtml(child, inside)
  }
  return `<aside class="fact-box">\n${html}</aside>\n`
}

function figureLine(figure: NodeJson, type: 'caption' | 'credit'): string {
  const lines = childrenOf(figure, type).filter(hasContent)
  const html = lines.map((line) => inlineHtml(line.content ?? [])).join(' ')
  return html === '' ? '' : `<span class="${type}">${html}</span>`
}
