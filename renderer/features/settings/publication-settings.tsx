// How pages leave this library: one record, stored whole when saved.
import { useState } from 'react'
import type { OutputProfile } from '#shared/article/output-profile.ts'
import { zoneSchema } from '#shared/article/ids.ts'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ZoneField } from '../../ui/zone-field.tsx'
import styles from './settings.module.css'

const PICTURES = [
  { id: 'inline', label: 'Inside the page', text: 'One file that carries everything.' },
  { id: 'folder', label: 'In a folder beside it', text: 'Smaller pages; the folder must travel along.' },
] as const

export function PublicationSettings() {
  const live = useLiveQuery('library', 'profile', {})
  if (live.kind === 'loading') return null
  if (live.kind === 'failed') return <FailedState outcome={live.outcome} onRetry={live.retry} />
  return <ProfileForm stored={live.value} />
}

function ProfileForm({ stored }: { stored: OutputProfile }) {
  const desktop = useDesktop()
  const refresh = useRefresh()
  const [profile, setProfile] = useState(stored)
  const [isBusy, setBusy] = useState(false)
  const change = (patch: Partial<OutputProfile>) => setProfile((now) => ({ ...now, ...patch }))
  const address = (label: string, field: 'siteAddress' | 'logoUrl') => (
    <TextField
      label={label}
      placeholder="https://"
      inputMode="url"
      maxLength={MAX_LINE_CHARS}
      value={profile[field]}
      problem={addressProblem(profile[field])}
      onChange={(value) => change({ [field]: value.trim() })}
    />
  )
  const isWrong = [profile.siteAddress, profile.logoUrl].some((value) => addressProblem(value) !== null)
  const save = async () => {
    setBusy(true)
    const answer = await desktop.profiles.save({
      ...profile,
      siteAddress: profile.siteAddress.replace(/\/+$/, ''),
    })
    setBusy(false)
    if (!answer.ok) return reportOutcome(answer.error, () => void save())
    refresh('library')
    useToasts.getState().show({ tone: 'success', title: 'Publication saved' })
  }
  return (
    <div className={styles.form}>
      <TextField
        label="Name of the publication"
        value={profile.publicationName}
        maxLength={MAX_LINE_CHARS}
        onChange={(publicationName) => change({ publicationName })}
      />
      {address('Site address', 'siteAddress')}
      <TextField
        label="Address pattern"
        value={profile.urlPattern}
        maxLength={MAX_LINE_CHARS}
        onChange={(urlPattern) => change({ urlPattern })}
        hint="Below the site address: {section}, {slug}, {yyyy}, {mm}, {dd}."
      />
      <ZoneField
        label="Time zone of public stamps"
        zone={profile.zone}
        onChange={(zone) => change({ zone: zoneSchema.parse(zone) })}
      />
      <RadioGroup
        label="Pictures"
        value={profile.pictures}
        choices={PICTURES}
        onChange={(pictures) => change({ pictures })}
      />
      {address('Logo', 'logoUrl')}
      <div className={styles.foot}>
        <Button weight="primary" isPending={isBusy} isDisabled={isWrong} onPress={() => void save()}>
          Save the publication
        </Button>
        <span className={styles.note}>For all articles of this library.</span>
      </div>
    </div>
  )
}

const addressProblem = (address: string): string | null =>
  address === '' || /^https?:\/\/[^\s/]+/i.test(address) ? null : 'Begin with https:// or http://'
