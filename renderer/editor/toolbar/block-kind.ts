// What the block-kind menu offers and what it says when the caret is in something else.
import type { EditorState } from '@tiptap/pm/state'
import type { ActionId } from '#shared/actions/actions.ts'

export const BLOCK_KINDS: readonly { readonly id: ActionId; readonly label: string }[] = [
  { id: 'format.paragraph', label: 'Paragraph' },
  { id: 'format.heading-2', label: 'Heading 2' },
  { id: 'format.heading-3', label: 'Heading 3' },
  { id: 'format.heading-4', label: 'Heading 4' },
]

const NAMES: Readonly<Record<string, string>> = {
  kicker: 'Kicker',
  headline: 'Headline',
  standfirst: 'Standfirst',
  bulletList: 'Bullet list',
  orderedList: 'Numbered list',
  blockQuote: 'Quote',
  pullQuote: 'Pull quote',
  figure: 'Picture',
  tableBlock: 'Table',
  factBox: 'Fact box',
  stash: 'Stash',
  horizontalRule: 'Rule',
}

export function blockKindAt(state: EditorState): string {
  const { $from } = state.selection
  const block = $from.depth > 0 ? $from.node(1) : $from.nodeAfter
  return NAMES[block?.type.name ?? ''] ?? 'Paragraph'
}
