// What is put in as a block of its own.
import type { Command } from '@tiptap/pm/state'
import type { EditorActions } from '../editor-feature.ts'
import { caretInto, insertBlock } from './block-commands.ts'

const insertRule: Command = (state, dispatch) => {
  const rule = state.schema.nodes['horizontalRule']
  const inserted = rule ? insertBlock(state, rule.create()) : null
  if (inserted === null) return false
  dispatch?.(caretInto(inserted.tr, inserted.at + 1))
  return true
}

export const insertActions: EditorActions = { 'insert.rule': { command: insertRule } }
