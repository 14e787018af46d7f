// Where a list or a page would be: what is (not) here, and what can be done about it.
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

export function EmptyState({
  title,
  children,
  actions,
  size = 'normal',
}: {
  title: string
  children?: ReactNode
  actions?: ReactNode
  size?: 'normal' | 'large'
}) {
  return (
    <div className={styles.empty} data-size={size}>
      <h2 className={styles.title}>{title}</h2>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
