// An exported page read back with the parser browsers specify, for tests that ask what a reader's browser would see.
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import type { ExportFile } from '#shared/article/export-input.ts'

export type Element = DefaultTreeAdapterTypes.Element
type ParsedNode = DefaultTreeAdapterTypes.Node

export interface ParsedPage {
  all(tag: string): Element[]
  /** Exactly one. */
  one(tag: string): Element
  /** `content` of every meta with this name or property. */
  meta(name: string): string[]
  /** The JSON-LD block, parsed. */
  readonly jsonLd: Record<string, unknown>
  /** Tags and attribute names in order, without any text or value: what text must never be able to change. */
  readonly structure: string
  readonly text: string
}

export function parsePage(html: string | readonly ExportFile[]): ParsedPage {
  const source = typeof html === 'string' ? html : decodeFile(html[0])
  const root = source.startsWith('<!doctype') ? parse(source) : parseFragment(source)
  const elements = [...walk(root)]
  const all = (tag: string) => elements.filter((element) => element.tagName === tag)
  return {
    all,
    one(tag) {
      const found = all(tag)
      if (found.length !== 1 || found[0] === undefined) throw new Error(`${found.length} elements ${tag}`)
      return found[0]
    },
    meta: (name) =>
      all('meta')
        .filter((meta) => attr(meta, 'name') === name || attr(meta, 'property') === name)
        .map((meta) => attr(meta, 'content') ?? ''),
    get jsonLd() {
      const block = all('script').find((script) => attr(script, 'type') === 'application/ld+json')
      if (block === undefined) throw new Error('no JSON-LD')
      return JSON.parse(textOf(block)) as Record<string, unknown>
    },
    structure: elements
      .map((element) => `<${[element.tagName, ...element.attrs.map(({ name }) => name)].join(' ')}>`)
      .join(''),
    text: textOf(root),
  }
}

export const decodeFile = (file: ExportFile | undefined): string => {
  if (file === undefined) throw new Error('no file')
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(file.bytes)
}

export const attr = (element: Element, name: string): string | undefined =>
  element.attrs.find((attribute) => attribute.name === name)?.value

export const classOf = (element: Element): string => attr(element, 'class') ?? ''

/** The element of this tag whose class is exactly this. */
export function byClass(page: ParsedPage, tag: string, name: string): Element {
  const found = page.all(tag).find((element) => classOf(element) === name)
  if (found === undefined) throw new Error(`no ${tag}.${name}`)
  return found
}

export function textOf(node: ParsedNode): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : ''
}

/** Text without the line breaks of the markup. */
export const wordsOf = (node: ParsedNode): string => textOf(node).replace(/\s+/g, ' ').trim()

export const childTags = (element: Element): string[] =>
  element.childNodes.flatMap((child) => ('tagName' in child ? [child.tagName] : []))

function* walk(node: ParsedNode): Generator<Element> {
  if (!('childNodes' in node)) return
  for (const child of node.childNodes) {
    if ('tagName' in child) yield child
    yield* walk(child)
  }
}
