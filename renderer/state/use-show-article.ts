// Shows an article in this window, once what is open has been saved.
import { useCallback } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import { useDesktop } from '../bridge/desktop-context.tsx'
import { useDraftSession } from './draft-session-context.tsx'
import { type Arrival, useOpenArticle } from './open-article.ts'
import { useOverlayPane } from './overlay-pane.ts'
import { saveRescueCopy } from './rescue-copy.ts'
import { useToasts } from './toasts.ts'

export type ShowArticle = (articleId: ArticleId | null, arrival?: Arrival) => Promise<boolean>

export function useShowArticle(): ShowArticle {
  const desktop = useDesktop()
  const session = useDraftSession()
  return useCallback(
    async (articleId, arrival = 'stay') => {
      if (await session.show(articleId)) {
        useOpenArticle.getState().show(articleId, arrival)
        useOverlayPane.getState().show(null)
        return true
      }
      const open = session.state()
      useToasts.getState().show({
        tone: 'problem',
        title: 'This article is not saved yet',
        text: 'It stays open, so that nothing is lost. Save a copy to leave it, or wait until saving works again.',
        action: {
          label: 'Save a copy…',
          run: () => {
            if (open.kind !== 'open') return
            void saveRescueCopy(desktop, open.replica).then((isSaved) => {
              if (!isSaved) return
              useToasts.getState().show({
                tone: 'info',
                title: 'The copy is safe',
                action: {
                  label: 'Leave this article',
                  run: () => {
                    session.abandon()
                    void session.show(articleId)
                    useOpenArticle.getState().show(articleId)
                  },
                },
              })
            })
          },
        },
      })
      return false
    },
    [desktop, session],
  )
}
