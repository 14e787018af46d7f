// Plain text as wires send it: heads, byline and stamps on lines of their own, paragraphs apart, addresses in angle brackets.
import { bylineText } from '#shared/article/byline.ts'
import { DATELINE_DASH, datelineText } from '#shared/article/dateline.ts'
import type { NodeJson } from '#shared/article/article.ts'
import type { ExportFile, ExportInput } from '#shared/article/export-input.ts'
import { FURNITURE } from '#shared/article/furniture.ts'
import type { ZonedInstant } from '#shared/article/ids.ts'
import { headText } from '#shared/article/plain-text.ts'
import { urlSlugOf } from '#shared/article/url-slug.ts'
import { integerAttribute } from './attributes.ts'
import { cleanText } from './html-escape.ts'
import { type NoteFact, noteFacts, stampFactOf } from './page-facts.ts'
import { asReadersGet, retractionOf } from './retraction.ts'
import { childrenOf, hasContent, storyOf } from './story.ts'
import { tableGrid, tableMatrix } from './table-grid.ts'

export interface TextOptions {
  /** Characters of a line, or null to leave paragraphs on one line each. */
  readonly wrapAt: number | null
}

export function exportText(input: ExportInput, options: TextOptions = { wrapAt: null }): ExportFile[] {
  const slug = urlSlugOf(input.article)
  const bytes = Buffer.from(plainText(input, options), 'utf8')
  return [{ name: `${slug === '' ? 'article' : slug}.txt`, mime: 'text/plain', bytes }]
}

export function plainText(given: ExportInput, options: TextOptions = { wrapAt: null }): string {
  const input = asReadersGet(given)
  const { article, stamps, profile } = input
  const { content, meta } = article
  const words = FURNITURE[profile.furnitureLanguage]
  const story = storyOf(content)
  const stamp = (label: string, at: ZonedInstant | null) =>
    at === null ? '' : labelled(label, stampFactOf(at, profile).words)
  const head = [
    headText(content, 'kicker').trim() || meta.section.trim(),
    headText(content, 'headline').trim(),
    headText(content, 'standfirst').trim(),
    bylineText(meta),
    [
      stamp(words.published, stamps.published),
      stamps.published === null ? '' : stamp(words.updated, stamps.updated),
    ]
      .filter((line) => line !== '')
      .join('\n'),
  ]
  const note = meta.readerNote.trim()
  const notes = noteFacts(input)
  const place = (where: 'high' | 'low') => notes.filter((one) => one.placement === where).map(noteText)
  const blocks = [
    ...head.map(cleanText),
    // A retraction is the whole body, under its name and time.
    ...(retractionOf(input.notes) === null
      ? [
          ...place('high'),
          ...withDateline(input, story.lead === null ? story.body : [story.lead, ...story.body]),
          note === '' ? '' : labelled(words.readerNote, cleanText(note)),
          ...place('low'),
        ]
      : notes.map(noteText)),
  ]
  const lines = blocks
    .filter((block) => block.trim() !== '')
    .join('\n\n')
    .split('\n')
  const wrapped =
    options.wrapAt === null ? lines : lines.flatMap((line) => wrap(line, options.wrapAt ?? Infinity))
  return `${wrapped.map((line) => line.trimEnd()).join('\n')}\n`
}

const noteText = ({ label, at, lines }: NoteFact): string =>
  labelled(`${label.toLocaleUpperCase('und')} (${at.words})`, cleanText(lines.join('\n')))

/** A label that ends in a colon of its own keeps it. */
const labelled = (label: string, text: string): string => `${label.replace(/\s*:$/, '')}: ${text}`

function withDateline(input: ExportInput, blocks: readonly NodeJson[]): string[] {
  const { meta } = input.article
  const { picture } = FURNITURE[input.profile.furnitureLanguage]
  const texts = blocks.map((block) => blockText(block, picture))
  const dateline = cleanText(datelineText(meta))
  if (dateline === '') return texts
  const opening = blocks.findIndex((block) => block.type !== 'figure')
  const first = texts[opening]
  if (!meta.datelineRunIn || first === undefined || blocks[opening]?.type !== 'paragraph')
    return [dateline, ...texts]
  return texts.with(opening, `${dateline}${DATELINE_DASH}${first}`)
}

