// What Enter, Backspace, Delete and Tab do in the body. Head fields are asked before this (head-guard).
import { Extension } from '@tiptap/core'
import {
  chainCommands,
  createParagraphNear,
  deleteSelection,
  exitCode,
  joinBackward,
  joinForward,
  liftEmptyBlock,
  selectNodeBackward,
  selectNodeForward,
  selectTextblockEnd,
  selectTextblockStart,
  splitBlock,
} from '@tiptap/pm/commands'
import { keydownHandler } from '@tiptap/pm/keymap'
import { type Command, Plugin, PluginKey, Selection, TextSelection } from '@tiptap/pm/state'
import { leaveItemBackward, nestItem, splitItem, unnestItem } from '../../commands/list-commands.ts'
import { leaveQuote, removeEmptySource } from '../../commands/quote-commands.ts'
import { focusToolbar } from '../../toolbar/focus-toolbar.ts'

/** Enter at the start of a block puts an empty paragraph before it: the block keeps its words, its id and what others type in it. */
const paragraphBefore: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const paragraph = state.schema.nodes['paragraph']
  const isAtStart = empty && $from.depth === 1 && $from.parentOffset === 0 && $from.parent.content.size > 0
  if (!isAtStart || !paragraph || !(state.selection instanceof TextSelection)) return false
  dispatch?.(state.tr.insert($from.before(), paragraph.create()).scrollIntoView())
  return true
}

/** Backspace at the start of a heading makes it a paragraph before it joins anything. */
const headingBackward: Command = (state, dispatch) => {
  const { $from, empty } = state.selection
  const paragraph = state.schema.nodes['paragraph']
  if (!empty || !paragraph || $from.parentOffset > 0 || $from.parent.type.name !== 'heading') return false
  const attrs = { blockId: $from.parent.attrs['blockId'] ?? null }
  dispatch?.(state.tr.setBlockType($from.pos, $from.pos, paragraph, attrs).scrollIntoView())
  return true
}

const lineBreak: Command = (state, dispatch) => {
  const { $from } = state.selection
  const hardBreak = state.schema.nodes['hardBreak']
  if (!hardBreak || !$from.parent.canReplaceWith($from.index(), $from.index(), hardBreak)) return false
  // Without marks: a line break has no look, and Yjs stores none on it.
  dispatch?.(state.tr.replaceSelectionWith(hardBreak.create(), false).scrollIntoView())
  return true
}

/** On with the story: a paragraph after the whole list, quote or box. */
const paragraphAfter: Command = (state, dispatch) => {
  const { $to } = state.selection
  const paragraph = state.schema.nodes['paragraph']
  if ($to.depth === 0 || !paragraph) return false
  if (dispatch) {
    const tr = state.tr.insert($to.after(1), paragraph.create())
    dispatch(tr.setSelection(TextSelection.create(tr.doc, $to.after(1) + 1)).scrollIntoView())
  }
  return true
}

/** Escape lets go of a selection first, then of the text: the toolbar is where the keyboard goes on from. */
const letGo: Command = (state, dispatch) => {
  const { selection } = state
  if (!dispatch) return true
  if (selection instanceof TextSelection && selection.empty) focusToolbar()
  else dispatch(state.tr.setSelection(Selection.near(selection.$head)))
  return true
}

const enter = chainCommands(
  splitItem,
  leaveQuote,
  paragraphBefore,
  createParagraphNear,
  liftEmptyBlock,
  splitBlock,
)
const backward = chainCommands(
  leaveItemBackward,
  removeEmptySource,
  headingBackward,
  deleteSelection,
  joinBackward,
  selectNodeBackward,
)
const forward = chainCommands(deleteSelection, joinForward, selectNodeForward)

const KEYS: Record<string, Command> = {
  Enter: enter,
  'Shift-Enter': chainCommands(exitCode, lineBreak, enter),
  'Mod-Enter': paragraphAfter,
  Backspace: backward,
  'Mod-Backspace': backward,
  'Alt-Backspace': backward,
  'Shift-Backspace': backward,
  Delete: forward,
  'Mod-Delete': forward,
  'Alt-Delete': forward,
  Escape: letGo,
  Tab: nestItem,
  'Shift-Tab': unnestItem,
}
/** Emacs keys that every text field on a Mac has. */
const MAC_KEYS: Record<string, Command> = {
  'Ctrl-h': backward,
  'Ctrl-d': forward,
  'Ctrl-a': selectTextblockStart,
  'Ctrl-e': selectTextblockEnd,
}

export const BaseKeys = Extension.create({
  name: 'baseKeys',
  priority: 50, // after everything more particular
  addProseMirrorPlugins: () => {
    const isMac = /mac/i.test(navigator.platform)
    const handleKeyDown = keydownHandler(isMac ? { ...KEYS, ...MAC_KEYS } : KEYS)
    return [new Plugin({ key: new PluginKey('baseKeys'), props: { handleKeyDown } })]
  },
})
