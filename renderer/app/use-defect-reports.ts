// Bugs outside drawing (a promise nobody caught, a listener that threw): one dialog. The console has the whole of it.
import { useEffect } from 'react'
import { useDialogs } from '../state/dialogs.ts'

export function useDefectReports(): void {
  useEffect(() => {
    const report = (cause: unknown) => useDialogs.getState().open({ kind: 'defect', detail: String(cause) })
    const onError = (event: ErrorEvent) => {
      // Chromium reports a resize that needed a second frame this way: nothing went wrong.
      if (!event.message.startsWith('ResizeObserver loop')) report(event.error ?? event.message)
    }
    const onRejection = (event: PromiseRejectionEvent) => report(event.reason)
    window.addEventListener('error', onError)
    window.addEventListener('unhandledrejection', onRejection)
    return () => {
      window.removeEventListener('error', onError)
      window.removeEventListener('unhandledrejection', onRejection)
    }
  }, [])
}
