// One thing that changed since the last edition, and what readers are told of it.
import { type Dispatch, memo } from 'react'
import { RadioGroup } from '../../ui/radio-group.tsx'
import type { DraftChange } from './change-draft.ts'
import type { ChangeGroup } from './change-groups.ts'
import { NoteFields } from './note-fields.tsx'
import { type Choice, draftedNote, type NoteDraft } from './publication-draft.ts'
import styles from './publish-sheet.module.css'

const CHOICE_WORDS: readonly { readonly id: Choice; readonly label: string }[] = [
  { id: 'silent', label: 'Silent fix' },
  { id: 'update', label: 'Update' },
  { id: 'correction', label: 'Correction' },
  { id: 'clarification', label: 'Clarification' },
]
/** Sentences shown of one group; more would be the story itself. */
const MAX_SENTENCES = 4

/** Drawn anew only when its own decision changes: there can be hundreds, and a note is typed letter by letter. */
export const GroupDecision = memo(function GroupDecision({
  group,
  choice,
  written,
  dispatch,
}: {
  readonly group: ChangeGroup
  readonly choice: Choice | null
  /** The note as somebody has written it. */
  readonly written: NoteDraft | null
  readonly dispatch: Dispatch<DraftChange>
}) {
  const more = group.sentences.length - MAX_SENTENCES
  return (
    <li className={styles.group} data-undecided={choice === null || undefined} aria-label={group.title}>
      <ul className={styles.sentences}>
        {group.sentences.slice(0, MAX_SENTENCES).map((sentence, index) => (
          // Sentences never change place while the sheet is open.
          <li key={index} dir="auto">
            {sentence}
          </li>
        ))}
        {more > 0 ? <li>and {more} more</li> : null}
      </ul>
      <RadioGroup<Choice | ''>
        label={`What readers are told about ${group.title}`}
        isLabelHidden
        layout="row"
        value={choice ?? ''}
        choices={CHOICE_WORDS}
        onChange={(next) => {
          if (next !== '') dispatch({ type: 'choose', groupIds: [group.id], choice: next })
        }}
      />
      {choice === 'correction' || choice === 'clarification' ? (
        <NoteFields
          label={choice === 'correction' ? 'Correction' : 'Clarification'}
          hint={
            choice === 'correction'
              ? 'Say what was wrong and what is right. Readers see these words for ever.'
              : 'Say what could be misread, and what is meant.'
          }
          note={written ?? draftedNote(choice, group)}
          onChange={(note) => dispatch({ type: 'note', place: group.place, note })}
        />
      ) : null}
    </li>
  )
})
