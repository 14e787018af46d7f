// Which version stands on one side of the comparison.
import { Select } from '../../ui/select.tsx'
import type { Version } from '../../state/review.ts'
import { idOf, type VersionEntry } from './version-entries.ts'

export function VersionPicker({
  label,
  version,
  entries,
  onChoose,
}: {
  label: string
  version: Version | null
  entries: readonly VersionEntry[]
  onChoose: (version: Version) => void
}) {
  return (
    <Select
      label={label}
      look="quiet"
      isLabelHidden
      isDisabled={entries.length === 0}
      value={version === null ? '' : idOf(version)}
      options={entries}
      onChange={(id) => {
        const chosen = entries.find((entry) => entry.id === id)
        if (chosen) onChoose(chosen.version)
      }}
    />
  )
}
