// All matches in the story, in slices. What was found in a block is remembered with its node, so that a search after an edit looks only
// at what changed.
import type { Node } from '@tiptap/pm/model'
import { createFinder, type FindQuery, type Found } from './find-in-text.ts'

export interface StorySearch {
  /** Searches on until all is searched or `isOver` says stop; true when all is searched. */
  advance(isOver: () => boolean): boolean
  /** Positions in the document, in order, as far as it is searched. */
  readonly matches: readonly Found[]
}

/** Matches per top-level block, relative to its start. One cache per query. */
export type FoundInBlocks = WeakMap<Node, readonly Found[]>

export function searchStory(doc: Node, query: FindQuery, cache: FoundInBlocks): StorySearch {
  const find = createFinder(query)
  const matches: Found[] = []
  let index = 0
  let at = 0
  return {
    matches,
    advance(isOver) {
      if (find === null) return true
      while (index < doc.childCount) {
        const block = doc.child(index)
        let found = cache.get(block)
        if (found === undefined) {
          if (isOver()) return false
          found = searchBlock(block, find)
          cache.set(block, found)
        }
        for (const { from, to } of found) matches.push({ from: at + from, to: at + to })
        at += block.nodeSize
        index += 1
      }
      return true
    },
  }
}

function searchBlock(block: Node, find: (text: string) => readonly Found[]): readonly Found[] {
  if (block.isTextblock) return searchTextblock(block, 1, find)
  const found: Found[] = []
  block.descendants((node, offset) => {
    if (node.isTextblock) found.push(...searchTextblock(node, offset + 2, find))
    return !node.isTextblock
  })
  return found
}

function searchTextblock(node: Node, start: number, find: (text: string) => readonly Found[]): Found[] {
  const text = node.textBetween(0, node.content.size, undefined, '\n')
  return find(text).map(({ from, to }) => ({ from: start + from, to: start + to }))
}

/** Index of the first match that begins at or after a position; the number of matches when there is none. */
export function firstMatchFrom(matches: readonly Found[], position: number): number {
  let low = 0
  let high = matches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((matches[middle] as Found).from < position) low = middle + 1
    else high = middle
  }
  return low
}
