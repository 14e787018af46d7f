// Markdown to HTML, only as a way station: raw HTML inside Markdown and Markdown itself then pass through one and the same door
// (html-to-content.ts). Nothing of it is ever shown or stored.
import type { Definition, Nodes, Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'

/** Quotation marks `>` kept at the start of a line; the parser is quadratic in open containers. */
const MAX_QUOTE_MARKS = 40
/** Spaces kept at the start of a line: list levels in use need far fewer. */
const MAX_INDENT = 200
/** List markers in a row kept on one line ("- - - -"). */
const MAX_LIST_MARKS = 40
/** Lines without a blank one between; tables and reference lists of an article are shorter, the parser is quadratic in them. */
const MAX_BLOCK_LINES = 400
/** Characters after which a document is cut at the next place where nothing is open. */
const PIECE_CHARS = 20_000
/** Signs in one piece that may open and close something; matching them is quadratic. Beyond it the piece is plain text. */
const MAX_OPENERS = 4_000

/** `isLate` is asked between pieces: once it says so, the rest is taken as plain text. */
export function markdownToHtml(markdown: string, isLate: () => boolean = () => false): string {
  const lines = tamed(markdown)
  const pieces = piecesOf(lines)
  // Link definitions count wherever they stand, so each piece gets those of the others.
  const definitions = pieces.length === 1 ? '' : lines.filter((line) => DEFINITION.test(line)).join('\n')
  const shared = definitions.length > PIECE_CHARS ? '' : definitions
  return pieces.map((piece) => (isLate() ? plainHtml(piece) : pieceToHtml(piece, shared))).join('')
}

const DEFINITION = /^ {0,3}\[[^\]]{1,200}\]:\s*\S{1,2000}/

