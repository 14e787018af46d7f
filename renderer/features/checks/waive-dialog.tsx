// Lets a finding stand: who and when are known, why is asked.
import type { ArticleId } from '#shared/article/ids.ts'
import { err } from '#shared/ipc/result.ts'
import type { Finding } from '#shared/workflow/checks/finding.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { useDraftSession } from '../../state/draft-session-context.tsx'
import { reportOutcome } from '../../state/report-outcome.ts'
import { LineDialog } from '../../ui/line-dialog.tsx'
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
  const waive = async (why: string) => {
    // Main looks for the finding in what it holds: what was just typed goes there first.
    const unsaved = await session.save()
    const answer =
      unsaved === null ? await desktop.checks.waive({ articleId, finding: finding.id, why }) : err(unsaved)
    if (!answer.ok) return reportOutcome(answer.error)
    refresh('checks')
    onClose()
  }
  return (
    <LineDialog
      title="Let it stand"
      label="Why"
      hint="Kept with your name and the time. It counts until these words change."
      acceptLabel="Let it stand"
      onAccept={waive}
      onClose={onClose}
    >
      <p dir="auto">{finding.sentence}</p>
      {finding.excerpt === '' ? null : (
        <blockquote className={styles.quote} dir="auto">
          {finding.excerpt}
        </blockquote>
      )}
    </LineDialog>
  )
}
