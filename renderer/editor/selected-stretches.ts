// What is selected, as stretches of text blocks: the way the library's log names words. Without a selection, the block one is in.
import type { EditorState } from '@tiptap/pm/state'
import type { TextStretch } from '#shared/article/text-stretch.ts'

export function selectedStretches({ doc, selection }: EditorState): TextStretch[] {
  const { $from, empty } = selection
  const hasBlock = empty && $from.parent.isTextblock
  const start = hasBlock ? $from.start() : selection.from
  const end = hasBlock ? $from.end() : selection.to
  const stretches: TextStretch[] = []
  doc.nodesBetween(start, end, (node, pos) => {
    if (!node.isTextblock) return true
    const $pos = doc.resolve(pos)
    const from = Math.max(0, start - pos - 1)
    const to = Math.min(node.content.size, end - pos - 1)
    if (from < to)
      stretches.push({
        path: Array.from({ length: $pos.depth + 1 }, (_, depth) => $pos.index(depth)),
        from,
        to,
        text: node.textBetween(from, to, undefined, '\n'),
      })
    return false
  })
  return stretches
}
