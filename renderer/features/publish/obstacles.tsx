// What stands in the way of a publication, each with the way out of it.
import type { ArticleId } from '#shared/article/ids.ts'
import { runAction } from '../../app/action-registry.ts'
import { useLiveValue } from '../../bridge/use-live-query.ts'
import type { ReasonedAct } from '../../state/dialogs.ts'
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
  onAsk,
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
  /** Asks the reason of what would take an obstacle away. */
  readonly onAsk: (act: ReasonedAct) => void
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
          actions={<WayOut blocker={blocker} onAsk={onAsk} onClose={onClose} />}
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
  onAsk,
  onClose,
}: {
  readonly blocker: Blocker
  readonly onAsk: (act: ReasonedAct) => void
  readonly onClose: () => void
}) {
  switch (blocker.type) {
    case 'EmbargoActive':
      return <Button onPress={() => onAsk('override-embargo')}>Publish before it ends…</Button>
    case 'OnHold':
      return <Button onPress={() => onAsk('release')}>Release the hold…</Button>
    case 'LegalNotCleared':
      return <Button onPress={() => onAsk('clear-legal')}>Clear it…</Button>
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
