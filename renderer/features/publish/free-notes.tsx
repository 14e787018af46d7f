// Notes that are about no single change: an editor's note, a retraction, or a new wording of a note that readers have already.
import { Plus } from 'lucide-react'
import { type NoteKind, shownNotes } from '#shared/article/public-note.ts'
import type { LedgerNote } from '#shared/workflow/edition.ts'
import { NOTE_WORDS } from '../../copy/note-words.ts'
import { Button } from '../../ui/button.tsx'
import { Select } from '../../ui/select.tsx'
import { NoteFields } from './note-fields.tsx'
import type { FreeNote } from './publication-draft.ts'
import styles from './publish-sheet.module.css'

const KINDS: readonly { readonly id: NoteKind; readonly label: string }[] = (
  ['editors-note', 'update', 'clarification', 'correction', 'retraction'] as const
).map((id) => ({ id, label: NOTE_WORDS[id].name }))

export function FreeNotes({
  notes,
  existing,
  onChange,
}: {
  readonly notes: readonly FreeNote[]
  /** What readers have been told so far. */
  readonly existing: readonly LedgerNote[]
  readonly onChange: (notes: readonly FreeNote[]) => void
}) {
  const change = (next: FreeNote) => onChange(notes.map((note) => (note.key === next.key ? next : note)))
  const add = (note: Omit<FreeNote, 'key'>) =>
    onChange([...notes, { ...note, key: 1 + Math.max(0, ...notes.map(({ key }) => key)) }])
  const revised = new Set(notes.map(({ revises }) => revises))
  const revisable = shownNotes(existing).filter(({ id }) => !revised.has(id))
  return (
    <section className={styles.part} aria-label="Other notes to readers">
      <h3 className={styles.heading}>Other notes to readers</h3>
      {notes.map((note) => (
        <div key={note.key} className={styles.freeNote}>
          {note.revises === null ? null : (
            <p className={styles.quiet}>
              Takes the place of {note.revises}. The old one stays on record and leaves the page.
            </p>
          )}
          {note.revises === null || isRetraction(existing, note.revises) ? (
            <Select
              label="Kind of note"
              value={note.kind}
              options={KINDS}
              onChange={(kind) => change({ ...note, kind, placement: NOTE_WORDS[kind].placement })}
            />
          ) : null}
          <NoteFields
            label={NOTE_WORDS[note.kind].name}
            hint={NOTE_WORDS[note.kind].hint}
            note={note}
            onChange={change}
          />
          <Button weight="quiet" onPress={() => onChange(notes.filter(({ key }) => key !== note.key))}>
            Leave this note out
          </Button>
        </div>
      ))}
      <div className={styles.row}>
        <Button
          icon={<Plus aria-hidden />}
          onPress={() => add({ kind: 'editors-note', text: '', placement: 'high', revises: null })}
        >
          Add a note
        </Button>
        {revisable.map(({ id, kind, text, placement }) => (
          <Button key={id} weight="quiet" onPress={() => add({ kind, text, placement, revises: id })}>
            Reword {NOTE_WORDS[kind].name.toLowerCase()} {id.replace('note-', '')}
          </Button>
        ))}
      </div>
    </section>
  )
}

/** Only another kind of note in its place brings the story back. */
const isRetraction = (notes: readonly LedgerNote[], id: string): boolean =>
  notes.some((note) => note.id === id && note.kind === 'retraction')
