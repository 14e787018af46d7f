// What readers have had and have: every edition, frozen, and the page that stood at any instant.
import { Clock } from 'lucide-react'
import type { ArticleId } from '#shared/article/ids.ts'
import { isPage, type ShownEdition } from '#shared/workflow/edition.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { EDITION_WORDS } from '../../copy/edition-words.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { fullTime, shortTime, dayWords } from '../../copy/time-words.ts'
import { useDialogs } from '../../state/dialogs.ts'
import { useNow } from '../../state/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Section } from '../../ui/section.tsx'
import styles from './editions.module.css'

export function Editions({ articleId }: { readonly articleId: ArticleId }) {
  const live = useLiveQuery('publishing', 'editions', { articleId })
  const { open } = useDialogs()
  const now = useNow()
  if (live.kind === 'loading') return null
  if (live.kind === 'failed') return <FailedState outcome={live.outcome} onRetry={live.retry} />
  const editions = live.value
  if (editions.length === 0) return null
  return (
    <Section title="Editions" aside={String(editions.length)}>
      <ol className={styles.list} aria-label="Editions, newest first">
        {editions.map((edition) => (
          <li key={edition.id}>
            {/* oxlint-disable-next-line jsx-a11y/control-has-associated-label -- its text is in the spans */}
            <button
              type="button"
              className={styles.edition}
              onClick={() => open({ kind: 'edition', articleId, edition })}
            >
              <span className={styles.line}>
                <time title={fullTime(edition.at)}>
                  {dayWords(edition.at, now)} {shortTime(edition.at)}
                </time>
                <span className={styles.reason}>{EDITION_WORDS[edition.reason]}</span>
                <span className={styles.number}>{edition.number}</span>
              </span>
              <span className={styles.line}>
                <span className={styles.who} dir="auto">
                  {edition.who === '' ? 'Nobody named' : edition.who}
                </span>
                <span className={styles.stands}>{standsWords(edition, now)}</span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <Button icon={<Clock aria-hidden />} onPress={() => open({ kind: 'seen-at', articleId })}>
        What readers saw at…
      </Button>
    </Section>
  )
}

function standsWords(edition: ShownEdition, now: number): string {
  if (!isPage(edition)) return edition.format
  if (edition.to === null) return 'readers have it now'
  const until = `until ${dayWords(edition.to, now)} ${shortTime(edition.to)}`
  return edition.endedBy === 'kill' ? `${until}, then killed` : until
}
