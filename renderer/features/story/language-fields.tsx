// The language the article is written in, and its direction.
import { useMeta } from '../../state/draft-session-context.tsx'
import { LanguageField } from '../../ui/language-field.tsx'
import { Select } from '../../ui/select.tsx'
import type { StoryPartProps } from './story-part.ts'

const DIRECTIONS = [
  { id: 'auto', label: 'As the language is written' },
  { id: 'ltr', label: 'Left to right' },
  { id: 'rtl', label: 'Right to left' },
] as const

export function LanguageFields({ meta, isDisabled }: StoryPartProps) {
  const language = useMeta(meta, (all) => all.language)
  const direction = useMeta(meta, (all) => all.direction)
  return (
    <>
      <LanguageField
        label="Language"
        value={language}
        isDisabled={isDisabled}
        onChange={(value) => meta.set('language', value)}
      />
      <Select
        label="Direction"
        value={direction}
        options={DIRECTIONS}
        isDisabled={isDisabled}
        onChange={(value) => meta.set('direction', value)}
      />
    </>
  )
}
