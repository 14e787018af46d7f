// Keeps the draft as it is now under a name. Named revisions are never thinned.
import { type FormEvent, useId, useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import { err } from '#shared/ipc/result.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useDraftSession } from '../../state/draft-session-context.tsx'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'

export function NameRevisionDialog({ articleId, onClose }: { articleId: ArticleId; onClose: () => void }) {
  const desktop = useDesktop()
  const session = useDraftSession()
  const formId = useId()
  const [label, setLabel] = useState('')
  const [isBusy, setBusy] = useState(false)
  const take = async () => {
    setBusy(true)
    const unsaved = await session.save()
    const answer =
      unsaved === null ? await desktop.revisions.take({ articleId, label: label.trim() }) : err(unsaved)
    setBusy(false)
    if (!answer.ok) return reportOutcome(answer.error)
    onClose()
    useToasts.getState().show({
      tone: 'success',
      title: `Kept as revision ${answer.value.number}`,
      text: label.trim(),
    })
  }
  return (
    <Dialog
      title="Name this revision"
      size="narrow"
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            weight="primary"
            type="submit"
            form={formId}
            isPending={isBusy}
            isDisabled={label.trim() === ''}
          >
            Keep
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (label.trim() !== '' && !isBusy) void take()
        }}
      >
        <TextField
          label="Name"
          autoFocus
          value={label}
          maxLength={MAX_LINE_CHARS}
          onChange={setLabel}
          hint="Such as “As filed” or “After the lawyer”. Your text is saved anyway; this marks the moment."
        />
      </form>
    </Dialog>
  )
}
