// Keeps the draft as it is now under a name. Named revisions are never thinned.
import type { ArticleId } from '#shared/article/ids.ts'
import { err } from '#shared/ipc/result.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useDraftSession } from '../../state/draft-session-context.tsx'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'
import { LineDialog } from '../../ui/line-dialog.tsx'

export function NameRevisionDialog({ articleId, onClose }: { articleId: ArticleId; onClose: () => void }) {
  const desktop = useDesktop()
  const session = useDraftSession()
  const take = async (label: string) => {
    const unsaved = await session.save()
    const answer = unsaved === null ? await desktop.revisions.take({ articleId, label }) : err(unsaved)
    if (!answer.ok) return reportOutcome(answer.error)
    onClose()
    useToasts.getState().show({
      tone: 'success',
      title: `Kept as revision ${answer.value.number}`,
      text: label,
    })
  }
  return (
    <LineDialog
      title="Name this revision"
      label="Name"
      hint="Such as “As filed” or “After the lawyer”. Your text is saved anyway; this marks the moment."
      acceptLabel="Keep"
      onAccept={take}
      onClose={onClose}
    />
  )
}
