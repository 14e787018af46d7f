// Where the article stands with the desk, what can be done with it from here and what not, and its public stamps.
import { stampWords } from '#shared/article/format-stamp.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import type { Act } from '#shared/workflow/desk-event.ts'
import { DESK_VERBS, type DeskVerb } from '#shared/workflow/status.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { ACT_WORDS, actLabel } from '../../copy/act-words.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { STATUS_WORDS } from '../../copy/status-words.ts'
import { fullTime } from '../../copy/time-words.ts'
import { type ReasonedAct, useDialogs } from '../../state/dialogs.ts'
import { useArticleCommands } from '../../state/use-article-commands.ts'
import { Button } from '../../ui/button.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import styles from './story.module.css'

type Standing = OutputOf<'publishing', 'state'>

/** Offered beside the verbs where they are possible; an embargo is lifted where it stands in the way. */
const CAUTIONS = ['require-legal', 'clear-legal', 'drop-legal', 'hold', 'release'] as const

export function Workflow({
  articleId,
  canWrite,
}: {
  readonly articleId: ArticleId
  readonly canWrite: boolean
}) {
  const live = useLiveQuery('publishing', 'state', { articleId })
  const profile = useLiveQuery('library', 'profile', {})
  if (live.kind === 'failed') return <FailedState outcome={live.outcome} onRetry={live.retry} />
  if (live.kind === 'loading' || live.isStale) return null
  const { state, stamps } = live.value
  const zone = profile.kind === 'ready' ? profile.value.zone : 'UTC'
  return (
    <section className={styles.workflow} aria-label="Status">
      <p className={styles.status}>
        <StatusMark status={state.status} />
        {STATUS_WORDS[state.status]}
      </p>
      <dl className={styles.stamps}>
        <dt>Published</dt>
        <dd>{stamps.published ? stampWords(stamps.published, zone) : 'not yet'}</dd>
        {stamps.updated ? (
          <>
            <dt>Updated</dt>
            <dd>{stampWords(stamps.updated, zone)}</dd>
          </>
        ) : null}
      </dl>
      <Cautions state={state} />
      {canWrite ? <Acts articleId={articleId} standing={live.value} /> : null}
    </section>
  )
}

/** Whoever stopped it, and why. */
function Cautions({ state: { hold, legal } }: { readonly state: Standing['state'] }) {
  if (hold === null && legal.state === 'not-needed') return null
  return (
    <ul className={styles.cautions}>
      {hold === null ? null : <li>{signed('On hold', hold)}</li>}
      {legal.state === 'required' ? <li>{signed('Legal review is needed', legal)}</li> : null}
      {legal.state === 'cleared' ? <li>{signed('Cleared for legal', legal)}</li> : null}
    </ul>
  )
}

function signed(
  what: string,
  by: { readonly who: string; readonly why: string; readonly at: number },
): string {
  const reason = by.why === '' ? '' : `: ${by.why}`
  return `${what}${reason} (${by.who === '' ? 'nobody named' : by.who}, ${fullTime(by.at)})`
}

function Acts({ articleId, standing }: { readonly articleId: ArticleId; readonly standing: Standing }) {
  const commands = useArticleCommands()
  const { open } = useDialogs()
  const whyNot = new Map(standing.acts.map((known) => [known.act, known.whyNot]))
  const can = (act: Act) => whyNot.get(act) === null
  const impossible = DESK_VERBS.filter((verb) => !can(verb))
  const canPublish = can('publish') || can('republish')
  const ask = (act: ReasonedAct) => open({ kind: 'reason', articleId, act })
  const doVerb = (verb: DeskVerb) => commands.act(articleId, verb)
  return (
    <>
      <div className={styles.verbs}>
        {canPublish ? (
          <Button weight="primary" onPress={() => open({ kind: 'publish', articleId })}>
            {ACT_WORDS[can('publish') ? 'publish' : 'republish'].button}
          </Button>
        ) : null}
        {DESK_VERBS.filter(can).map((verb) => (
          <Button key={verb} onPress={() => doVerb(verb)}>
            {actLabel(verb)}
          </Button>
        ))}
      </div>
      <div className={styles.verbs}>
        {CAUTIONS.filter(can).map((act) => (
          <Button key={act} weight="quiet" onPress={() => ask(act)}>
            {ACT_WORDS[act].button}…
          </Button>
        ))}
      </div>
      <details className={styles.impossible}>
        <summary>Not possible now</summary>
        <dl>
          {impossible.map((verb) => (
            <div key={verb}>
              <dt>{ACT_WORDS[verb].button}</dt>
              <dd>{whyNot.get(verb)}</dd>
            </div>
          ))}
        </dl>
      </details>
    </>
  )
}
