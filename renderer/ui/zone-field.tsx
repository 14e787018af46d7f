// An IANA zone from the runtime's own table, or none where that is allowed.
import { CheckedComboBox } from './checked-combo-box.tsx'

const ZONES: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]

export function ZoneField({
  label,
  zone,
  onChange,
  isDisabled = false,
  isOptional = false,
  placeholder = '',
}: {
  label: string
  zone: string
  onChange: (zone: string) => void
  isDisabled?: boolean
  isOptional?: boolean
  placeholder?: string
}) {
  return (
    <CheckedComboBox
      label={label}
      value={zone}
      placeholder={placeholder}
      suggestions={ZONES}
      isDisabled={isDisabled}
      onChange={onChange}
      problemOf={(typed) => {
        if (typed === '') return isOptional ? null : 'Choose a time zone, such as Asia/Seoul.'
        return isZone(typed) ? null : `“${typed}” is not a time zone. Choose one such as Asia/Seoul.`
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
