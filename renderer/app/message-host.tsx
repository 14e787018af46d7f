// Shows the messages of the session store.
import { useToasts } from '../state/toasts.ts'
import { ToastRegion } from '../ui/toast-region.tsx'

export function MessageHost() {
  const { toasts, dismiss, hold } = useToasts()
  return <ToastRegion toasts={toasts} onDismiss={dismiss} onHold={hold} />
}
