// A combo box for values that must be whole to mean anything: what is half typed stays inside until it is right.
import { useState } from 'react'
import { ComboBox } from './combo-box.tsx'

export function CheckedComboBox({
  label,
  value,
  suggestions,
  problemOf,
  onChange,
  isDisabled = false,
  placeholder = '',
  hint,
}: {
  label: string
  value: string
  suggestions: readonly string[]
  /** A sentence saying what is wrong with a text, or null when it may be told. */
  problemOf: (typed: string) => string | null
  onChange: (value: string) => void
  isDisabled?: boolean
  placeholder?: string
  hint?: string
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? value
  return (
    <ComboBox
      label={label}
      value={shown}
      placeholder={placeholder}
      suggestions={suggestions}
      isDisabled={isDisabled}
      problem={problemOf(shown)}
      {...(hint === undefined ? {} : { hint })}
      onChange={(next) => {
        const isWhole = problemOf(next) === null
        setTyped(isWhole ? null : next)
        if (isWhole && next !== value) onChange(next)
      }}
    />
  )
}
