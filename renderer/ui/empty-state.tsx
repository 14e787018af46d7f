// Where a list or a page would be: what is (not) here, and what can be done about it.
import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

export function EmptyState({
  title,
  children,
  actions,
  size = 'normal',
  isPage = false,
}: {
  title: string
  children?: ReactNode
  actions?: ReactNode
  size?: 'normal' | 'large'
  /** It stands for a whole page: its title is the page's. */
  isPage?: boolean
}) {
  const Title = isPage ? 'h1' : 'h2'
  return (
    <div className={styles.empty} data-size={size}>
      <Title className={styles.title}>{title}</Title>
      {children === undefined ? null : <div className={styles.text}>{children}</div>}
      {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
