// A search box with a clear button; Escape clears.
import { Search, X } from 'lucide-react'
import type { KeyboardEvent, Ref } from 'react'
import { Button } from 'react-aria-components/Button'
import { Input } from 'react-aria-components/Input'
import { SearchField as AriaSearchField } from 'react-aria-components/SearchField'
import { classNames } from './class-names.ts'
import styles from './search-field.module.css'

export function SearchField({
  label,
  value,
  onChange,
  onKeyDown,
  inputRef,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void
  inputRef?: Ref<HTMLInputElement>
}) {
  return (
    <AriaSearchField
      aria-label={label}
      value={value}
      onChange={onChange}
      className={classNames(styles.field)}
    >
      <Search aria-hidden className={styles.glass} />
      <Input
        {...(inputRef ? { ref: inputRef } : {})}
        className={classNames(styles.input)}
        placeholder={label}
        onKeyDown={onKeyDown}
        spellCheck="false"
      />
      <Button className={classNames(styles.clear)} aria-label="Clear search">
        <X aria-hidden />
      </Button>
    </AriaSearchField>
  )
}
