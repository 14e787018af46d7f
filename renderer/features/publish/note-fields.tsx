// The words of a public note and where on the page it stands.
import { MAX_NOTE_CHARS } from '#shared/article/limits.ts'
import { Select } from '../../ui/select.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import type { NoteDraft } from './publication-draft.ts'
import styles from './publish-sheet.module.css'

const PLACEMENTS = [
  { id: 'low', label: 'Below the story, with a line at the top' },
  { id: 'high', label: 'Above the story' },
] as const

export function NoteFields<T extends NoteDraft>({
  label,
  hint,
  note,
  onChange,
}: {
  readonly label: string
  readonly hint: string
  readonly note: T
  readonly onChange: (note: T) => void
}) {
  return (
    <div className={styles.note}>
      <TextArea
        label={label}
        hint={hint}
        value={note.text}
        maxLength={MAX_NOTE_CHARS}
        onChange={(text) => onChange({ ...note, text })}
      />
      <Select
        label="Where it stands"
        value={note.placement}
        options={PLACEMENTS}
        onChange={(placement) => onChange({ ...note, placement })}
      />
    </div>
  )
}
