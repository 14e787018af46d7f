// "Saved" means committed to disk and nothing else. A failure is loud, names its cause and offers a way out.
import { AlertTriangle, Check, LoaderCircle } from 'lucide-react'
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { outcomeWords } from '../../copy/errors.ts'
import { whenWritingRests } from '../../bridge/writing-rest.ts'
import { exactTime, fullTime } from '../../copy/time-words.ts'
import type { DraftReplica } from '../../editor/index.ts'
import { saveRescueCopy } from '../../state/rescue-copy.ts'
import { Button } from '../../ui/button.tsx'
import styles from './status-line.module.css'

export function SaveStateView({ replica }: { replica: DraftReplica }) {
  const desktop = useDesktop()
  const failed = useSyncExternalStore(replica.subscribe, () => {
    const state = replica.saveState()
    return state.state === 'failed' ? state : null
  })
  if (failed === null) return <SaveMark replica={replica} />
  return (
    <span className={styles.save} data-save="failed" role="alert">
      <AlertTriangle aria-hidden />
      <span>
        <strong>Not saved:</strong> {outcomeWords(failed.outcome).title}
      </span>
      <Button onPress={replica.retry}>Retry</Button>
      <Button onPress={() => void saveRescueCopy(desktop, replica)}>Save a copy…</Button>
    </span>
  )
}

/**
 * Saved or saving. "Saving" is said in the very turn in which something is under way; "saved" may come late, never early
 * (R11). Drawn past React, with both words always there and one hidden: a frame more with every key would cost more than
 * the key itself.
 */
function SaveMark({ replica }: { replica: DraftReplica }) {
  const mark = useRef<HTMLSpanElement>(null)
  const time = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    let stopWaiting = () => {}
    const say = (state: 'saved' | 'saving') => {
      if (mark.current !== null && mark.current.dataset['save'] !== state)
        mark.current.dataset['save'] = state
    }
    const saySaved = () => {
      const state = replica.saveState()
      if (state.state !== 'saved' || mark.current === null || time.current === null) return
      const words = exactTime(state.at)
      if (time.current.textContent !== words) {
        time.current.textContent = words
        mark.current.title = fullTime(state.at)
      }
      say('saved')
    }
    const follow = () => {
      if (replica.saveState().state === 'saving') say('saving')
      else stopWaiting = whenWritingRests(saySaved)
    }
    saySaved()
    const unsubscribe = replica.subscribe(follow)
    return () => {
      stopWaiting()
      unsubscribe()
    }
  }, [replica])
  return (
    <span ref={mark} className={styles.save} data-save="saving">
      <span className={styles.saved}>
        <Check aria-hidden /> Saved <span ref={time} />
      </span>
      <span className={styles.saving}>
        <LoaderCircle aria-hidden /> Saving…
      </span>
    </span>
  )
}
