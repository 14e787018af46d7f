// Which output profile a page takes; nothing to choose where there is one.
import type { ProfileId } from '#shared/article/output-profile.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { Select } from '../../ui/select.tsx'

/** `value`: null for the one that counts when none is named. */
export function ProfileSelect({
  value,
  onChange,
  className,
}: {
  value: ProfileId | null
  onChange: (profileId: ProfileId) => void
  className?: string | undefined
}) {
  const live = useLiveQuery('profiles', 'list', {})
  if (live.kind !== 'ready' || live.value.profiles.length < 2) return null
  return (
    <div className={className}>
      <Select
        label="Output profile"
        isLabelHidden
        look="quiet"
        value={value ?? live.value.defaultId}
        options={live.value.profiles.map(({ id, name }) => ({ id, label: `Profile: ${name}` }))}
        onChange={onChange}
      />
    </div>
  )
}
