// A page that main has made and serves, in a frame that can run nothing; or why there is none.
import type { ReactNode } from 'react'
import { FailedState } from '../copy/failed-state.tsx'
import styles from './page-frame.module.css'
import { previewAddress } from './preview-address.ts'
import type { Live } from './use-live-query.ts'

export type PageWidth = 'wide' | 'narrow'

export const PAGE_WIDTHS = [
  { id: 'wide', label: 'Wide' },
  { id: 'narrow', label: 'Phone' },
] as const satisfies readonly { readonly id: PageWidth; readonly label: string }[]

export function PageFrame({
  title,
  live,
  width = 'wide',
  children,
}: {
  readonly title: string
  readonly live: Live<{ readonly sha256: string }>
  readonly width?: PageWidth
  /** What stands there while there is no page yet. */
  readonly children?: ReactNode
}) {
  return (
    <div className={styles.stage} data-width={width}>
      {live.kind === 'failed' ? <FailedState outcome={live.outcome} onRetry={live.retry} /> : null}
      {live.kind === 'loading' ? children : null}
      {live.kind === 'ready' ? (
        <iframe
          // A frame of its own for each page: nothing of the last one is left in it.
          key={live.value.sha256}
          title={title}
          sandbox=""
          src={previewAddress(live.value.sha256)}
          className={styles.frame}
        />
      ) : null}
    </div>
  )
}
