// A set of short words: type and press Enter to add, Backspace in an empty box or Delete on a tag to remove.
import { X } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { Tag, TagGroup, TagList } from 'react-aria-components/TagGroup'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import styles from './tag-field.module.css'
import { TextField } from './text-field.tsx'

export function TagField({
  label,
  addLabel,
  tags,
  onAdd,
  onRemove,
  isDisabled = false,
}: {
  label: string
  addLabel: string
  tags: readonly string[]
  onAdd: (tag: string) => void
  onRemove: (tag: string) => void
  isDisabled?: boolean
}) {
  const [typed, setTyped] = useState('')
  const add = () => {
    // A pasted list of words is several tags.
    for (const tag of typed.split(/[,;\n]/)) if (tag.trim() !== '') onAdd(tag.trim())
    setTyped('')
  }
  return (
    <div className={field.field}>
      <TagGroup
        className={classNames(styles.group)}
        onRemove={(keys) => {
          for (const key of keys) onRemove(String(key))
        }}
      >
        <div className={field.label}>
          <Label>{label}</Label>
        </div>
        <TagList className={classNames(styles.list)} items={tags.map((id) => ({ id }))}>
          {(tag) => (
            <Tag id={tag.id} textValue={tag.id} className={classNames(styles.tag)} isDisabled={isDisabled}>
              <span className={styles.text}>{tag.id}</span>
              <Button slot="remove" className={classNames(styles.remove)}>
                <X aria-hidden />
              </Button>
            </Tag>
          )}
        </TagList>
      </TagGroup>
      <TextField
        label={addLabel}
        isLabelHidden
        placeholder={addLabel}
        value={typed}
        isDisabled={isDisabled}
        onChange={setTyped}
        onBlur={add}
        onKeyDown={(event) => {
          if (event.key === 'Enter' || event.key === ',') {
            event.preventDefault()
            add()
          } else if (event.key === 'Backspace' && typed === '') {
            const last = tags.at(-1)
            if (last !== undefined) onRemove(last)
          } else event.continuePropagation()
        }}
      />
    </div>
  )
}
