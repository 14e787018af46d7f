// Short messages at the foot of the window. They are announced, can be reached with the keyboard, and never take focus.
import { AlertTriangle, CheckCircle2, Info, X } from 'lucide-react'
import { Button } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import styles from './toast-region.module.css'

export interface ToastInfo {
  readonly id: number
  readonly tone: 'info' | 'success' | 'problem'
  readonly title: string
  readonly text?: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

export function ToastRegion({
  toasts,
  onDismiss,
  onHold,
}: {
  toasts: readonly ToastInfo[]
  onDismiss: (id: number) => void
  /** While pointer or focus rests on the messages, they stay. */
  onHold: (isHeld: boolean) => void
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- resting here only holds the messages
    <section
      className={styles.region}
      aria-label="Messages"
      // Stays within reach, and audible, above a dialog.
      data-react-aria-top-layer="true"
      onPointerEnter={() => onHold(true)}
      onPointerLeave={() => onHold(false)}
      onFocus={() => onHold(true)}
      onBlur={() => onHold(false)}
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className={styles.toast}
          data-tone={toast.tone}
          role={toast.tone === 'problem' ? 'alert' : 'status'}
        >
          <ToneIcon tone={toast.tone} />
          <div className={styles.words}>
            <strong>{toast.title}</strong>
            {toast.text === undefined ? null : <p>{toast.text}</p>}
            {toast.action === undefined ? null : (
              <div className={styles.action}>
                <Button
                  onPress={() => {
                    toast.action?.run()
                    onDismiss(toast.id)
                  }}
                >
                  {toast.action.label}
                </Button>
              </div>
            )}
          </div>
          <IconButton
            label="Dismiss message"
            size="small"
            icon={<X aria-hidden />}
            onPress={() => onDismiss(toast.id)}
          />
        </div>
      ))}
    </section>
  )
}

export function ToneIcon({ tone }: { tone: ToastInfo['tone'] | 'caution' }) {
  if (tone === 'problem') return <AlertTriangle aria-hidden className={styles.icon} data-tone={tone} />
  if (tone === 'success') return <CheckCircle2 aria-hidden className={styles.icon} data-tone={tone} />
  return <Info aria-hidden className={styles.icon} data-tone={tone} />
}
