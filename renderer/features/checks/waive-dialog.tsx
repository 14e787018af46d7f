// Lets a finding stand: who and when are known, why is asked.
import { type FormEvent, useId, useState } from 'react'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Finding } from '#shared/workflow/checks/finding.ts'
import { err } from '#shared/ipc/result.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { useDraftSession } from '../../state/draft-session-context.tsx'
import { reportOutcome } from '../../state/report-outcome.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import styles from './checks.module.css'

interface Props {
  readonly articleId: ArticleId
  readonly finding: Finding
  readonly onClose: () => void
}

export function WaiveDialog({ articleId, finding, onClose }: Props) {
  const desktop = useDesktop()
  const session = useDraftSession()
  const refresh = useRefresh()
  const formId = useId()
  const [why, setWhy] = useState('')
  const [isBusy, setBusy] = useState(false)
  const waive = async () => {
    setBusy(true)
    // Main looks for the finding in what it holds: what was just typed goes there first.
    const unsaved = await session.save()
    const answer =
      unsaved === null
        ? await desktop.checks.waive({ articleId, finding: finding.id, why: why.trim() })
        : err(unsaved)
    setBusy(false)
    if (!answer.ok) return reportOutcome(answer.error)
    refresh('checks')
    onClose()
  }
  return (
    <Dialog
      title="Let it stand"
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
            isDisabled={why.trim() === ''}
          >
            Let it stand
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (why.trim() !== '' && !isBusy) void waive()
        }}
      >
        <p dir="auto">{finding.sentence}</p>
        {finding.excerpt === '' ? null : (
          <blockquote className={styles.quote} dir="auto">
            {finding.excerpt}
          </blockquote>
        )}
        <TextField
          label="Why"
          autoFocus
          value={why}
          maxLength={MAX_LINE_CHARS}
          onChange={setWhy}
          hint="Kept with your name and the time. It counts until these words change."
        />
      </form>
    </Dialog>
  )
}
