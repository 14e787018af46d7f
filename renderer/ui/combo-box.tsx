// A line of text with suggestions; any other words may be typed too.
import { ChevronDown } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { ComboBox as AriaComboBox } from 'react-aria-components/ComboBox'
import { FieldError } from 'react-aria-components/FieldError'
import { Group } from 'react-aria-components/Group'
import { Input } from 'react-aria-components/Input'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import list from './list.module.css'

/** Suggestions drawn at once: more are found by typing, and a list of every time zone would be slow to build. */
const MAX_SHOWN = 60

export function ComboBox({
  label,
  value,
  suggestions,
  onChange,
  placeholder = '',
  aside,
  hint,
  problem = null,
  isDisabled = false,
}: {
  label: string
  value: string
  suggestions: readonly string[]
  onChange: (value: string) => void
  placeholder?: string
  aside?: ReactNode
  hint?: string
  problem?: string | null
  isDisabled?: boolean
}) {
  return (
    <AriaComboBox
      className={classNames(field.field)}
      allowsCustomValue
      allowsEmptyCollection={false}
      inputValue={value}
      onInputChange={onChange}
      items={matching(suggestions, value)}
      isDisabled={isDisabled}
      isInvalid={problem !== null}
      validationBehavior="aria"
    >
      <div className={field.label}>
        <Label>{label}</Label>
        {aside}
      </div>
      <Group className={classNames(field.group)}>
        <Input className={classNames(field.input)} placeholder={placeholder} />
        <Button className={classNames(field.arrow)}>
          <ChevronDown aria-hidden />
        </Button>
      </Group>
      {hint === undefined ? null : (
        <Text slot="description" className={classNames(field.hint)}>
          {hint}
        </Text>
      )}
      <FieldError className={classNames(field.problem)}>{problem}</FieldError>
      <Popover className={classNames(list.popover)}>
        <ListBox className={classNames(list.list)}>
          {(item: Suggestion) => (
            <ListBoxItem textValue={item.id} className={classNames(list.item)}>
              <span className={list.text}>{item.id}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaComboBox>
  )
}

interface Suggestion {
  readonly id: string
}

function matching(suggestions: readonly string[], typed: string): Suggestion[] {
  const unique = [...new Set(suggestions)]
  const wanted = typed.trim().toLocaleLowerCase()
  // A value that is itself a suggestion was chosen, not typed: opening the list then offers all of them.
  const isChosen = unique.some((name) => name.toLocaleLowerCase() === wanted)
  const found =
    wanted === '' || isChosen ? unique : unique.filter((name) => name.toLocaleLowerCase().includes(wanted))
  return found.slice(0, MAX_SHOWN).map((id) => ({ id }))
}
