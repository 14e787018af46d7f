// The people of the byline in order, the free words around them, and the line as readers will see it.
import { UserPlus } from 'lucide-react'
import { useState } from 'react'
import { bylineText } from '#shared/article/byline.ts'
import { MAX_PEOPLE } from '#shared/article/limits.ts'
import { useMeta } from '../../state/draft-session-context.tsx'
import { Button } from '../../ui/button.tsx'
import { MetaTextField } from './meta-fields.tsx'
import { rankAfterMove, rankAtEnd } from './people-order.ts'
import { PersonFields } from './person-fields.tsx'
import styles from './story.module.css'
import type { StoryPartProps } from './story-part.ts'

/** Characters of a person's id: unique within one draft. */
const ID_CHARS = 12

export function BylineFields({ meta, isDisabled }: StoryPartProps) {
  const people = useMeta(meta, (all) => all.people)
  const tail = useMeta(meta, (all) => all.bylineTail)
  const language = useMeta(meta, (all) => all.language)
  const [justAdded, setJustAdded] = useState<string | null>(null)
  const sentence = bylineText({ people, bylineTail: tail, language })

  const add = () => {
    const id = crypto.randomUUID().replaceAll('-', '').slice(0, ID_CHARS)
    setJustAdded(id)
    meta.setPerson({ id, rank: rankAtEnd(people), lead: '', name: '', role: '', profileUrl: '' })
  }
  const move = (index: number, direction: -1 | 1) => {
    const person = people[index]
    const rank = rankAfterMove(people, index, direction)
    if (person && rank !== null) meta.setPerson({ ...person, rank })
  }
  return (
    <>
      {people.map((person, index) => (
        <PersonFields
          key={person.id}
          person={person}
          place={index + 1}
          count={people.length}
          isDisabled={isDisabled}
          isNew={justAdded === person.id}
          onChange={(patch) => meta.setPerson({ ...person, ...patch })}
          onMove={(direction) => move(index, direction)}
          onRemove={() => meta.removePerson(person.id)}
        />
      ))}
      <div>
        <Button
          icon={<UserPlus aria-hidden />}
          isDisabled={isDisabled || people.length >= MAX_PEOPLE}
          onPress={add}
        >
          Add a person
        </Button>
      </div>
      <MetaTextField
        meta={meta}
        field="bylineTail"
        label="Words after the last person"
        placeholder="in Seoul"
        isDisabled={isDisabled}
      />
      {sentence === '' ? null : (
        <p className={styles.preview} dir="auto">
          <span className={styles.previewLabel}>Readers see</span>
          {sentence}
        </p>
      )}
    </>
  )
}
