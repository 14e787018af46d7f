// Saves the open draft to a file of the person's choice when the library cannot take it.
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import type { DraftReplica } from '../editor/index.ts'
import { reportOutcome } from './report-outcome.ts'
import { useToasts } from './toasts.ts'

/** True once the copy is written. */
export async function saveRescueCopy(desktop: DesktopApi, replica: DraftReplica): Promise<boolean> {
  const { articleId } = replica
  const answer = await desktop.drafts.rescue({ articleId, state: replica.stateUpdate() })
  if (!answer.ok) {
    reportOutcome(answer.error)
    return false
  }
  useToasts.getState().show({ tone: 'success', title: 'Copy saved', text: answer.value.fileName })
  return true
}
