// The page that this publication would put in front of readers, as it stands decided so far.
import { useState } from 'react'
import type { InputOf } from '#shared/ipc/desktop-api.ts'
import { previewAddress } from '../../bridge/preview-address.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { ToggleGroup } from '../../ui/toggle-group.tsx'
import styles from './publish-sheet.module.css'
import { useSettledValue } from './use-settled-value.ts'

const WIDTHS = [
  { id: 'wide', label: 'Wide' },
  { id: 'narrow', label: 'Phone' },
] as const

/** Milliseconds a note rests before the page is made anew: not on every letter. */
const REST_MS = 400

export function PagePreview({ request }: { readonly request: InputOf<'publishing', 'preview'> | null }) {
  const [width, setWidth] = useState<'wide' | 'narrow'>('narrow')
  const settled = useSettledValue(request, REST_MS)
  const asked = settled ?? EMPTY
  const live = useLiveQuery('publishing', 'preview', asked, settled !== null)
  return (
    <section className={styles.preview} aria-label="The page">
      <div className={styles.previewBar}>
        <h3 className={styles.heading}>The page</h3>
        <ToggleGroup label="Width" value={width} choices={WIDTHS} onChange={setWidth} />
      </div>
      <div className={styles.stage} data-width={width}>
        {live.kind === 'failed' ? <FailedState outcome={live.outcome} onRetry={live.retry} /> : null}
        {live.kind === 'ready' ? (
          <iframe
            // A frame of its own for each page: nothing of the last one is left in it.
            key={live.value.sha256}
            title="The page as readers will get it"
            sandbox=""
            src={previewAddress(live.value.sha256)}
            className={styles.frame}
          />
        ) : null}
        {settled === null && live.kind === 'loading' ? (
          <p className={styles.quiet}>The page is shown once it is decided what readers are told.</p>
        ) : null}
      </div>
    </section>
  )
}

/** Never asked: the query is off while nothing is decided. */
const EMPTY = {
  articleId: '',
  profileId: null,
  decision: { kind: 'silent' },
  allowTk: true,
} as const
