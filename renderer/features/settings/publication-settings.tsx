// The output profiles of the library: how its pages leave it.
import { newProfileId, type OutputProfile, type ProfileList } from '#shared/article/output-profile.ts'
import { FURNITURE } from '#shared/article/furniture.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { THEME_CHOICES } from './profile-words.ts'
import styles from './publication-settings.module.css'

export interface EditedProfile {
  readonly profile: OutputProfile
  readonly isNew: boolean
}

export function PublicationSettings({ onEdit }: { onEdit: (edited: EditedProfile) => void }) {
  const live = useLiveQuery('profiles', 'list', {})
  if (live.kind === 'loading') return null
  if (live.kind === 'failed') return <FailedState outcome={live.outcome} onRetry={live.retry} />
  return <Profiles list={live.value} onEdit={onEdit} />
}

function Profiles({ list, onEdit }: { list: ProfileList; onEdit: (edited: EditedProfile) => void }) {
  const desktop = useDesktop()
  const refresh = useRefresh()
  const told = (title: string) => {
    refresh('profiles')
    refresh('library')
    useToasts.getState().show({ tone: 'success', title })
  }
  const makeDefault = async ({ id, name }: OutputProfile) => {
    const answer = await desktop.profiles.makeDefault({ profileId: id })
    if (!answer.ok) return reportOutcome(answer.error)
    told(`“${name}” is the default`)
  }
  const remove = async ({ id, name }: OutputProfile) => {
    const answer = await desktop.profiles.remove({ profileId: id })
    if (!answer.ok) return reportOutcome(answer.error)
    told(`Removed “${name}”`)
  }
  const copy = (profile: OutputProfile) =>
    onEdit({ profile: { ...profile, id: newProfileId(), name: freeName(profile.name, list) }, isNew: true })
  return (
    <div className={styles.panel}>
      <p className={styles.note}>
        How pages leave this library: whose they are, where they stand, how they look. The default counts
        until another is chosen for an article.
      </p>
      <ul className={styles.list}>
        {list.profiles.map((profile) => (
          <li key={profile.id} className={styles.row}>
            <div className={styles.words}>
              <p className={styles.name}>
                {profile.name}
                {profile.id === list.defaultId ? <span className={styles.mark}>Default</span> : null}
              </p>
              <p className={styles.facts}>{factsOf(profile)}</p>
            </div>
            <div className={styles.acts}>
              <Button aria-label={`Edit ${profile.name}`} onPress={() => onEdit({ profile, isNew: false })}>
                Edit…
              </Button>
              <Button weight="quiet" aria-label={`Duplicate ${profile.name}`} onPress={() => copy(profile)}>
                Duplicate
              </Button>
              {profile.id === list.defaultId ? null : (
                <>
                  <Button
                    weight="quiet"
                    aria-label={`Make ${profile.name} the default`}
                    onPress={() => void makeDefault(profile)}
                  >
                    Make default
                  </Button>
                  <Button
                    weight="quiet"
                    aria-label={`Remove ${profile.name}`}
                    onPress={() => void remove(profile)}
                  >
                    Remove
                  </Button>
                </>
              )}
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

const factsOf = (profile: OutputProfile): string =>
  [
    profile.publicationName || 'no publication name yet',
    THEME_CHOICES.find(({ id }) => id === profile.theme)?.label ?? '',
    FURNITURE[profile.furnitureLanguage].name,
    profile.zone,
  ].join(' · ')

/** `Main 2`, `Main 3` ... whichever is free. */
function freeName(name: string, { profiles }: ProfileList): string {
  const taken = new Set(profiles.map((profile) => profile.name.trim().toLowerCase()))
  const stem = name.replace(/ \d+$/, '')
  for (let number = 2; ; number++) {
    const next = `${stem} ${number}`
    if (!taken.has(next.toLowerCase())) return next
  }
}
