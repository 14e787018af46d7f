// A language as a BCP 47 tag, with its name beside it.
import { CheckedComboBox } from './checked-combo-box.tsx'

/** Offered first; any other tag may be typed. */
const COMMON = [
  'en',
  'en-GB',
  'en-US',
  'ko',
  'ja',
  'zh-Hans',
  'zh-Hant',
  'ar',
  'fa',
  'he',
  'ur',
  'hi',
  'de',
  'fr',
  'es',
  'pt',
  'it',
  'nl',
  'pl',
  'uk',
  'ru',
  'tr',
  'sv',
  'nb',
  'da',
  'fi',
  'cs',
  'el',
  'hu',
  'ro',
  'vi',
  'th',
  'id',
  'sw',
] as const

export function LanguageField({
  label,
  value,
  onChange,
  isDisabled = false,
}: {
  label: string
  value: string
  onChange: (value: string) => void
  isDisabled?: boolean
}) {
  const name = languageName(value)
  return (
    <CheckedComboBox
      label={label}
      value={value}
      suggestions={COMMON}
      isDisabled={isDisabled}
      onChange={onChange}
      {...(name === null ? {} : { hint: name })}
      problemOf={(typed) =>
        languageName(typed) === null ? 'Write a language tag such as en-GB, ko or ar.' : null
      }
    />
  )
}

function languageName(tag: string): string | null {
  try {
    return new Intl.DisplayNames(['en'], { type: 'language' }).of(tag) ?? null
  } catch {
    return null // Intl answers a malformed tag by throwing: this is the question, not a failure
  }
}
