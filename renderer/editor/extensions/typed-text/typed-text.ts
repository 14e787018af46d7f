// A letter typed at the caret goes into the document and from there to the page. Otherwise the browser edits the page and ProseMirror
// reads it back, a seventh of a key's cost (decision 0013). Input methods, selections and dictation stay with the browser.
import { Extension } from '@tiptap/core'
import { Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'

export const TypedText = Extension.create({
  name: 'typedText',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('typedText'),
      props: {
        handleDOMEvents: { keydown: keepInGalley, keypress: keepInGalley, keyup: keepInGalley },
        handleKeyPress: (view, event) => isWholeCharacter(event.charCode) && type(view, event.charCode),
      },
    }),
  ],
})

/** A letter means nothing outside of the text, where each event of it would be carried up through the whole window. */
function keepInGalley(_view: EditorView, event: KeyboardEvent): boolean {
  if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation()
  return false
}

/** No control key, and no half of a character whose other half the event does not carry. */
const isWholeCharacter = (code: number): boolean => code >= 32 && !(code >= 0xd800 && code <= 0xdfff)

function type(view: EditorView, code: number): boolean {
  const { selection } = view.state
  if (!(selection instanceof TextSelection) || !selection.empty || !isWhereThePageHasIt(view)) return false
  const at = selection.from
  const text = String.fromCharCode(code)
  const plain = () => view.state.tr.insertText(text, at, at).scrollIntoView()
  if (view.someProp('handleTextInput', (handle) => handle(view, at, at, text, plain)) !== true)
    view.dispatch(plain())
  return true
}

/** An arrow key moves the page's caret at once and ours a moment later: a letter right behind it belongs where the page has it. */
function isWhereThePageHasIt(view: EditorView): boolean {
  const shown = document.getSelection()
  if (shown === null || !shown.isCollapsed) return false
  const { node, offset } = view.domAtPos(view.state.selection.from, -1)
  return node === shown.anchorNode && offset === shown.anchorOffset
}