function pieceToHtml(piece: string, definitions: string): string {
  if ((piece.match(/[[\]*_`<&]/g)?.length ?? 0) > MAX_OPENERS) return plainHtml(piece)
  const tree = fromMarkdown(definitions === '' ? piece : `${piece}\n\n${definitions}`, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  return toHtml(tree)
}

const plainHtml = (piece: string): string =>
  piece
    .split(/\n[ \t]*\n/)
    .map((text) => `<p>${escaped(text)}</p>\n`)
    .join('')

/** Cut where a blank line is followed by plain text at the margin, outside fenced code: there nothing is open. */
function piecesOf(lines: readonly string[]): string[] {
  const pieces: string[] = []
  let piece: string[] = []
  let size = 0
  let fence = ''
  let isAfterBlank = true
  for (const line of lines) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]
    if (mark !== undefined) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence
    if (size > PIECE_CHARS && isAfterBlank && fence === '' && /^[^\s>|<*+\-\d]/.test(line)) {
      pieces.push(piece.join('\n'))
      piece = []
      size = 0
    }
    piece.push(line)
    size += line.length + 1
    isAfterBlank = line.trim() === ''
  }
  pieces.push(piece.join('\n'))
  return pieces
}

function tamed(markdown: string): string[] {
  const lines: string[] = []
  let run = 0
  for (const line of markdown.split('\n')) {
    run = line.trim() === '' ? 0 : run + 1
    if (run > MAX_BLOCK_LINES) {
      lines.push('')
      run = 1
    }
    lines.push(tamedLine(line))
  }
  return lines
}

function tamedLine(line: string): string {
  const marks = /^[\s>]*/.exec(line)?.[0] ?? ''
  const quotes = marks.split('>').length - 1
  if (quotes > MAX_QUOTE_MARKS) return `${'> '.repeat(MAX_QUOTE_MARKS)}${line.slice(marks.length)}`
  if (quotes === 0 && marks.length > MAX_INDENT) return ' '.repeat(MAX_INDENT) + line.slice(marks.length)
  const bullets = /^\s*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*/.exec(line)?.[0] ?? ''
  const tokens = bullets.split(/\s+/).filter((token) => token !== '')
  return tokens.length > MAX_LIST_MARKS
    ? `${tokens.slice(0, MAX_LIST_MARKS).join(' ')} ${line.slice(bullets.length)}`
    : line
}

interface Open {
  readonly children: readonly Nodes[]
  index: number
  readonly close: string
  /** Cells of a table's first row. */
  readonly cell: 'th' | 'td'
}

/** Written with a stack of its own: depth is the writer's choice. */
function toHtml(root: Root): string {
  const definitions = definitionsOf(root)
  let html = ''
  const stack: Open[] = [{ children: root.children, index: 0, close: '', cell: 'td' }]
  for (let top = stack[stack.length - 1]; top !== undefined; top = stack[stack.length - 1]) {
    const node = top.children[top.index++]
    if (node === undefined) {
      html += top.close
      stack.pop()
      continue
    }
    const [open, close] = tagsOf(node, top, definitions)
    html += open
    if ('children' in node)
      stack.push({
        children: node.children,
        index: 0,
        close,
        cell: node.type === 'tableRow' && top.index === 1 ? 'th' : 'td',
      })
    else html += close
  }
  return html
}

function tagsOf(
  node: Nodes,
  parent: Open,
  definitions: ReadonlyMap<string, Definition>,
): readonly [open: string, close: string] {
  switch (node.type) {
    case 'paragraph':
      return isPictureAlone(node.children) ? ['', '\n'] : ['<p>', '</p>\n']
    case 'heading':
      return [`<h${node.depth}>`, `</h${node.depth}>\n`]
    case 'blockquote':
      return ['<blockquote>\n', '</blockquote>\n']
    case 'list':
      return node.ordered === true ? [`<ol start="${node.start ?? 1}">\n`, '</ol>\n'] : ['<ul>\n', '</ul>\n']
    case 'listItem':
      return ['<li>', '</li>\n']
    case 'thematicBreak':
      return ['<hr>\n', '']
    case 'code':
      return [`<pre>${escaped(node.value)}</pre>\n`, '']
    case 'inlineCode':
      return [`<code>${escaped(node.value)}</code>`, '']
    case 'emphasis':
      return ['<em>', '</em>']
    case 'strong':
      return ['<strong>', '</strong>']
    case 'break':
      return ['<br>', '']
    case 'text':
      return [escaped(node.value), '']
    case 'html':
      return [rawHtml(node.value, parent), '']
    case 'link':
      return [`<a href="${escaped(node.url)}">`, '</a>']
    case 'linkReference':
      return [`<a href="${escaped(definitions.get(node.identifier)?.url ?? '')}">`, '</a>']
    case 'image':
      return [pictureHtml(node.url, node.alt ?? '', node.title ?? ''), '']
    case 'imageReference': {
      const definition = definitions.get(node.identifier)
      return [pictureHtml(definition?.url ?? '', node.alt ?? '', definition?.title ?? ''), '']
    }
    case 'table':
      return ['<table>\n', '</table>\n']
    case 'tableRow':
      return ['<tr>', '</tr>\n']
    case 'tableCell':
      return [`<${parent.cell}>`, `</${parent.cell}>`]
    case 'root':
    case 'definition':
    // Of extensions that are not used here.
    case 'delete':
    case 'footnoteDefinition':
    case 'footnoteReference':
    case 'yaml':
      return ['', '']
  }
}

function definitionsOf(root: Root): ReadonlyMap<string, Definition> {
  const definitions = new Map<string, Definition>()
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    // Popped from the end of the document: the first definition of a name is set last and wins, as CommonMark says.
    if (node.type === 'definition') definitions.set(node.identifier, node)
    if ('children' in node) for (const child of node.children) stack.push(child)
  }
  return definitions
}

const isPictureAlone = (children: readonly Nodes[]): boolean =>
  children.length === 1 && (children[0]?.type === 'image' || children[0]?.type === 'imageReference')

/** The two lines of a picture's title are its caption and its credit. */
function pictureHtml(url: string, alt: string, title: string): string {
  const image = `<img src="${escaped(url)}" alt="${escaped(alt)}">`
  if (title.trim() === '') return image
  const [caption = '', ...credit] = title.split('\n')
  const creditHtml = credit.length === 0 ? '' : `<span class="credit">${escaped(credit.join(' '))}</span>`
  return `<figure>${image}<figcaption>${escaped(caption)} ${creditHtml}</figcaption></figure>`
}

/** Elements that would swallow the rest of the text when they are not closed in the same piece of HTML. */
const SWALLOWING =
  /<(title|textarea|style|xmp|iframe|noembed|noframes|noscript|script|plaintext|select|template|svg|math|object|video|audio|button)\b/i

function rawHtml(html: string, parent: Open): string {
  const name = SWALLOWING.exec(html)?.[1]
  if (name !== undefined && !isClosed(name.toLowerCase(), html, parent)) return escaped(html)
  const isOpenComment = html.lastIndexOf('<!--') > html.lastIndexOf('-->')
  return isOpenComment ? escaped(html) : html
}

/** In the same piece, or in a later one of the same paragraph. */
function isClosed(name: string, html: string, parent: Open): boolean {
  const end = `</${name}`
  const isIn = (text: string): boolean => text.toLowerCase().includes(end)
  return (
    isIn(html) || parent.children.slice(parent.index).some((node) => node.type === 'html' && isIn(node.value))
  )
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