const QUOTE_INDENT = '    '

/** `picture`: what a picture is called before its caption. */
function blockText(block: NodeJson, picture: string): string {
  const content = (block.content ?? []).filter(hasContent)
  const blocks = (nodes: readonly NodeJson[], gap: string) =>
    nodes
      .map((node) => blockText(node, picture))
      .filter((text) => text !== '')
      .join(gap)
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'caption':
    case 'credit':
    case 'tableCaption':
    case 'factTitle':
      return lineText(block.content ?? [])
    case 'quoteSource':
      return `— ${lineText(block.content ?? [])}`
    case 'blockQuote':
    case 'pullQuote': {
      const isSource = (child: NodeJson) => child.type === 'quoteSource'
      const words = blocks(
        content.filter((child) => !isSource(child)),
        '\n\n',
      )
      const sources = blocks(content.filter(isSource), '\n')
      return indent([words, sources].filter((text) => text !== '').join('\n'), QUOTE_INDENT)
    }
    case 'bulletList':
      return content.map((item) => itemText(item, '- ', picture)).join('\n')
    case 'orderedList': {
      const start = integerAttribute(block, 'start', 1)
      return content.map((item, index) => itemText(item, `${start + index}. `, picture)).join('\n')
    }
    case 'figure':
      return hasContent(block) ? figureText(block, picture) : ''
    case 'tableBlock':
      return tableText(block, picture)
    case 'horizontalRule':
      return '* * *'
    case 'factBox':
      return blocks(content, '\n\n')
    case 'stash':
      return ''
    default:
      throw new Error(`No plain text for node ${block.type}`)
  }
}

function itemText(item: NodeJson, marker: string, picture: string): string {
  const text = textsOf(item.content ?? [], picture).join('\n')
  return marker + indent(text, ' '.repeat(marker.length)).trimStart()
}

const textsOf = (blocks: readonly NodeJson[], picture: string): readonly string[] =>
  blocks.filter(hasContent).map((block) => blockText(block, picture))

function figureText(figure: NodeJson, picture: string): string {
  const line = (type: string) => textsOf(childrenOf(figure, type), picture).join(' ')
  const caption = line('caption')
  const credit = line('credit')
  if (caption === '' && credit === '') return ''
  return `[${picture}: ${[caption, credit].filter((text) => text !== '').join(' / ')}]`
}

function tableText(block: NodeJson, picture: string): string {
  const captions = textsOf(childrenOf(block, 'tableCaption'), picture)
  const rows = childrenOf(block, 'table').flatMap((table) =>
    tableMatrix(tableGrid(childrenOf(table, 'tableRow'))).map((row) =>
      row
        .map((cell) => cellText(cell, picture))
        .join(' | ')
        .trimEnd(),
    ),
  )
  return [...captions, ...rows].join('\n')
}

const cellText = (cell: NodeJson | null, picture: string): string =>
  textsOf(cell?.content ?? [], picture)
    .join('; ')
    .replace(/\n/g, ' ')

/** The words, and after those of a link its address, once, where it is not the words themselves. */
function lineText(nodes: readonly NodeJson[]): string {
  let text = ''
  for (const [index, node] of nodes.entries()) {
    text += node.text === undefined ? '\n' : cleanText(node.text).replace(/\n/g, ' ')
    const href = hrefOf(node)
    if (href !== null && hrefOf(nodes[index + 1]) !== href && node.text !== href) text += ` <${href}>`
  }
  return text.trim()
}

function hrefOf(node: NodeJson | undefined): string | null {
  const href = node?.marks?.find((mark) => mark.type === 'link')?.attrs?.['href']
  return typeof href === 'string' && href !== '' ? href : null
}

const indent = (text: string, by: string): string =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : by + line))
    .join('\n')

/** Between words only; what is longer than a line stays whole. Continued lines keep the indent of the first. */
function wrap(line: string, width: number): string[] {
  const lead = /^\s*/.exec(line)?.[0] ?? ''
  const lines: string[] = []
  let current = lead
  for (const word of line.slice(lead.length).split(' ')) {
    const longer = current === lead ? current + word : `${current} ${word}`
    if (longer.length > width && current !== lead) {
      lines.push(current)
      current = lead + word
    } else current = longer
  }
  return [...lines, current]
}
