// Words that spelling lets stand in every article of the library.
import { useState } from 'react'
import { houseWordSchema } from '#shared/workflow/checks/desk-file.ts'
import { counted } from '../../copy/number-words.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { linesOf } from './section-settings.tsx'

interface Props {
  readonly words: readonly string[]
  readonly onSave: (words: string[]) => Promise<boolean>
}

export function HouseDictionary({ words, onSave }: Props) {
  return (
    <Section title="House dictionary" aside={counted(words.length, 'word')} isOpenAtFirst={false}>
      {/* What another window or the galley adds begins the form anew. */}
      <DictionaryForm key={words.join('\n')} words={words} onSave={onSave} />
    </Section>
  )
}

function DictionaryForm({ words, onSave }: Props) {
  const [text, setText] = useState(words.join('\n'))
  const [isBusy, setBusy] = useState(false)
  const lines = linesOf(text)
  const wrong = lines.find((line) => !houseWordSchema.safeParse(line).success)
  const save = async () => {
    setBusy(true)
    await onSave(lines)
    setBusy(false)
  }
  return (
    <>
      <TextArea
        label="Words that spelling lets stand, one a line"
        rows={6}
        value={text}
        onChange={setText}
        problem={wrong === undefined ? null : `“${wrong}” is not a word.`}
        hint="Names of places and people of your region. Your own words are kept in your settings."
      />
      <div>
        <Button isPending={isBusy} isDisabled={wrong !== undefined} onPress={() => void save()}>
          Save the dictionary
        </Button>
      </div>
    </>
  )
}
