// What menus and toolbar depend on, as one short string: it changes when the caret moves into another block or mark, and not
// while one types along. Cheap enough for every key.
import type { EditorState } from '@tiptap/pm/state'
import { bindingOf } from './extensions/draft-content/draft-content.ts'

export function caretPlace(state: EditorState): string {
  const { $from, from, to, empty } = state.selection
  let place = empty ? '' : `${from}-${to} `
  for (let depth = 1; depth <= $from.depth; depth += 1) {
    const node = $from.node(depth)
    place += `${node.type.name}${(node.attrs['level'] as number | undefined) ?? ''}${$from.index(depth - 1)}/`
  }
  // An empty block can become what a full one cannot; at the start of one, keys mean other things.
  place += $from.parent.content.size === 0 ? 'empty ' : ' '
  for (const mark of state.storedMarks ?? $from.marks()) place += `${mark.type.name} `
  const binding = bindingOf(state)
  return `${place}${binding?.canUndo() === true}${binding?.canRedo() === true}`
}
