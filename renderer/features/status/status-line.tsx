// The foot of the galley: lengths, the truth about saving, public stamps, zoom.
import { useSyncExternalStore } from 'react'
import { stampWords } from '#shared/article/format-stamp.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { useSettings } from '../../bridge/settings-context.tsx'
import { counted } from '../../copy/number-words.ts'
import type { DraftReplica } from '../../editor/index.ts'
import { SaveStateView } from './save-state-view.tsx'
import styles from './status-line.module.css'

export function StatusLine({ replica }: { replica: DraftReplica }) {
  const { settings } = useSettings()
  const saveState = useSyncExternalStore(replica.subscribe, replica.saveState)
  const live = useLiveQuery('library', 'get', { articleId: replica.articleId })
  const profile = useLiveQuery('library', 'profile', {})
  const zone = profile.kind === 'ready' ? profile.value.zone : 'UTC'
  return (
    <footer className={styles.line} aria-label="Status">
      {live.kind === 'ready' ? <span>{counted(live.value.summary.words, 'word')}</span> : null}
      <span className={styles.space} />
      {live.kind === 'ready' && live.value.summary.id === replica.articleId ? (
        <StampWords stamps={live.value.stamps} zone={zone} />
      ) : null}
      {settings.zoom === 100 ? null : <span>{settings.zoom} %</span>}
      <SaveStateView state={saveState} replica={replica} />
    </footer>
  )
}

function StampWords({ stamps, zone }: { stamps: Stamps; zone: string }) {
  if (stamps.updated) return <span>Updated {stampWords(stamps.updated, zone)}</span>
  if (stamps.published) return <span>Published {stampWords(stamps.published, zone)}</span>
  return null
}
