// Spelling and grammar: underlines beside the text, suggestions by right press or key. The engine and everything that talks to
// it is loaded later, by the surface.
import { Extension } from '@tiptap/core'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import type { EditorFeature } from '../../editor-feature.ts'
import { useSpelling } from './spelling-store.ts'
import { SpellingSurface } from './spelling-surface.tsx'

const SpellingHands = Extension.create({
  name: 'spellingHands',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('spellingHands'),
      props: {
        handleDOMEvents: {
          contextmenu(view, event) {
            if (!show(positionOf(view, event))) return false
            event.preventDefault()
            return true
          },
        },
      },
    }),
  ],
})

/** The menu key and Shift+F10 speak of the caret, a press of where it was made. */
function positionOf(view: EditorView, event: MouseEvent): number {
  const isByKey = event.button !== 2
  const at = isByKey ? null : view.posAtCoords({ left: event.clientX, top: event.clientY })
  return at?.pos ?? view.state.selection.from
}

/** Shows what can be written instead at a position; false when nothing is found there. */
function show(position: number): boolean {
  const shown = useSpelling.getState().session?.at(position) ?? null
  if (shown === null) return false
  useSpelling.setState({ shown })
  return true
}

const isFoundAt = (state: EditorState): boolean =>
  (useSpelling.getState().session?.at(state.selection.from) ?? null) !== null

export const spellingFeature: EditorFeature = {
  name: 'spelling',
  extensions: () => [SpellingHands],
  actions: () => ({
    'spelling.suggest': {
      command: (state, dispatch) => {
        if (!isFoundAt(state)) return false
        if (dispatch) show(state.selection.from)
        return true
      },
      keepsFocus: true,
    },
    'spelling.next': {
      command: (_state, dispatch, view) => {
        const { session } = useSpelling.getState()
        if (session === null || view === undefined) return false
        if (dispatch) void goToNext(view)
        return true
      },
    },
  }),
  Surface: SpellingSurface,
}

async function goToNext(view: EditorView): Promise<void> {
  const found = await useSpelling.getState().session?.next(view.state.selection.to)
  if (found === null || found === undefined || view.isDestroyed) return
  const { doc, tr } = view.state
  view.dispatch(tr.setSelection(TextSelection.create(doc, found.from, found.to)).scrollIntoView())
  view.focus()
}
