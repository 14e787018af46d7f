// Builds one Tiptap editor per open draft, with everything on it, and keeps window-wide things in step with it.
import type { Editor } from '@tiptap/core'
import { useEditor } from '@tiptap/react'
import { useEffect, useMemo, useState } from 'react'
import type { Settings } from '#shared/settings/settings.ts'
import { useDesktop } from '../bridge/desktop-context.tsx'
import { CARET_CLEARANCE, isCaretInView } from './caret-in-view.ts'
import type { DraftReplica } from './draft-replica.ts'
import { editorActions, editorExtensions } from './editor-extensions.ts'
import type { EditorActions, EditorContext } from './editor-feature.ts'
import { GALLEY_LABEL } from './editor-words.ts'
import { setFocusMode } from './extensions/focus-mode/focus-mode.ts'
import { languageOf } from './extensions/writing-language/writing-language.ts'

export interface ArticleEditorParts {
  readonly editor: Editor
  readonly context: EditorContext
  readonly actions: EditorActions
}

export function useArticleEditor(replica: DraftReplica, settings: Settings): ArticleEditorParts {
  const desktop = useDesktop()
  const [latest] = useState(() => createLatest(settings))
  useEffect(() => latest.set(settings), [latest, settings])
  const [broken, setBroken] = useState<unknown>(null)
  // To the error boundary: what the grammar cannot hold must not be written over.
  if (broken !== null) throw broken

  const { context, actions, extensions } = useMemo(() => {
    const context: EditorContext = {
      articleId: replica.articleId,
      desktop,
      isSmartTypographyOn: () => latest.get().isSmartTypographyOn,
      language: () => languageOf(replica.doc),
    }
    const actions = editorActions(context)
    return { context, actions, extensions: editorExtensions(context, replica.doc, actions, setBroken) }
  }, [replica, desktop, latest])

  const editor = useEditor(
    {
      extensions,
      editorProps: EDITOR_PROPS,
      injectCSS: false, // the policy forbids style elements; prosemirror.css has what is needed
      immediatelyRender: true,
      shouldRerenderOnTransaction: false,
      // Ours: undoable rules, the grammar's keys; and nothing that looks at the whole story on each key.
      enableInputRules: false,
      enablePasteRules: false,
      enableCoreExtensions: CORE_EXTENSIONS,
    },
    [extensions],
  )

  useEffect(() => {
    const tr = setFocusMode(editor.state, settings.isFocusModeOn)
    if (tr !== null) editor.view.dispatch(tr)
  }, [editor, settings.isFocusModeOn])

  return { editor, context, actions }
}

/** What extensions ask for while they run, without the editor being rebuilt when it changes. */
function createLatest<T>(first: T) {
  let value = first
  return {
    get: () => value,
    set(next: T) {
      value = next
    },
  }
}

const EDITOR_PROPS = {
  attributes: {
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-label': GALLEY_LABEL,
    'data-pane-start': 'true',
    'data-editor-input': 'true',
    // Chromium's own checker is off (it would fetch dictionaries); asking for it costs time with every key all the same.
    spellcheck: 'false',
    autocorrect: 'off',
    autocapitalize: 'off',
  },
  /** Pixels kept free above and below the caret when the page scrolls to it. */
  scrollMargin: 64,
  scrollThreshold: CARET_CLEARANCE,
  handleScrollToSelection: isCaretInView,
}
const CORE_EXTENSIONS = {
  keymap: false,
  delete: false,
  textDirection: false,
  paste: false,
  drop: false,
} as const
