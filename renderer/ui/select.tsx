// One choice among a few.
import { ChevronDown, Check } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { Label } from 'react-aria-components/Label'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { classNames } from './class-names.ts'
import field from './field.module.css'
import list from './list.module.css'
import styles from './select.module.css'

export interface Option<T extends string> {
  readonly id: T
  readonly label: string
  /** Shown in the list beside the label, and not once it is chosen. */
  readonly detail?: string
}

export function Select<T extends string>({
  label,
  value,
  options,
  onChange,
  isLabelHidden = false,
  isDisabled = false,
  look = 'field',
}: {
  label: string
  value: T
  options: readonly Option<T>[]
  onChange: (value: T) => void
  isLabelHidden?: boolean
  isDisabled?: boolean
  look?: 'field' | 'quiet'
}) {
  return (
    <AriaSelect
      className={classNames(field.field)}
      {...(isLabelHidden ? { 'aria-label': label } : {})}
      value={value}
      isDisabled={isDisabled}
      onChange={(key) => {
        const chosen = options.find((option) => option.id === key)
        if (chosen) onChange(chosen.id)
      }}
    >
      {isLabelHidden ? null : (
        <div className={field.label}>
          <Label>{label}</Label>
        </div>
      )}
      <Button className={classNames(styles.button, look === 'field' ? styles.ruled : styles.quiet)}>
        <SelectValue className={classNames(styles.value)}>{({ selectedText }) => selectedText}</SelectValue>
        <ChevronDown aria-hidden />
      </Button>
      <Popover className={classNames(list.popover)}>
        <ListBox className={classNames(list.list)} items={options}>
          {(option) => (
            <ListBoxItem id={option.id} textValue={option.label} className={classNames(list.item)}>
              <Check aria-hidden className={list.tick} />
              <span className={list.text}>{option.label}</span>
              {option.detail ? <span className={list.aside}>{option.detail}</span> : null}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  )
}
