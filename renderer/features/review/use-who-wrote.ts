// Asking who wrote what is selected in the galley.
import { useEffect } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import { bindActions } from '../../app/action-registry.ts'
import { editorHandle } from '../../editor/index.ts'
import { useDialogs } from '../../state/dialogs.ts'

export function useWhoWrote(articleId: ArticleId): void {
  useEffect(
    () =>
      bindActions({
        'review.who-wrote': {
          isEnabled: () => editorHandle() !== null,
          run: () => {
            const stretches = editorHandle()?.selectedStretches() ?? []
            useDialogs.getState().open({ kind: 'who-wrote', articleId, stretches })
          },
        },
      }),
    [articleId],
  )
}
