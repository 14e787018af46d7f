// The same look without a replica: revisions, and drafts that may not be edited. What this grammar does not know is shown as its
// text under a quiet label; nothing is hidden and nothing can be changed.
import { createElement, Fragment, type ReactNode } from 'react'
import type { MarkJson, NodeJson } from '#shared/article/article.ts'
import { bodyText } from '#shared/article/plain-text.ts'
import { safeHref } from '#shared/schema/safe-href.ts'
import './galley.css'

export function ReadOnlyArticle({
  content,
  language,
  label = 'Article, read-only',
}: {
  readonly content: NodeJson
  readonly language?: string
  readonly label?: string
}) {
  return (
    <div className="editor-scroll">
      <div className="galley">
        <article
          className="galley-text is-read-only"
          aria-label={label}
          lang={language}
          dir="auto"
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
          tabIndex={0}
        >
          {children(content)}
        </article>
      </div>
    </div>
  )
}

/** Depth-first and recursive: `materialise` and import keep articles below MAX_BLOCK_DEPTH. */
function children(node: NodeJson): ReactNode {
  return node.content?.map((child, index) => <Fragment key={index}>{shown(child)}</Fragment>)
}

function shown(node: NodeJson): ReactNode {
  if (node.text !== undefined) return marked(node.text, node.marks ?? [])
  const attrs = node.attrs ?? {}
  switch (node.type) {
    case 'paragraph':
      return <p>{children(node)}</p>
    case 'headline':
      return <h1 data-stet="headline">{children(node)}</h1>
    case 'kicker':
    case 'standfirst':
    case 'caption':
    case 'credit':
    case 'quoteSource':
    case 'factTitle':
    case 'tableCaption':
      return node.content ? <p data-stet={node.type}>{children(node)}</p> : null
    case 'heading':
      return createElement(headingTag(attrs['level']), null, children(node))
    case 'blockQuote':
      return <blockquote>{children(node)}</blockquote>
    case 'bulletList':
      return <ul>{children(node)}</ul>
    case 'orderedList':
      return <ol start={typeof attrs['start'] === 'number' ? attrs['start'] : 1}>{children(node)}</ol>
    case 'listItem':
      return <li>{children(node)}</li>
    case 'pullQuote':
    case 'factBox':
      return (
        <aside role="note" data-stet={node.type}>
          {children(node)}
        </aside>
      )
    case 'stash':
    case 'tableBlock':
      return <div data-stet={node.type}>{children(node)}</div>
    case 'figure':
      return <Picture node={node} />
    case 'table':
      return (
        <table>
          <tbody>{children(node)}</tbody>
        </table>
      )
    case 'tableRow':
      return <tr>{children(node)}</tr>
    case 'tableHeader':
      return <th {...span(attrs)}>{children(node)}</th>
    case 'tableCell':
      return <td {...span(attrs)}>{children(node)}</td>
    case 'horizontalRule':
      return <hr />
    case 'hardBreak':
      return <br />
    default:
      return <Unknown node={node} />
  }
}

function Picture({ node }: { readonly node: NodeJson }) {
  const { assetId, alt, width, height } = node.attrs ?? {}
  return (
    <figure>
      {typeof assetId === 'string' && /^[0-9a-f]{64}$/.test(assetId) ? (
        <img
          src={`media://library/${assetId}`}
          alt={typeof alt === 'string' ? alt : ''}
          width={sideOf(width)}
          height={sideOf(height)}
          loading="lazy"
          decoding="async"
        />
      ) : null}
      {children(node)}
    </figure>
  )
}

/** Spans, because it may stand inside of a paragraph; one line per textblock of what it holds. */
function Unknown({ node }: { readonly node: NodeJson }) {
  return (
    <span className="galley-unknown">
      <span className="galley-unknown-label">Not known to this version: {node.type}</span>
      <span className="galley-unknown-text">{bodyText(node, { withStash: true })}</span>
    </span>
  )
}

function marked(text: string, marks: readonly MarkJson[]): ReactNode {
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
  }, text)
}

const words = (value: unknown): string => (typeof value === 'string' ? value : '')
const headingTag = (level: unknown): 'h2' | 'h3' | 'h4' => (level === 3 ? 'h3' : level === 4 ? 'h4' : 'h2')
const sideOf = (side: unknown): number | undefined =>
  typeof side === 'number' && side > 0 ? side : undefined
const span = (attrs: Readonly<Record<string, unknown>>) => ({
  colSpan: sideOf(attrs['colspan']),
  rowSpan: sideOf(attrs['rowspan']),
})
