// An IANA zone from the runtime's own table. A half-typed name stays inside; only a whole one is told.
import { useState } from 'react'
import { ComboBox } from './combo-box.tsx'

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]

export function ZoneField({
  label,
  zone,
  onChange,
  isDisabled = false,
  placeholder = '',
}: {
  label: string
  zone: string
  onChange: (zone: string) => void
  isDisabled?: boolean
  placeholder?: string
}) {
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? zone
  const isWhole = shown === '' || isZone(shown)
  return (
    <ComboBox
      label={label}
      value={shown}
      placeholder={placeholder}
      suggestions={ZONES}
      isDisabled={isDisabled}
      problem={isWhole ? null : `“${shown}” is not a time zone. Choose one such as Asia/Seoul.`}
      onChange={(next) => {
        const isDone = next === '' || isZone(next)
        setTyped(isDone ? null : next)
        if (isDone && next !== zone) onChange(next)
      }}
    />
  )
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false // Intl answers an unknown zone by throwing: this is the question, not a failure
  }
}
