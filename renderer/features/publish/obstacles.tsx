// What stands in the way of a publication, each with the way out of it.
import type { ArticleId } from '#shared/article/ids.ts'
import { runAction } from '../../app/action-registry.ts'
import { useLiveValue } from '../../bridge/use-live-query.ts'
import { type ReasonedAct, useDialogs } from '../../state/dialogs.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Notice } from '../../ui/notice.tsx'
import type { Plan } from './use-publication.ts'

type Blocker = Plan['blockers'][number]

export function Obstacles({
  articleId,
  plan,
  problem,
  isPartlySaved,
  allowTk,
  onAllowTk,
  hasLeftTk,
  onClose,
}: {
  readonly articleId: ArticleId
  readonly plan: Plan
  /** What went wrong with the last try, in words. */
  readonly problem: { readonly title: string; readonly text: string } | null
  readonly isPartlySaved: boolean
  readonly allowTk: boolean
  readonly onAllowTk: (isAllowed: boolean) => void
  readonly hasLeftTk: boolean
  readonly onClose: () => void
}) {
  const hasTk = useLiveValue('library', 'get', { articleId }, ({ summary }) => summary.hasTk) ?? false
  return (
    <>
      {problem === null ? null : (
        <Notice tone="problem" title={problem.title}>
          {problem.text}
        </Notice>
      )}
      {plan.blockers.map((blocker) => (
        <Notice
          key={blocker.type}
          tone="problem"
          title={blocker.title}
          actions={<WayOut blocker={blocker} articleId={articleId} onClose={onClose} />}
        >
          {blocker.sentence} {blocker.nextStep}
        </Notice>
      ))}
      {plan.warnings.map((warning) => (
        <Notice key={warning} tone="caution" title="Note:">
          {warning}
        </Notice>
      ))}
      {isPartlySaved ? (
        <Notice tone="caution" title="Note:">
          The latest changes are not saved yet, so they are not on this page.
        </Notice>
      ) : null}
      {hasTk || hasLeftTk ? (
        <Notice tone="caution" title="There is still a TK in this article.">
          <div>
            <Checkbox isSelected={allowTk} onChange={onAllowTk}>
              Publish it all the same
            </Checkbox>
          </div>
        </Notice>
      ) : null}
    </>
  )
}

function WayOut({
  blocker,
  articleId,
  onClose,
}: {
  readonly blocker: Blocker
  readonly articleId: ArticleId
  readonly onClose: () => void
}) {
  const { open } = useDialogs()
  const ask = (act: ReasonedAct) => open({ kind: 'reason', articleId, act, isFromSheet: true })
  switch (blocker.type) {
    case 'EmbargoActive':
      return <Button onPress={() => ask('override-embargo')}>Publish before it ends…</Button>
    case 'OnHold':
      return <Button onPress={() => ask('release')}>Release the hold…</Button>
    case 'LegalNotCleared':
      return <Button onPress={() => ask('clear-legal')}>Clear it…</Button>
    case 'ChecksFailed':
      return (
        <Button
          onPress={() => {
            onClose()
            runAction('go.checks')
          }}
        >
          Show the checks
        </Button>
      )
    case 'HeadlineMissing':
    case 'InvalidTransition':
    case 'LeakFound':
    case 'PictureDamaged':
    case 'PictureNotFound':
      return null
  }
}
