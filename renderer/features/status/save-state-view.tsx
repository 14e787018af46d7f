// "Saved" means committed to disk and nothing else. A failure is loud, names its cause and offers a way out.
import { AlertTriangle, Check, LoaderCircle } from 'lucide-react'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { outcomeWords } from '../../copy/errors.ts'
import { exactTime, fullTime } from '../../copy/time-words.ts'
import { type DraftReplica, type SaveState } from '../../editor/index.ts'
import { saveRescueCopy } from '../../state/rescue-copy.ts'
import { Button } from '../../ui/button.tsx'
import styles from './status-line.module.css'

export function SaveStateView({ state, replica }: { state: SaveState; replica: DraftReplica }) {
  const desktop = useDesktop()
  switch (state.state) {
    case 'saved':
      return (
        <span className={styles.save} data-save="saved" title={fullTime(state.at)}>
          <Check aria-hidden /> Saved {exactTime(state.at)}
        </span>
      )
    case 'saving':
      return (
        <span className={styles.save} data-save="saving">
          <LoaderCircle aria-hidden /> Saving…
        </span>
      )
    case 'failed':
      return (
        <span className={styles.save} data-save="failed" role="alert">
          <AlertTriangle aria-hidden />
          <span>
            <strong>Not saved:</strong> {outcomeWords(state.outcome).title}
          </span>
          <Button onPress={replica.retry}>Retry</Button>
          <Button onPress={() => void saveRescueCopy(desktop, replica)}>Save a copy…</Button>
        </span>
      )
  }
}
