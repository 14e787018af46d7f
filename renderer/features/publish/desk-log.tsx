// What the desk did with the article: who, when, why. Nothing in it is ever altered.
import type { ArticleId } from '#shared/article/ids.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { ACT_WORDS } from '../../copy/act-words.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { dayWords, fullTime, shortTime } from '../../copy/time-words.ts'
import { useNow } from '../../state/use-now.ts'
import { Section } from '../../ui/section.tsx'
import styles from './desk-log.module.css'

export function DeskLog({ articleId }: { readonly articleId: ArticleId }) {
  const live = useLiveQuery('publishing', 'state', { articleId })
  const now = useNow()
  if (live.kind === 'loading') return null
  if (live.kind === 'failed') return <FailedState outcome={live.outcome} onRetry={live.retry} />
  const events = live.value.events.toReversed()
  if (events.length === 0) return null
  return (
    <Section title="Desk log" aside={String(events.length)} isOpenAtFirst={false}>
      <ol className={styles.log} aria-label="What the desk did, newest first">
        {events.map(({ act, who, why, at }, index) => (
          // The ledger only grows: counted from its end an entry keeps its number.
          <li key={events.length - index} className={styles.entry}>
            <span className={styles.act}>{ACT_WORDS[act].done}</span>
            <span className={styles.facts}>
              <span dir="auto">{who === '' ? 'Nobody named' : who}</span>,{' '}
              <time title={fullTime(at)}>
                {dayWords(at, now)} {shortTime(at)}
              </time>
            </span>
            {why === '' ? null : (
              <span className={styles.why} dir="auto">
                {why}
              </span>
            )}
          </li>
        ))}
      </ol>
    </Section>
  )
}
