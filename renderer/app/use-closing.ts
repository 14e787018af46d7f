// Before the window closes: save what is not saved, then say whether that worked. Main decides what to ask.
import { useEffect } from 'react'
import { useDesktop } from '../bridge/desktop-context.tsx'
import { takeFirstScreen } from './take-first-screen.ts'
import { useDraftSession } from '../state/draft-session-context.tsx'

export function useClosing(): void {
  const desktop = useDesktop()
  const session = useDraftSession()
  useEffect(
    () =>
      desktop.app.onClosing(() => {
        void session.flush().then(async () => {
          const draft = session.state()
          const isPlain = draft.kind === 'open' && draft.replica.access.mode === 'write'
          const screen = isPlain && !session.hasUnsaved() ? takeFirstScreen() : null
          if (isPlain && screen !== null)
            await desktop.app.keepFirstScreen({ articleId: draft.articleId, screen })
          await desktop.app.readyToClose({ hasUnsaved: session.hasUnsaved() })
        })
      }),
    [desktop, session],
  )
}
