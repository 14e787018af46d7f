// One person of the byline.
import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import type { Person } from '#shared/article/meta.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './story.module.css'

export function PersonFields({
  person,
  place,
  count,
  isDisabled,
  isNew,
  onChange,
  onMove,
  onRemove,
}: {
  person: Person
  place: number
  count: number
  isDisabled: boolean
  /** Just added: the name is where one wants to write. */
  isNew: boolean
  onChange: (patch: Partial<Person>) => void
  onMove: (direction: -1 | 1) => void
  onRemove: () => void
}) {
  const who = person.name.trim() === '' ? `Person ${place}` : person.name
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.ctrlKey || event.metaKey || isDisabled) return
    if (event.key === 'ArrowUp') onMove(-1)
    else if (event.key === 'ArrowDown') onMove(1)
    else return
    event.preventDefault()
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of the fields inside
    <div role="group" aria-label={who} className={styles.person} onKeyDown={onKeyDown}>
      <div className={styles.personHead}>
        <span className={styles.personTitle} dir="auto">
          {who}
        </span>
        <IconButton
          label={`Move ${who} up`}
          shortcut="Alt+↑"
          size="small"
          icon={<ArrowUp aria-hidden />}
          isDisabled={isDisabled || place === 1}
          onPress={() => onMove(-1)}
        />
        <IconButton
          label={`Move ${who} down`}
          shortcut="Alt+↓"
          size="small"
          icon={<ArrowDown aria-hidden />}
          isDisabled={isDisabled || place === count}
          onPress={() => onMove(1)}
        />
        <IconButton
          label={`Remove ${who}`}
          size="small"
          icon={<Trash2 aria-hidden />}
          isDisabled={isDisabled}
          onPress={onRemove}
        />
      </div>
      <div className={styles.leadAndName}>
        <TextField
          label="Words before"
          placeholder={place === 1 ? 'By' : 'and'}
          value={person.lead}
          maxLength={MAX_LINE_CHARS}
          isDisabled={isDisabled}
          onChange={(lead) => onChange({ lead })}
        />
        <TextField
          label="Name"
          value={person.name}
          maxLength={MAX_LINE_CHARS}
          isDisabled={isDisabled}
          autoFocus={isNew}
          onChange={(name) => onChange({ name })}
        />
      </div>
      <div className={styles.leadAndName}>
        <TextField
          label="Role"
          placeholder="Reporter"
          value={person.role}
          maxLength={MAX_LINE_CHARS}
          isDisabled={isDisabled}
          onChange={(role) => onChange({ role })}
        />
        <ProfileAddress
          value={person.profileUrl}
          isDisabled={isDisabled}
          onChange={(profileUrl) => onChange({ profileUrl })}
        />
      </div>
    </div>
  )
}

/** Kept as typed; said to be wrong once the person has left it. */
function ProfileAddress({
  value,
  isDisabled,
  onChange,
}: {
  value: string
  isDisabled: boolean
  onChange: (value: string) => void
}) {
  const [isFocused, setFocused] = useState(false)
  const isWrong = value !== '' && !/^https?:\/\/[^\s/]+/i.test(value)
  return (
    <TextField
      label="Profile address"
      placeholder="https://"
      value={value}
      maxLength={MAX_LINE_CHARS}
      isDisabled={isDisabled}
      inputMode="url"
      onFocusChange={setFocused}
      problem={isWrong && !isFocused ? 'Begin with https:// or http://' : null}
      onChange={(next) => onChange(next.trim())}
    />
  )
}
