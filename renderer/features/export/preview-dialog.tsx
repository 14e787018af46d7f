// The page as readers will get it: the very bytes an export would write, in a frame that can run nothing.
import { useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import type { ProfileId } from '#shared/article/output-profile.ts'
import { runAction } from '../../app/action-registry.ts'
import { PAGE_WIDTHS, PageFrame, type PageWidth } from '../../bridge/page-frame.tsx'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { SCHEMES, useScheme } from '../../bridge/use-scheme.ts'
import { bytesWords } from '../../copy/number-words.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ToggleGroup } from '../../ui/toggle-group.tsx'
import styles from './preview-dialog.module.css'
import { ProfileSelect } from './profile-select.tsx'
import { useFlushed } from '../../state/use-flushed.ts'

type Purpose = 'readers' | 'proof'
const PURPOSES = [
  { id: 'readers', label: 'For readers' },
  { id: 'proof', label: 'Proof' },
] as const

export function PreviewDialog({ articleId, onClose }: { articleId: ArticleId; onClose: () => void }) {
  const [purpose, setPurpose] = useState<Purpose>('readers')
  const [profileId, setProfileId] = useState<ProfileId | null>(null)
  const [width, setWidth] = useState<PageWidth>('wide')
  const [scheme, setScheme] = useScheme()
  const flushed = useFlushed()
  const live = useLiveQuery(
    'exports',
    'preview',
    { articleId, revisionId: null, purpose, ...(profileId === null ? {} : { profileId }) },
    flushed !== 'waiting',
  )
  const page = live.kind === 'ready' ? live.value : null
  return (
    <Dialog
      title="Preview"
      size="full"
      onClose={onClose}
      footer={
        <>
          <p className={styles.facts}>
            {page === null ? null : (
              <>
                {bytesWords(new TextEncoder().encode(page.html).byteLength)} · SHA-256{' '}
                <code>{page.sha256.slice(0, 16)}…</code>
              </>
            )}
          </p>
          <Button onPress={onClose}>Close</Button>
          <Button
            weight="primary"
            onPress={() => {
              onClose()
              runAction('export.save')
            }}
          >
            Export…
          </Button>
        </>
      }
    >
      <div className={styles.bar}>
        <ToggleGroup label="Purpose" value={purpose} choices={PURPOSES} onChange={setPurpose} />
        <ToggleGroup label="Width" value={width} choices={PAGE_WIDTHS} onChange={setWidth} />
        <ToggleGroup label="Reader’s theme" value={scheme} choices={SCHEMES} onChange={setScheme} />
        <ProfileSelect value={profileId} onChange={setProfileId} />
      </div>
      {flushed === 'partly' ? (
        <Notice tone="caution" title="Note:">
          The latest changes are not saved yet, so they are not on this page.
        </Notice>
      ) : null}
      {page?.warnings.map((warning) => (
        <Notice key={warning} tone="caution" title="Note:">
          {warning}
        </Notice>
      ))}
      <PageFrame title="The page as readers get it" live={live} width={width} />
    </Dialog>
  )
}
