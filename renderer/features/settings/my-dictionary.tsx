// This person's own words, one a line.
import { useState } from 'react'
import { houseWordSchema } from '#shared/workflow/checks/desk-file.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/text-field.tsx'
import { linesOf } from './section-settings.tsx'

interface Props {
  readonly words: readonly string[]
  readonly onSave: (words: string[]) => void
}

export function MyDictionary({ words, onSave }: Props) {
  const [text, setText] = useState(words.join('\n'))
  const lines = linesOf(text)
  const wrong = lines.find((line) => !houseWordSchema.safeParse(line).success)
  return (
    <>
      <TextArea
        label="My dictionary, one word a line"
        rows={4}
        value={text}
        onChange={setText}
        problem={wrong === undefined ? null : `“${wrong}” is not a word.`}
        hint="Words that spelling lets stand for you. Those of the house are under House style."
      />
      <div>
        <Button isDisabled={wrong !== undefined || text === words.join('\n')} onPress={() => onSave(lines)}>
          Save my dictionary
        </Button>
      </div>
    </>
  )
}
