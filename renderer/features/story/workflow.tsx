// Where the article stands, what can be done with it from here, and its public stamps.
import { stampWords } from '#shared/article/format-stamp.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import { deskVerbsFrom, type Status } from '#shared/workflow/status.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { STATUS_WORDS, VERB_WORDS } from '../../copy/status-words.ts'
import { useArticleCommands } from '../../state/use-article-commands.ts'
import { Button } from '../../ui/button.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import styles from './story.module.css'

export function Workflow({
  articleId,
  status,
  stamps,
  canWrite,
}: {
  articleId: ArticleId
  status: Status
  stamps: Stamps
  canWrite: boolean
}) {
  const commands = useArticleCommands()
  const profile = useLiveQuery('library', 'profile', {})
  const zone = profile.kind === 'ready' ? profile.value.zone : 'UTC'
  const verbs = deskVerbsFrom(status)
  return (
    <section className={styles.workflow} aria-label="Status">
      <p className={styles.status}>
        <StatusMark status={status} />
        {STATUS_WORDS[status]}
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
      {!canWrite || verbs.length === 0 ? null : (
        <div className={styles.verbs}>
          {verbs.map((verb) => (
            <Button key={verb} onPress={() => commands.act(articleId, verb)}>
              {VERB_WORDS[verb]}
            </Button>
          ))}
        </div>
      )}
    </section>
  )
}
