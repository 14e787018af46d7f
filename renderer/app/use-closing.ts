// Before the window closes: save what is not saved, then say whether that worked. Main decides what to ask.
import { useEffect } from 'react'
import { useDesktop } from '../bridge/desktop-context.tsx'
import { useDraftSession } from '../state/draft-session-context.tsx'

export function useClosing(): void {
  const desktop = useDesktop()
  const session = useDraftSession()
  useEffect(
    () =>
      desktop.app.onClosing(() => {
        void session.flush().then(() => desktop.app.readyToClose({ hasUnsaved: session.hasUnsaved() }))
      }),
    [desktop, session],
  )
}
