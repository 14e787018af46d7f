// The foot of the galley: lengths, the truth about saving, public stamps, zoom.
import type { ReactNode } from 'react'
import { stampWords } from '#shared/article/format-stamp.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import { useLiveQuery, useLiveValue } from '../../bridge/use-live-query.ts'
import { useSettings } from '../../bridge/settings-context.tsx'
import { counted } from '../../copy/number-words.ts'
import { type DraftReplica, useEditorStats } from '../../editor/index.ts'
import { SaveStateView } from './save-state-view.tsx'
import styles from './status-line.module.css'

const lengthAndStamps = ({ summary: { id, words }, stamps }: OutputOf<'library', 'get'>) => ({
  id,
  words,
  stamps,
})

export function StatusLine({ replica, children }: { replica: DraftReplica; children?: ReactNode }) {
  const { settings } = useSettings()
  const latest = useLiveValue('library', 'get', { articleId: replica.articleId }, lengthAndStamps)
  const known = latest?.id === replica.articleId ? latest : null
  const profile = useLiveQuery('library', 'profile', {})
  const zone = profile.kind === 'ready' ? profile.value.zone : 'UTC'
  return (
    <footer className={styles.line} aria-label="Status">
      <Lengths savedWords={known?.words ?? null} />
      {children}
      <span className={styles.space} />
      {known === null ? null : <StampWords stamps={known.stamps} zone={zone} />}
      {settings.zoom === 100 ? null : <span>{settings.zoom} %</span>}
      <SaveStateView replica={replica} />
    </footer>
  )
}

function Lengths({ savedWords }: { savedWords: number | null }) {
  // Each number is a subscription of its own: a key in the galley redraws what changed and nothing else.
  const words = useEditorStats((stats) => stats.words) ?? savedWords
  const characters = useEditorStats((stats) => stats.characters)
  const minutes = useEditorStats((stats) => stats.readingMinutes)
  const selectedWords = useEditorStats((stats) => stats.selection?.words ?? null)
  const selectedCharacters = useEditorStats((stats) => stats.selection?.characters ?? null)
  return (
    <span className={styles.lengths}>
      {words === null ? null : <span>{counted(words, 'word')}</span>}
      {characters === null ? null : <span>{counted(characters, 'character')}</span>}
      {minutes === null ? null : <span>{counted(minutes, 'minute')} to read</span>}
      {selectedWords === null || selectedCharacters === null ? null : (
        <span className={styles.selection}>
          Selected: {counted(selectedWords, 'word')}, {counted(selectedCharacters, 'character')}
        </span>
      )}
    </span>
  )
}

function StampWords({ stamps, zone }: { stamps: Stamps; zone: string }) {
  if (stamps.updated) return <span>Updated {stampWords(stamps.updated, zone)}</span>
  if (stamps.published) return <span>Published {stampWords(stamps.published, zone)}</span>
  return null
}
