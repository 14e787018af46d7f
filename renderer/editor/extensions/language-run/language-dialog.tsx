// Asks which language a passage is in.
import type { Editor } from '@tiptap/core'
import { useState } from 'react'
import { isLanguageTag } from '#shared/schema/marks/language-run.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LanguageField } from '../../../ui/language-field.tsx'
import { runRange, setRun } from './language-run.ts'
import { useLanguageDialog } from './language-store.ts'

export function LanguageSurface({ editor }: { readonly editor: Editor }) {
  const isOpen = useLanguageDialog((dialog) => dialog.isOpen)
  return isOpen ? <LanguageDialog editor={editor} /> : null
}

function LanguageDialog({ editor }: { readonly editor: Editor }) {
  const [range] = useState(() => runRange(editor.state))
  const [language, setLanguage] = useState(range?.language ?? '')
  const close = () => {
    useLanguageDialog.getState().setOpen(false)
    // The dialog gives focus back when it is gone; the text wants it after that.
    requestAnimationFrame(() => editor.view.focus())
  }
  const mark = (tag: string) => {
    if (range !== null) setRun(range, tag)(editor.state, editor.view.dispatch)
    close()
  }
  return (
    <Dialog
      title="Language of the selection"
      size="narrow"
      onClose={close}
      footer={
        <>
          {range?.language ? <Button onPress={() => mark('')}>Same as the Article</Button> : null}
          <Button onPress={close}>Cancel</Button>
          <Button weight="primary" isDisabled={!isLanguageTag(language)} onPress={() => mark(language)}>
            Mark
          </Button>
        </>
      }
    >
      <LanguageField label="Language" value={language} onChange={setLanguage} />
    </Dialog>
  )
}
