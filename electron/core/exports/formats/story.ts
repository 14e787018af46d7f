// The public story cut into the places of a page. The stash ends here: nothing downstream of this file ever sees it.
import type { NodeJson } from '#shared/article/article.ts'

export interface Story {
  /** Inline nodes. Heads that a merge doubled are read as one, a space between (as plain-text.ts does). */
  readonly kicker: readonly NodeJson[]
  readonly headline: readonly NodeJson[]
  readonly standfirst: readonly NodeJson[]
  /** A figure that opens the body belongs to the head of the page. */
  readonly lead: NodeJson | null
  /** Blocks that have something to show, in order. */
  readonly body: readonly NodeJson[]
}

type HeadType = 'kicker' | 'headline' | 'standfirst'

export function storyOf(content: NodeJson): Story {
  const heads: Record<HeadType, NodeJson[]> = { kicker: [], headline: [], standfirst: [] }
  const blocks: NodeJson[] = []
  for (const block of content.content ?? []) {
    if (block.type === 'kicker' || block.type === 'headline' || block.type === 'standfirst')
      addHead(heads[block.type], block)
    else if (block.type !== 'stash' && hasContent(block)) blocks.push(block)
  }
  const first = blocks[0]
  const lead = first?.type === 'figure' ? first : null
  return { ...heads, lead, body: lead === null ? blocks : blocks.slice(1) }
}

/** False for what an editor leaves behind: empty paragraphs and lists, figures without a picture. */
export function hasContent(node: NodeJson): boolean {
  if (node.text !== undefined) return /\S/.test(node.text)
  if (node.type === 'horizontalRule') return true
  if (node.type === 'figure')
    return typeof node.attrs?.['assetId'] === 'string' && node.attrs['assetId'] !== ''
  for (const child of node.content ?? []) if (hasContent(child)) return true
  return false
}

/** Children of one type, in order. */
export const childrenOf = (node: NodeJson, type: string): readonly NodeJson[] =>
  (node.content ?? []).filter((child) => child.type === type)

function addHead(parts: NodeJson[], head: NodeJson): void {
  if (!hasContent(head)) return
  if (parts.length > 0) parts.push({ type: 'text', text: ' ' })
  parts.push(...(head.content ?? []))
}
