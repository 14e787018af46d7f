// A line across a pane that says something about the whole of it, with what can be done.
import type { ReactNode } from 'react'
import styles from './notice.module.css'
import { ToneIcon } from './toast-region.tsx'

export function Notice({
  tone = 'info',
  title,
  children,
  actions,
}: {
  tone?: 'info' | 'problem' | 'caution'
  title: string
  children?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={styles.notice} data-tone={tone} role={tone === 'info' ? 'status' : 'alert'}>
      <ToneIcon tone={tone} />
      <div className={styles.words}>
        <strong>{title}</strong> {children}
      </div>
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
