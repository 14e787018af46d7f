// The page that this publication would put in front of readers, as it stands decided so far.
import { useState } from 'react'
import type { InputOf } from '#shared/ipc/desktop-api.ts'
import { PAGE_WIDTHS, PageFrame, type PageWidth } from '../../bridge/page-frame.tsx'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { ToggleGroup } from '../../ui/toggle-group.tsx'
import styles from './publish-sheet.module.css'
import { useSettledValue } from './use-settled-value.ts'

/** Milliseconds a note rests before the page is made anew: not on every letter. */
const REST_MS = 400

export function PagePreview({ request }: { readonly request: InputOf<'publishing', 'preview'> | null }) {
  const [width, setWidth] = useState<PageWidth>('narrow')
  const settled = useSettledValue(request, REST_MS)
  const asked = settled ?? EMPTY
  const live = useLiveQuery('publishing', 'preview', asked, settled !== null)
  return (
    <section className={styles.preview} aria-label="The page">
      <div className={styles.previewBar}>
        <h3 className={styles.heading}>The page</h3>
        <ToggleGroup label="Width" value={width} choices={PAGE_WIDTHS} onChange={setWidth} />
      </div>
      <PageFrame title="The page as readers will get it" live={live} width={width}>
        {settled === null ? (
          <p className={styles.quiet}>The page is shown once it is decided what readers are told.</p>
        ) : null}
      </PageFrame>
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
