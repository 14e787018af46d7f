// Asks which language a passage is in.
import type { Editor } from '@tiptap/core'
import { useEffect, useRef, useState } from 'react'
import { isLanguageTag } from '#shared/schema/marks/language-run.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { LanguageField } from '../../../ui/language-field.tsx'
import type { EditorContext } from '../../editor-feature.ts'
import { type RunRange, runRange, setRun } from './language-run.ts'
import { useLanguageDialog } from './language-store.ts'

interface SurfaceProps {
  readonly editor: Editor
  readonly context: EditorContext
}

export function LanguageSurface(props: SurfaceProps) {
  const isOpen = useLanguageDialog((dialog) => dialog.isOpen)
  return isOpen ? <LanguageDialog {...props} /> : null
}

function LanguageDialog({ editor, context }: SurfaceProps) {
  const [range] = useState(() => runRange(editor.state))
  const [language, setLanguage] = useState(() => firstGuess(range, context))
  const form = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const field = form.current?.querySelector('input')
    field?.focus()
    field?.select()
  }, [])
  const close = () => {
    useLanguageDialog.getState().setOpen(false)
    // The dialog gives focus back when it is gone; the text wants it after that.
    requestAnimationFrame(() => editor.view.focus())
  }
  const mark = (tag: string) => {
    if (range !== null) setRun(range, tag)(editor.state, editor.view.dispatch)
    if (tag !== '') useLanguageDialog.getState().noteUsed(tag)
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
      <div ref={form}>
        <LanguageField label="Language" value={language} onChange={setLanguage} />
      </div>
    </Dialog>
  )
}

/** The run's own language, else the one marked last, else one that is not the article's. */
function firstGuess(range: RunRange | null, context: EditorContext): string {
  const { lastUsed } = useLanguageDialog.getState()
  return range?.language || lastUsed || (context.language().startsWith('en') ? 'fr' : 'en')
}
