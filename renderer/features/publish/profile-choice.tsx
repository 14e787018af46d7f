// Which output profile the page takes.
import type { ProfileId } from '#shared/article/output-profile.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { Select } from '../../ui/select.tsx'

export function ProfileChoice({
  value,
  onChange,
}: {
  readonly value: ProfileId
  readonly onChange: (profileId: ProfileId) => void
}) {
  const live = useLiveQuery('profiles', 'list', {})
  if (live.kind !== 'ready' || live.value.profiles.length < 2) return null
  const options = live.value.profiles.map(({ id, name }) => ({ id, label: name }))
  return <Select label="Output profile" value={value} options={options} onChange={onChange} />
}
