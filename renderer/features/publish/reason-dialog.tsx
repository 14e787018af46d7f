// Asks why before the desk does something that nobody should have to guess the reason of later.
import { useState } from 'react'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome } from '#shared/errors/outcome.ts'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { needsReason } from '#shared/workflow/desk-event.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { useRefresh } from '../../bridge/use-refresh.ts'
import { ACT_WORDS } from '../../copy/act-words.ts'
import { useDraftSession } from '../../state/draft-session-context.tsx'
import type { ReasonedAct } from '../../state/dialogs.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { LineDialog } from '../../ui/line-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { outcomeSentence } from './publish-words.ts'

export function ReasonDialog({
  articleId,
  act,
  onClose,
}: {
  readonly articleId: ArticleId
  readonly act: ReasonedAct
  readonly onClose: () => void
}) {
  const desktop = useDesktop()
  const session = useDraftSession()
  const refresh = useRefresh()
  const [problem, setProblem] = useState<Outcome | null>(null)
  const words = ACT_WORDS[act]
  const standing = useLiveQuery('publishing', 'state', { articleId })
  const whyNot =
    standing.kind === 'ready'
      ? (standing.value.acts.find((known) => known.act === act)?.whyNot ?? null)
      : null

  const perform = async (why: string) => {
    // The ledger keeps a revision of the article as it was then: with the last words in it.
    const unsaved = await session.save()
    const answer = unsaved === null ? await performAct(desktop, articleId, act, why) : null
    const failure = unsaved ?? (answer?.ok === false ? answer.error : null)
    if (failure !== null) return setProblem(failure)
    onClose()
    refresh('publishing')
    refresh('library')
    useToasts.getState().show({ tone: 'success', title: words.done })
  }

  if (whyNot !== null)
    return (
      <Dialog
        title={words.button}
        size="narrow"
        onClose={onClose}
        footer={<Button onPress={onClose}>Close</Button>}
      >
        <p>{whyNot}</p>
      </Dialog>
    )
  return (
    <LineDialog
      title={words.button}
      label={needsReason(act) ? 'Why' : 'Why (if there is something to say)'}
      hint="Kept with your name and the time, for the desk only."
      acceptLabel={words.button}
      isOptional={!needsReason(act)}
      onAccept={perform}
      onClose={onClose}
    >
      {problem === null ? null : (
        <Notice tone="problem" title={outcomeSentence(problem).title}>
          {outcomeSentence(problem).text}
        </Notice>
      )}
      <p>{words.consequence}</p>
    </LineDialog>
  )
}

function performAct({ publishing }: DesktopApi, articleId: ArticleId, act: ReasonedAct, why: string) {
  switch (act) {
    case 'require-legal':
      return publishing.setLegal({ articleId, legal: 'required', why })
    case 'clear-legal':
      return publishing.setLegal({ articleId, legal: 'cleared', why })
    case 'drop-legal':
      return publishing.setLegal({ articleId, legal: 'not-needed', why })
    case 'hold':
      return publishing.setHold({ articleId, isOn: true, why })
    case 'release':
      return publishing.setHold({ articleId, isOn: false, why })
    case 'override-embargo':
      return publishing.overrideEmbargo({ articleId, why })
    case 'file':
    case 'return':
    case 'ready':
    case 'spike':
    case 'kill':
    case 'revive':
      return publishing.act({ articleId, verb: act, why })
  }
}
