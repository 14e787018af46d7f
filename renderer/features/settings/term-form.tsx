// One house term, as the desk file keeps it.
import { type FormEvent, useState } from 'react'
import { ADVICES, type HouseTerm, houseTermSchema } from '#shared/workflow/checks/desk-file.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextArea, TextField } from '../../ui/text-field.tsx'
import styles from './house-settings.module.css'
import { ADVICE_WORDS } from './term-list.tsx'

interface Props {
  readonly first: HouseTerm
  readonly isNew: boolean
  readonly onSave: (term: HouseTerm) => void
  readonly onRemove: () => void
  readonly onCancel: () => void
}

const CHOICES = ADVICES.map((id) => ({ id, label: ADVICE_WORDS[id] }))

export function TermForm({ first, isNew, onSave, onRemove, onCancel }: Props) {
  const [term, setTerm] = useState(first)
  const set = (change: Partial<HouseTerm>) => setTerm({ ...term, ...change })
  const parsed = houseTermSchema.safeParse(term)
  const problemOf = (field: keyof HouseTerm): string | null => {
    const issue = parsed.success ? undefined : parsed.error.issues.find(({ path }) => path[0] === field)
    // What nobody has begun to write is not wrong yet.
    return issue === undefined || term[field] === '' ? null : `This ${issue.message}.`
  }
  return (
    <form
      className={styles.house}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        if (parsed.success) onSave({ ...term, term: term.term.trim(), replacement: term.replacement.trim() })
      }}
    >
      <TextField
        label="Term"
        autoFocus
        value={term.term}
        onChange={(value) => set({ term: value })}
        problem={problemOf('term')}
        hint="A word or a phrase, found as whole words."
      />
      <RadioGroup
        label="Advice"
        layout="row"
        value={term.advice}
        choices={CHOICES}
        onChange={(advice) => set({ advice })}
      />
      <TextField
        label="Write instead"
        value={term.replacement}
        onChange={(replacement) => set({ replacement })}
        problem={problemOf('replacement')}
        hint="May be left empty where the writer has to find the words."
      />
      <TextArea
        label="Reason"
        rows={2}
        value={term.reason}
        onChange={(reason) => set({ reason })}
        problem={problemOf('reason')}
      />
      <TextField
        label="Where the style book says so"
        value={term.link}
        placeholder="https://"
        onChange={(link) => set({ link })}
        problem={problemOf('link')}
      />
      <Checkbox isSelected={term.matchCase} onChange={(matchCase) => set({ matchCase })}>
        Capitals count
      </Checkbox>
      <div className={styles.bar}>
        <Button weight="primary" type="submit" isDisabled={!parsed.success}>
          {isNew ? 'Add the term' : 'Save the term'}
        </Button>
        <Button onPress={onCancel}>Cancel</Button>
        {isNew ? null : (
          <Button weight="danger" onPress={onRemove}>
            Remove it
          </Button>
        )}
      </div>
    </form>
  )
}
