// The whole editor on a draft in memory, driven by gestures as the view would see them. Typing that the browser does by itself is done
// here as the view would read it back.
import { Editor } from '@tiptap/core'
import { Slice } from '@tiptap/pm/model'
import { AllSelection, TextSelection } from '@tiptap/pm/state'
import type * as Y from 'yjs'
import { editorActions, editorExtensions } from '#renderer/editor/editor-extensions.ts'
import type { EditorContext } from '#renderer/editor/editor-feature.ts'
import type { ActionId } from '#shared/actions/actions.ts'
import type { NodeJson } from '#shared/article/article.ts'
import { newArticleId } from '#shared/article/ids.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { draftOf, findText } from './binding/bound-view.ts'

export function openEditor(...content: NodeJson[]) {
  return openEditorOn(draftOf(...content))
}

export function openEditorOn(draft: Y.Doc) {
  const context: EditorContext = {
    articleId: newArticleId(),
    desktop: {} as DesktopApi, // nothing tested here reaches the desktop
    isSmartTypographyOn: () => false,
    language: () => 'en',
  }
  const actions = editorActions(context)
  const broken: unknown[] = []
  const place = document.createElement('div')
  document.body.append(place)
  const editor = new Editor({
    element: place,
    extensions: editorExtensions(context, draft, actions, (error) => broken.push(error)),
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    enableCoreExtensions: { keymap: false, delete: false, textDirection: false, paste: false, drop: false },
  })
  const { view } = editor
  const opened = {
    editor,
    view,
    draft,
    broken,
    shown: () => editor.state.doc.toString(),
    select(from: number, to = from) {
      view.dispatch(editor.state.tr.setSelection(TextSelection.create(editor.state.doc, from, to)))
      return opened
    },
    /** Selects from before one run of words to after another. */
    selectWords(from: string, to = from) {
      return opened.select(findText(view, from), findText(view, to) + to.length)
    },
    caretBefore: (words: string) => opened.select(findText(view, words)),
    caretAfter: (words: string) => opened.select(findText(view, words) + words.length),
    selectAll() {
      view.dispatch(editor.state.tr.setSelection(new AllSelection(editor.state.doc)))
      return opened
    },
    /** Presses keys, spelled as in `KeyboardEvent.key`, with `Control+` and `Shift+` before. */
    press(...keys: string[]) {
      for (const spelling of keys) {
        const parts = spelling.split('+')
        const event = new KeyboardEvent('keydown', {
          key: parts.at(-1) ?? '',
          ctrlKey: parts.includes('Control'),
          shiftKey: parts.includes('Shift'),
        })
        view.someProp('handleKeyDown', (handle) => handle(view, event))
      }
      return opened
    },
    type(words: string) {
      for (const letter of words) {
        const { from, to } = editor.state.selection
        const plain = () => editor.state.tr.insertText(letter, from, to)
        if (view.someProp('handleTextInput', (handle) => handle(view, from, to, letter, plain)) !== true)
          view.dispatch(plain())
      }
      return opened
    },
    paste(...blocks: NodeJson[]) {
      const content = editor.schema.nodeFromJSON({ type: 'doc', content: blocks }).content
      const slice = Slice.maxOpen(content)
      const event = new Event('paste') as ClipboardEvent
      if (view.someProp('handlePaste', (handle) => handle(view, event, slice)) !== true)
        view.dispatch(editor.state.tr.replaceSelection(slice))
      return opened
    },
    run(id: ActionId) {
      return actions[id]?.command(editor.state, view.dispatch, view) ?? false
    },
    can: (id: ActionId) => actions[id]?.command(editor.state, undefined, view) ?? false,
    isActive: (id: ActionId) => actions[id]?.isActive?.(editor.state) ?? false,
    destroy() {
      editor.destroy()
      place.remove()
    },
  }
  return opened
}
