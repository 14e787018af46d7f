// A note that never leaves and a note that readers get: two fields that must not be mistaken for each other.
import { Lock } from 'lucide-react'
import { MetaTextArea } from './meta-fields.tsx'
import styles from './story.module.css'
import type { StoryPartProps } from './story-part.ts'

export function NoteFields({ meta, isDisabled }: StoryPartProps) {
  return (
    <>
      <MetaTextArea
        meta={meta}
        field="deskNote"
        label="Desk note"
        isDisabled={isDisabled}
        aside={
          <span className={styles.private}>
            <Lock aria-hidden /> private
          </span>
        }
        hint="For colleagues. It is never part of an export."
      />
      <MetaTextArea
        meta={meta}
        field="readerNote"
        label="Note to readers"
        isDisabled={isDisabled}
        hint="Stands on the page below the article."
      />
    </>
  )
}
