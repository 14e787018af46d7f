// Language runs: one action, one dialog.
import type { EditorFeature } from '../../editor-feature.ts'
import { LanguageSurface } from './language-dialog.tsx'
import { runRange } from './language-run.ts'
import { useLanguageDialog } from './language-store.ts'

export const languageRunFeature: EditorFeature = {
  name: 'languageRun',
  actions: () => ({
    'format.language': {
      command: (state, dispatch) => {
        if (runRange(state) === null) return false
        if (dispatch) useLanguageDialog.getState().setOpen(true)
        return true
      },
      isActive: (state) => (runRange(state)?.language ?? '') !== '',
    },
  }),
  Surface: LanguageSurface,
}
