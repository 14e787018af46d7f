// The desk status as a shape: an empty, half, full and stamped circle, a struck and a crossed one. Always beside its word.
import type { Status } from '#shared/workflow/status.ts'
import styles from './status-mark.module.css'

export function StatusMark({ status }: { status: Status }) {
  return (
    <svg className={styles.mark} viewBox="0 0 12 12" aria-hidden data-status={status}>
      <circle cx="6" cy="6" r="4.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      {status === 'in-review' ? <path d="M6 1.75a4.25 4.25 0 0 1 0 8.5z" fill="currentColor" /> : null}
      {status === 'ready' || status === 'published' ? (
        <circle cx="6" cy="6" r="4.25" fill="currentColor" />
      ) : null}
      {status === 'published' ? (
        <path d="m4 6.1 1.4 1.4L8.1 4.7" fill="none" className={styles.tick} strokeWidth="1.3" />
      ) : null}
      {status === 'killed' ? <path d="m3 3 6 6" stroke="currentColor" strokeWidth="1.5" /> : null}
      {status === 'spiked' || status === 'killed' ? (
        <path d="m3 9 6-6" stroke="currentColor" strokeWidth="1.5" />
      ) : null}
    </svg>
  )
}
