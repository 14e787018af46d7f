// A node of the story as plain elements, without an editor. What this grammar does not know is shown as its text under a quiet
// label; nothing is hidden and nothing can be changed.
import { createElement, Fragment, type ReactNode } from 'react'
import type { MarkJson, NodeJson } from '#shared/article/article.ts'
import { bodyText } from '#shared/article/plain-text.ts'
import { safeHref } from '#shared/schema/safe-href.ts'

/** A node with all that is in it. Recursive: `materialise` and import keep articles below MAX_BLOCK_DEPTH. */
export function readOnlyNode(node: NodeJson): ReactNode {
  if (node.text !== undefined) return withMarks(node.text, node.marks ?? [])
  if (node.content === undefined && HIDDEN_WHEN_EMPTY.has(node.type)) return null
  return readOnlyShell(node, readOnlyContent(node))
}

/** All that is in a node. */
export function readOnlyContent(node: NodeJson): ReactNode {
  return node.content?.map((child, index) => <Fragment key={index}>{readOnlyNode(child)}</Fragment>)
}

/** What may be added to a node's element: how it is found again, and how it looks. */
export interface ShellProps {
  readonly className?: string | undefined
  readonly [data: `data-${string}`]: string | undefined
}

/** A node's own element around something else than its content. */
export function readOnlyShell(node: NodeJson, inside: ReactNode, props: ShellProps = {}): ReactNode {
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'paragraph':
      return <p {...props}>{inside}</p>
    case 'headline':
      return (
        <h1 {...props} data-stet="headline">
          {inside}
        </h1>
      )
    case 'kicker':
    case 'standfirst':
    case 'caption':
    case 'credit':
    case 'quoteSource':
    case 'factTitle':
    case 'tableCaption':
      return (
        <p {...props} data-stet={node.type}>
          {inside}
        </p>
      )
    case 'heading':
      return createElement(headingTag(attrs['level']), props, inside)
    case 'blockQuote':
      return <blockquote {...props}>{inside}</blockquote>
    case 'bulletList':
      return <ul {...props}>{inside}</ul>
    case 'orderedList':
      return (
        <ol {...props} start={typeof attrs['start'] === 'number' ? attrs['start'] : 1}>
          {inside}
        </ol>
      )
    case 'listItem':
      return <li {...props}>{inside}</li>
    case 'pullQuote':
    case 'factBox':
      return (
        <aside {...props} role="note" data-stet={node.type}>
          {inside}
        </aside>
      )
    case 'stash':
    case 'tableBlock':
      return (
        <div {...props} data-stet={node.type}>
          {inside}
        </div>
      )
    case 'figure':
      return (
        <figure {...props}>
          <ReadOnlyPicture node={node} />
          {inside}
        </figure>
      )
    case 'table':
      return (
        <table {...props}>
          <tbody>{inside}</tbody>
        </table>
      )
    case 'tableRow':
      return <tr {...props}>{inside}</tr>
    case 'tableHeader':
      return (
        <th {...props} {...span(attrs)}>
          {inside}
        </th>
      )
    case 'tableCell':
      return (
        <td {...props} {...span(attrs)}>
          {inside}
        </td>
      )
    case 'horizontalRule':
      return <hr {...props} />
    case 'hardBreak':
      return <br />
    default:
      return <Unknown node={node} />
  }
}

/** The picture of a figure, without its caption and credit; nothing when the figure names none of the library's. */
export function ReadOnlyPicture({ node }: { readonly node: NodeJson }) {
  const { assetId, alt, width, height } = node.attrs ?? {}
  return typeof assetId === 'string' && /^[0-9a-f]{64}$/.test(assetId) ? (
    <img
      src={`media://library/${assetId}`}
      alt={typeof alt === 'string' ? alt : ''}
      width={sideOf(width)}
      height={sideOf(height)}
      loading="lazy"
      decoding="async"
    />
  ) : null
}

/** Something in the dress that marks give it, the first outermost. */
export function withMarks(inside: ReactNode, marks: readonly MarkJson[]): ReactNode {
  return marks.reduceRight<ReactNode>((inner, mark) => {
    switch (mark.type) {
      case 'strong':
        return <strong>{inner}</strong>
      case 'emphasis':
        return <em>{inner}</em>
      case 'superscript':
        return <sup>{inner}</sup>
      case 'subscript':
        return <sub>{inner}</sub>
      case 'code':
        return <code>{inner}</code>
      case 'languageRun':
        return <span lang={words(mark.attrs?.['lang'])}>{inner}</span>
      case 'link':
        // Shown, not followed: reading a revision must not leave it.
        return (
          <span className="galley-link" title={safeHref(words(mark.attrs?.['href'])) ?? undefined}>
            {inner}
          </span>
        )
      default:
        return <span title={`Not known to this version: ${mark.type}`}>{inner}</span>
    }
  }, inside)
}

/** Lines that say nothing when there is nothing in them. */
const HIDDEN_WHEN_EMPTY: ReadonlySet<string> = new Set([
  'kicker',
  'standfirst',
  'caption',
  'credit',
  'quoteSource',
  'factTitle',
  'tableCaption',
])

/** Spans, because it may stand inside of a paragraph; one line per textblock of what it holds. */
function Unknown({ node }: { readonly node: NodeJson }) {
  return (
    <span className="galley-unknown">
      <span className="galley-unknown-label">Not known to this version: {node.type}</span>
      <span className="galley-unknown-text">{bodyText(node, { withStash: true })}</span>
    </span>
  )
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')
const headingTag = (level: unknown): 'h2' | 'h3' | 'h4' => (level === 3 ? 'h3' : level === 4 ? 'h4' : 'h2')
const sideOf = (side: unknown): number | undefined =>
  typeof side === 'number' && side > 0 ? side : undefined
const span = (attrs: Readonly<Record<string, unknown>>) => ({
  colSpan: sideOf(attrs['colspan']),
  rowSpan: sideOf(attrs['rowspan']),
})
