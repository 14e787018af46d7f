// The parsed tree as the converters see it: parse5's default shapes plus the few questions everybody asks of them.
import type { DefaultTreeAdapterTypes } from 'parse5'

export type HtmlElement = DefaultTreeAdapterTypes.Element
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode
export type HtmlNode = DefaultTreeAdapterTypes.ChildNode

export const isElement = (node: HtmlNode | HtmlParent): node is HtmlElement => 'tagName' in node
export const isText = (node: HtmlNode): node is DefaultTreeAdapterTypes.TextNode => node.nodeName === '#text'
export const isComment = (node: HtmlNode): node is DefaultTreeAdapterTypes.CommentNode =>
  node.nodeName === '#comment'

export function attributeOf(element: HtmlElement, name: string): string | null {
  for (const attribute of element.attrs) if (attribute.name === name) return attribute.value
  return null
}

/** Class names, split on whitespace. */
export function classesOf(element: HtmlElement): readonly string[] {
  const value = attributeOf(element, 'class')
  return value === null ? [] : value.split(/\s+/).filter((name) => name !== '')
}

/** Every node below `root` in document order. Iterative: depth is the writer's choice, not ours. */
export function* descendantsOf(root: HtmlParent): Generator<HtmlNode, void, undefined> {
  const stack: { readonly children: readonly HtmlNode[]; index: number }[] = [
    { children: root.childNodes, index: 0 },
  ]
  while (stack.length > 0) {
    const frame = stack[stack.length - 1] as (typeof stack)[number]
    const node = frame.children[frame.index++]
    if (node === undefined) {
      stack.pop()
      continue
    }
    yield node
    if ('childNodes' in node) stack.push({ children: node.childNodes, index: 0 })
  }
}

/** The text below a node, whitespace as written. */
export function rawTextOf(root: HtmlParent): string {
  const parts: string[] = []
  for (const node of descendantsOf(root)) if (isText(node)) parts.push(node.value)
  return parts.join('')
}

/** The text below a node on one line. */
export const lineTextOf = (root: HtmlParent): string => rawTextOf(root).replace(/\s+/g, ' ').trim()
