// Asks before the draft becomes a revision again. Nothing is removed: restoring is itself an edit.
import { useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import { err } from '#shared/ipc/result.ts'
import type { RevisionSummary } from '#shared/revision/revision.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useDraftSession } from '../../state/draft-session-context.tsx'
import { useOpenArticle } from '../../state/open-article.ts'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'

export function RestoreDialog({
  articleId,
  revision,
  onClose,
}: {
  articleId: ArticleId
  revision: RevisionSummary
  onClose: () => void
}) {
  const desktop = useDesktop()
  const session = useDraftSession()
  const [isBusy, setBusy] = useState(false)
  const restore = async () => {
    setBusy(true)
    // What was just typed must be in the revision that is taken before the restore.
    const unsaved = await session.save()
    const prepared =
      unsaved === null
        ? await desktop.revisions.prepareRestore({ articleId, revisionId: revision.id })
        : err(unsaved)
    setBusy(false)
    onClose()
    if (!prepared.ok) return reportOutcome(prepared.error)
    const draft = session.state()
    if (draft.kind !== 'open' || draft.articleId !== articleId) return
    draft.replica.rewrite(prepared.value.article)
    useOpenArticle.getState().read(null)
    useToasts.getState().show({
      tone: 'success',
      title: `Revision ${revision.number} is the draft again`,
      text: `What was there before is kept as revision ${prepared.value.before.number}. Undo takes the restore back.`,
    })
  }
  return (
    <Dialog
      title={`Restore revision ${revision.number}?`}
      size="narrow"
      isAlert
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button weight="primary" autoFocus isPending={isBusy} onPress={() => void restore()}>
            Restore
          </Button>
        </>
      }
    >
      <p>
        The draft becomes what it was then: text and fields. Undo takes that back in one step, and what it is
        now is kept as a revision first. Nothing is removed from the history.
      </p>
    </Dialog>
  )
}
