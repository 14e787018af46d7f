// The open story for those who read it from outside of the galley: its content, when it rests, and its places.
import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { NodeSelection, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import type { NodeJson } from '#shared/article/article.ts'
import { asOwnUndoStep } from '../../binding/draft-binding.ts'
import { storyJson } from './block-json.ts'

/** A node of the story by child indexes from a top-level block down, and, in one that holds text, words of it. */
export interface StoryPlace {
  readonly block: number
  readonly path: readonly number[]
  /** UTF-16 units of the node's text, a hard break counting as one; without them the node as a whole is meant. */
  readonly words?: { readonly from: number; readonly to: number }
}

export interface StoryAccess {
  /** As far as time allows; null while something is left. Blocks that did not change are the same objects as before. */
  content(isOver: () => boolean): NodeJson | null
  /** Calls back after each change of the text; cheap work only, a key waits for it. */
  onChange(listener: () => void): () => void
  /** Selects the words, or puts the caret at the node, and scrolls there. */
  reveal(place: StoryPlace): void
  /** Puts text in place of words, as one undo step. */
  replace(place: Required<StoryPlace>, text: string): void
}

export function storyAccess(editor: Editor): StoryAccess {
  return {
    content: (isOver) => (editor.isDestroyed ? null : storyJson(editor.state.doc, isOver)),
    onChange(listener) {
      const follow = ({ transaction }: { transaction: Transaction }) => {
        if (transaction.docChanged) listener()
      }
      editor.on('transaction', follow)
      return () => void editor.off('transaction', follow)
    },
    reveal(place) {
      if (editor.isDestroyed) return
      const { doc, tr } = editor.state
      const selection = selectionAt(doc, place)
      if (selection === null) return
      editor.view.dispatch(tr.setSelection(selection).scrollIntoView())
      editor.view.focus()
      // Unseen blocks have estimated heights: the first jump lays them out, the second lands.
      requestAnimationFrame(() => {
        if (!editor.isDestroyed) editor.view.dispatch(editor.state.tr.scrollIntoView())
      })
    },
    replace({ block, path, words }, text) {
      if (editor.isDestroyed) return
      const { doc, tr } = editor.state
      const start = nodeAt(doc, block, path)
      if (start === null || words.to > start.node.content.size) return
      const from = start.at + 1 + words.from
      const to = start.at + 1 + words.to
      const changed = text === '' ? tr.delete(from, to) : tr.insertText(text, from, to)
      editor.view.dispatch(asOwnUndoStep(changed).scrollIntoView())
    },
  }
}

/** The node at the end of a path and the position before it; null when the story is another by now. */
function nodeAt(doc: Node, block: number, path: readonly number[]): { node: Node; at: number } | null {
  let parent = doc
  let inside = 0
  for (const [depth, index] of [block, ...path].entries()) {
    if (index >= parent.childCount) return null
    let at = inside
    for (let before = 0; before < index; before += 1) at += parent.child(before).nodeSize
    const node = parent.child(index)
    if (depth === path.length) return { node, at }
    parent = node
    inside = at + 1
  }
  return null
}

function selectionAt(doc: Node, { block, path, words }: StoryPlace): Selection | null {
  const found = nodeAt(doc, block, path)
  if (found === null) return null
  const { node, at } = found
  if (node.isTextblock) {
    const size = node.content.size
    const from = Math.min(words?.from ?? 0, size)
    return TextSelection.create(doc, at + 1 + from, at + 1 + Math.min(words?.to ?? 0, size))
  }
  return NodeSelection.isSelectable(node) && node.type.spec.selectable !== false
    ? NodeSelection.create(doc, at)
    : Selection.near(doc.resolve(at + 1), 1)
}
