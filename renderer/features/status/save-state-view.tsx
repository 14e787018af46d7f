// "Saved" means committed to disk and nothing else. A failure is loud, names its cause and offers a way out.
import { AlertTriangle, Check, LoaderCircle } from 'lucide-react'
import { useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { outcomeWords } from '../../copy/errors.ts'
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
 * Saved or saving: flips twice with every key, mostly within one frame. So it is drawn past React, and both words are always
 * there, one of them hidden: a flip and back again costs neither layout nor paint, and the mark is never ahead of the truth.
 */
function SaveMark({ replica }: { replica: DraftReplica }) {
  const mark = useRef<HTMLSpanElement>(null)
  const time = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const draw = () => {
      const state = replica.saveState()
      if (mark.current === null || time.current === null || state.state === 'failed') return
      mark.current.dataset['save'] = state.state
      if (state.state !== 'saved') return
      const words = exactTime(state.at)
      if (time.current.textContent === words) return
      time.current.textContent = words
      mark.current.title = fullTime(state.at)
    }
    draw()
    return replica.subscribe(draw)
  }, [replica])
  return (
    <span ref={mark} className={styles.save}>
      <span className={styles.saved}>
        <Check aria-hidden /> Saved <span ref={time} />
      </span>
      <span className={styles.saving}>
        <LoaderCircle aria-hidden /> Saving…
      </span>
    </span>
  )
}
