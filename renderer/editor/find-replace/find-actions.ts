// Find as actions: menu, palette and keys open the bar and step through it, wherever focus is.
import { Extension } from '@tiptap/core'
import type { EditorState } from '@tiptap/pm/state'
import type { EditorFeature } from '../editor-feature.ts'
import { FindSurface } from './find-bar.tsx'
import { createFindPlugin } from './find-plugin.ts'
import { closeFindBar, openFindSession, useFindBar } from './find-store.ts'

/** Longest selection that is taken over as what to look for, characters. */
const LONGEST_SEED = 200

export const findReplaceFeature: EditorFeature = {
  name: 'findReplace',
  extensions: () => [
    Extension.create({ name: 'findReplace', addProseMirrorPlugins: () => [createFindPlugin(closeFindBar)] }),
  ],
  actions: () => ({
    'edit.find': {
      keepsFocus: true,
      command: (state, dispatch) => {
        if (dispatch) useFindBar.getState().open(seedOf(state))
        return true
      },
    },
    'edit.find-next': stepAction(1),
    'edit.find-previous': stepAction(-1),
  }),
  Surface: FindSurface,
}

function stepAction(by: 1 | -1) {
  return {
    keepsFocus: true,
    command: (state: EditorState, dispatch: unknown) => {
      if (!dispatch) return true
      const session = openFindSession()
      if (session === null) useFindBar.getState().open(seedOf(state))
      else session.step(by)
      return true
    },
  } as const
}

function seedOf({ doc, selection: { $from, $to, from, to } }: EditorState): string {
  return $from.sameParent($to) && to - from <= LONGEST_SEED ? doc.textBetween(from, to) : ''
}
