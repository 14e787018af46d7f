// Asks for one line of words and hands it on; Enter or the button accepts, once, and not while words are missing.
import { type FormEvent, type ReactNode, useId, useState } from 'react'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'
import styles from './line-dialog.module.css'
import { TextField } from './text-field.tsx'

export function LineDialog({
  title,
  label,
  hint,
  acceptLabel,
  isOptional = false,
  children,
  onAccept,
  onClose,
}: {
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly acceptLabel: string
  /** No words are an answer too. */
  readonly isOptional?: boolean
  /** What the line is about, before it is asked for. */
  readonly children?: ReactNode
  /** Closes the dialog itself when it went well; the words stay to be tried again when not. */
  readonly onAccept: (line: string) => Promise<void>
  readonly onClose: () => void
}) {
  const formId = useId()
  const [line, setLine] = useState('')
  const [isBusy, setBusy] = useState(false)
  const isMissing = !isOptional && line.trim() === ''
  const accept = async (event: FormEvent) => {
    event.preventDefault()
    if (isMissing || isBusy) return
    setBusy(true)
    await onAccept(line.trim())
    setBusy(false)
  }
  return (
    <Dialog
      title={title}
      size="narrow"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button weight="primary" type="submit" form={formId} isPending={isBusy} isDisabled={isMissing}>
            {acceptLabel}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void accept(event)}>
        {children}
        <TextField
          label={label}
          autoFocus
          value={line}
          maxLength={MAX_LINE_CHARS}
          onChange={setLine}
          hint={hint}
        />
      </form>
    </Dialog>
  )
}
