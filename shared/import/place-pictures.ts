// Puts pictures, once they are in the library, into the figures that wait for them.
import type { NodeJson } from '../article/article.ts'

export interface PlacedPicture {
  readonly assetId: string
  readonly width: number
  readonly height: number
  /** Read from the picture itself: used where the markup had none. */
  readonly caption?: string
  readonly credit?: string
}

/** A figure that names no picture yet. */
export const isPendingFigure = (node: NodeJson): boolean =>
  node.type === 'figure' && (node.attrs?.['assetId'] ?? '') === ''

/** The content with the i-th picture in the i-th figure that waits for one, in document order; null leaves that figure as it is. */
export function placePictures(
  content: readonly NodeJson[],
  pictures: readonly (PlacedPicture | null)[],
): NodeJson[] {
  let next = 0
  return content.map(fill)

  // Recursion is safe: converted content is at most MAX_BLOCK_DEPTH levels deep.
  function fill(node: NodeJson): NodeJson {
    if (isPendingFigure(node)) {
      const picture = pictures[next++] ?? null
      return picture === null ? node : withPicture(node, picture)
    }
    return node.content === undefined || node.type === 'paragraph'
      ? node
      : { ...node, content: node.content.map(fill) }
  }
}

function withPicture(figure: NodeJson, { assetId, width, height, caption, credit }: PlacedPicture): NodeJson {
  const lines = [...(figure.content ?? [])]
  const add = (type: 'caption' | 'credit', text: string | undefined): void => {
    if (text === undefined || text.trim() === '' || lines.some((line) => line.type === type)) return
    lines.push({ type, content: [{ type: 'text', text: text.trim() }] })
  }
  add('caption', caption)
  add('credit', credit)
  return {
    type: 'figure',
    attrs: { ...figure.attrs, assetId, width, height },
    ...(lines.length > 0 ? { content: lines } : {}),
  }
}
