// Keeps kicker, headline and standfirst first, single, undeletable and unmovable, whatever is pressed, pasted or dropped.
import { Extension, type Extensions } from '@tiptap/core'
import { keydownHandler } from '@tiptap/pm/keymap'
import { type Slice, Slice as SliceClass } from '@tiptap/pm/model'
import { Plugin, PluginKey, Selection, type Transaction } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { Headline } from '#shared/schema/nodes/headline.ts'
import { Kicker } from '#shared/schema/nodes/kicker.ts'
import { Standfirst } from '#shared/schema/nodes/standfirst.ts'
import { asOwnUndoStep, isFromDraft } from '../../binding/draft-binding.ts'
import { changedChildren } from '../../binding/replace-children.ts'
import { clearAcross, typeAcross } from './clear-across.ts'
import { asOneLine, crossesHead, headAt, isHead, leadingHeads } from './head-fields.ts'
import { deleteBackward, deleteForward, goOn, selectMore } from './head-keys.ts'

/** Head fields can be written in, not taken hold of. */
const headNodes: Extensions = [Kicker, Headline, Standfirst].map((field) =>
  field.extend({ selectable: false, draggable: false }),
)

const handleKeyDown = keydownHandler({
  Enter: goOn,
  'Shift-Enter': goOn,
  Backspace: deleteBackward,
  'Mod-Backspace': deleteBackward,
  'Alt-Backspace': deleteBackward,
  'Shift-Backspace': deleteBackward,
  Delete: deleteForward,
  'Mod-Delete': deleteForward,
  'Alt-Delete': deleteForward,
  'Mod-a': selectMore,
})

const HeadGuard = Extension.create({
  name: 'headGuard',
  priority: 1_000, // before all other keys and before paste
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('headGuard'),
      // The last defence, for what no key or paste handler saw. What came from the draft is never refused.
      filterTransaction: (tr) => isFromDraft(tr) || !tr.docChanged || keepsHeads(tr),
      props: {
        handleKeyDown,
        handleTextInput(view, from, to, text) {
          if (!crossesHead(view.state.doc, from, to)) return false
          view.dispatch(typeAcross(view.state, from, to, text).scrollIntoView())
          return true
        },
        handlePaste: (view, _event, slice) => pasteAt(view, slice),
        handleDrop: (view, event, slice, isMoved) => dropAt(view, event, slice, isMoved),
        handleDOMEvents: {
          // An input method deletes the selection in the page itself: it must find nothing that crosses fields.
          compositionstart(view) {
            clearCrossingSelection(view)
            return false
          },
          cut: (view, event) => cutAcross(view, event),
        },
      },
    }),
  ],
})

export const headGuardExtensions: Extensions = [...headNodes, HeadGuard]

function keepsHeads(tr: Transaction): boolean {
  const before = tr.before.content.content
  const after = tr.doc.content.content
  const { from, toOld, toNew } = changedChildren(before, after)
  const had = before.slice(from, toOld).filter(isHead)
  const has = after.slice(from, toNew).filter(isHead)
  // One of two alike may go, if its twin stays: a merge of two offline drafts can be mended by hand.
  const isTwin = (name: string) => after.some((block) => block.type.name === name)
  const isKept =
    had.length === has.length
      ? had.every((block, index) => block.type === has[index]?.type)
      : has.length < had.length && had.every((block) => isTwin(block.type.name))
  return isKept && (has.length < had.length || leadingHeads(tr.before).length === leadingHeads(tr.doc).length)
}

function clearCrossingSelection(view: EditorView): boolean {
  const { from, to, empty } = view.state.selection
  if (empty || !crossesHead(view.state.doc, from, to)) return false
  view.dispatch(clearAcross(view.state.tr, from, to).scrollIntoView())
  return true
}

function pasteAt(view: EditorView, slice: Slice): boolean {
  clearCrossingSelection(view)
  const { $from, from, to } = view.state.selection
  const field = headAt($from)
  if (field === null || slice.size === 0) return false
  const line = asOneLine(slice, field.type)
  const tr = view.state.tr.replace(from, to, new SliceClass(line, 0, 0))
  view.dispatch(asOwnUndoStep(tr).setMeta('uiEvent', 'paste').scrollIntoView())
  return true
}

function cutAcross(view: EditorView, event: ClipboardEvent): boolean {
  const { selection, doc } = view.state
  if (selection.empty || !event.clipboardData || !crossesHead(doc, selection.from, selection.to)) return false
  const { dom, text } = view.serializeForClipboard(selection.content())
  event.clipboardData.clearData()
  event.clipboardData.setData('text/html', dom.innerHTML)
  event.clipboardData.setData('text/plain', text)
  event.preventDefault()
  return clearCrossingSelection(view)
}

function dropAt(view: EditorView, event: DragEvent, slice: Slice, isMoved: boolean): boolean {
  const place = view.posAtCoords({ left: event.clientX, top: event.clientY })
  if (place === null || slice.size === 0) return false
  const { selection, doc } = view.state
  const isCrossing = isMoved && crossesHead(doc, selection.from, selection.to)
  const field = headAt(doc.resolve(place.pos))
  if (!isCrossing && field === null) return false
  const tr = view.state.tr
  if (isCrossing) clearAcross(tr, selection.from, selection.to)
  else if (isMoved) tr.deleteSelection()
  const at = tr.mapping.map(place.pos)
  if (field === null) tr.replaceRange(at, at, slice)
  else tr.replace(at, at, new SliceClass(asOneLine(slice, field.type), 0, 0))
  tr.setSelection(Selection.near(tr.doc.resolve(tr.mapping.map(place.pos)), -1))
  view.dispatch(asOwnUndoStep(tr).setMeta('uiEvent', 'drop'))
  view.focus()
  return true
}
