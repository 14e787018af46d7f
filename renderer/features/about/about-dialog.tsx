// What this is, which version, and where the work lies.
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './about-dialog.module.css'

export function AboutDialog({ onClose }: { onClose: () => void }) {
  const live = useLiveQuery('app', 'info', {})
  const info = live.kind === 'ready' ? live.value : null
  return (
    <Dialog title="Stet" size="narrow" onClose={onClose}>
      <div className={styles.about}>
        <p>
          <em>Let it stand.</em> A newsroom editor that works with no network at all. Everything you write
          stays on your own disk; nothing is sent anywhere.
        </p>
        {info === null ? null : (
          <dl>
            <dt>Version</dt>
            <dd>{info.version}</dd>
            <dt>Library</dt>
            <dd>
              {info.libraryName}
              {info.isReadOnly ? ' (read-only)' : ''}
            </dd>
            <dt>Place</dt>
            <dd className={styles.path}>{info.libraryPath}</dd>
          </dl>
        )}
        <p className={styles.small}>Set in Newsreader and Inter (SIL Open Font License). MIT licence.</p>
      </div>
    </Dialog>
  )
}
