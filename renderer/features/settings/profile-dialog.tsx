// One output profile: its fields, and beside them a page of it as it would be now.
import { useState } from 'react'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import { profileProblems } from '#shared/article/profile-problems.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { PAGE_WIDTHS, PageFrame, type PageWidth } from '../../bridge/page-frame.tsx'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { SCHEMES, useScheme } from '../../bridge/use-scheme.ts'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { ToggleGroup } from '../../ui/toggle-group.tsx'
import styles from './profile-dialog.module.css'
import { ProfileFields } from './profile-fields.tsx'
import { useSample } from './use-sample.ts'

export function ProfileDialog({
  first,
  isNew,
  onClose,
}: {
  first: OutputProfile
  isNew: boolean
  onClose: () => void
}) {
  const desktop = useDesktop()
  const refresh = useRefresh()
  const [profile, setProfile] = useState(first)
  const [isBusy, setBusy] = useState(false)
  const problems = profileProblems(profile)
  const save = async () => {
    setBusy(true)
    const answer = await desktop.profiles.save({
      ...profile,
      name: profile.name.trim(),
      siteAddress: profile.siteAddress.replace(/\/+$/, ''),
    })
    setBusy(false)
    if (!answer.ok) return reportOutcome(answer.error, () => void save())
    refresh('profiles')
    refresh('library')
    useToasts.getState().show({ tone: 'success', title: `Saved “${profile.name.trim()}”` })
    onClose()
  }
  return (
    <Dialog
      title={isNew ? 'New output profile' : `Output profile “${first.name}”`}
      size="full"
      onClose={onClose}
      footer={
        <>
          <p className={styles.note}>
            {problems.size === 0
              ? 'Counts for the next page; editions keep the profile they went out with.'
              : `${[...problems.values()][0]}`}
          </p>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            weight="primary"
            isPending={isBusy}
            isDisabled={problems.size > 0}
            onPress={() => void save()}
          >
            Save the profile
          </Button>
        </>
      }
    >
      <div className={styles.sides}>
        <div className={styles.fields}>
          <ProfileFields
            profile={profile}
            problems={problems}
            onChange={(patch) => setProfile((now) => ({ ...now, ...patch }))}
          />
        </div>
        <Sample profile={profile} isSound={problems.size === 0} />
      </div>
    </Dialog>
  )
}

function Sample({ profile, isSound }: { profile: OutputProfile; isSound: boolean }) {
  const [width, setWidth] = useState<PageWidth>('wide')
  const [scheme, setScheme] = useScheme()
  const live = useSample(profile, isSound)
  return (
    <section aria-label="Sample page" className={styles.sample}>
      <div className={styles.bar}>
        <ToggleGroup label="Width" value={width} choices={PAGE_WIDTHS} onChange={setWidth} />
        <ToggleGroup label="Reader’s theme" value={scheme} choices={SCHEMES} onChange={setScheme} />
      </div>
      <PageFrame title="Sample page in this profile" live={live} width={width} />
    </section>
  )
}
