// The corrections log: the page as readers would get it, to be saved as such or as JSON.
import { useState } from 'react'
import type { ProfileId } from '#shared/article/output-profile.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { PageFrame } from '../../bridge/page-frame.tsx'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { counted } from '../../copy/number-words.ts'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ProfileSelect } from './profile-select.tsx'
import styles from './preview-dialog.module.css'

export function CorrectionsDialog({ onClose }: { onClose: () => void }) {
  const desktop = useDesktop()
  const [profileId, setProfileId] = useState<ProfileId | null>(null)
  const [busy, setBusy] = useState<'html' | 'json' | null>(null)
  const live = useLiveQuery('corrections', 'preview', { profileId })
  const log = live.kind === 'ready' ? live.value : null
  const save = async (format: 'html' | 'json') => {
    setBusy(format)
    const answer = await desktop.corrections.save({ profileId, format })
    setBusy(null)
    if (!answer.ok)
      return answer.error.type === 'Cancelled'
        ? undefined
        : reportOutcome(answer.error, () => void save(format))
    useToasts.getState().show({ tone: 'success', title: `Saved ${answer.value.fileName}` })
  }
  return (
    <Dialog
      title="Corrections log"
      size="full"
      onClose={onClose}
      footer={
        <>
          <p className={styles.facts}>
            {log === null ? null : `${counted(log.count, 'correction')} in this library`}
          </p>
          <Button onPress={onClose}>Close</Button>
          <Button isPending={busy === 'json'} isDisabled={log === null} onPress={() => void save('json')}>
            Save as JSON…
          </Button>
          <Button
            weight="primary"
            isPending={busy === 'html'}
            isDisabled={log === null}
            onPress={() => void save('html')}
          >
            Save the page…
          </Button>
        </>
      }
    >
      <ProfileSelect className={styles.bar} value={profileId} onChange={setProfileId} />
      <PageFrame title="The corrections log as readers get it" live={live} />
    </Dialog>
  )
}
