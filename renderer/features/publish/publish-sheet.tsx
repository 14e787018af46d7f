// The publish sheet: what stands in the way, what changed since readers last got a page, what they are told of it, and the page
// that comes of it. Nothing leaves before the button is pressed.
import { type ReactNode, useReducer, useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import type { ProfileId } from '#shared/article/output-profile.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { useDraftSession } from '../../state/draft-session-context.tsx'
import type { ReasonedAct } from '../../state/dialogs.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Decisions } from './decisions.tsx'
import { Obstacles } from './obstacles.tsx'
import { PagePreview } from './page-preview.tsx'
import { ProfileChoice } from './profile-choice.tsx'
import { changeDraft } from './change-draft.ts'
import { decisionOf, NOTHING_DECIDED } from './publication-draft.ts'
import { outcomeSentence, publishSentence, publishedToast } from './publish-words.ts'
import styles from './publish-sheet.module.css'
import { ReasonDialog } from './reason-dialog.tsx'
import { usePublication } from './use-publication.ts'

export function PublishSheet({
  articleId,
  checks,
  onClose,
}: {
  readonly articleId: ArticleId
  /** What the checks found: a feature of its own. */
  readonly checks?: ReactNode
  readonly onClose: () => void
}) {
  const desktop = useDesktop()
  const session = useDraftSession()
  const refresh = useRefresh()
  const [profileId, setProfileId] = useState<ProfileId | null>(null)
  const [draft, dispatch] = useReducer(changeDraft, NOTHING_DECIDED)
  const [allowTk, setAllowTk] = useState(false)
  const [problem, setProblem] = useState<Outcome | null>(null)
  const [isBusy, setBusy] = useState(false)
  const [asking, setAsking] = useState<ReasonedAct | null>(null)
  const publication = usePublication(articleId, profileId)
  // In place of the sheet, which keeps what was decided so far.
  if (asking !== null)
    return <ReasonDialog articleId={articleId} act={asking} onClose={() => setAsking(null)} />
  if (publication.kind === 'failed')
    return (
      <Dialog title="Publish" onClose={onClose} footer={<Button onPress={onClose}>Close</Button>}>
        <FailedState outcome={publication.outcome} onRetry={publication.retry} />
      </Dialog>
    )
  const ready = publication.kind === 'ready' ? publication : null
  const decided = ready === null ? null : decisionOf(ready.plan.isFirst, ready.groups, draft)
  const decision = decided?.kind === 'decided' ? decided.decision : null
  const isBlocked = ready === null || ready.plan.blockers.length > 0

  const publish = async () => {
    if (ready === null || decision === null) return
    setBusy(true)
    setProblem(null)
    // What was typed a moment ago belongs on the page.
    const unsaved = await session.save()
    if (unsaved !== null) {
      setBusy(false)
      return setProblem(unsaved)
    }
    const { contentHash, lastEdition } = ready.plan
    const decidedOn = { contentHash, lastEditionId: lastEdition?.id ?? null }
    const answer = await desktop.publishing.publish({ articleId, profileId, decision, decidedOn, allowTk })
    setBusy(false)
    if (!answer.ok) {
      if (answer.error.type !== 'Cancelled') setProblem(answer.error)
      return refresh('publishing')
    }
    onClose()
    refresh('publishing')
    refresh('library')
    useToasts.getState().show(publishedToast(answer.value))
  }

  return (
    <Dialog
      title={ready === null || ready.plan.isFirst ? 'Publish' : 'Publish again'}
      size="full"
      onClose={onClose}
      footer={
        <>
          <p className={styles.summary} role="status">
            {ready === null || decided === null ? null : publishSentence(ready.plan, decided)}
          </p>
          <Button onPress={onClose}>Cancel</Button>
          <Button
            weight="primary"
            isPending={isBusy}
            isDisabled={isBlocked || decision === null}
            onPress={() => void publish()}
          >
            {isBusy ? 'Publishing…' : 'Choose a place and publish…'}
          </Button>
        </>
      }
    >
      {ready === null ? null : (
        <div className={styles.sheet}>
          <div className={styles.decide}>
            <Obstacles
              articleId={articleId}
              plan={ready.plan}
              problem={problem === null ? null : outcomeSentence(problem)}
              isPartlySaved={ready.flushed === 'partly'}
              allowTk={allowTk}
              onAllowTk={setAllowTk}
              hasLeftTk={problem?.type === 'LeakFound' && problem.kind === 'TK'}
              onAsk={setAsking}
              onClose={onClose}
            />
            <ProfileChoice value={profileId ?? ready.plan.profileId} onChange={setProfileId} />
            <Decisions plan={ready.plan} groups={ready.groups} draft={draft} dispatch={dispatch} />
            {checks}
          </div>
          <PagePreview
            request={
              decision === null
                ? null
                : { articleId, profileId: profileId ?? ready.plan.profileId, decision, allowTk: true }
            }
          />
        </div>
      )}
    </Dialog>
  )
}
