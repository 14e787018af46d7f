// "What did readers see at 14:05?" asked of the library.
import { useState } from 'react'
import { type ArticleId, toInstant } from '#shared/article/ids.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { EDITION_WORDS } from '../../copy/edition-words.ts'
import { FailedState } from '../../copy/failed-state.tsx'
import { fullTime } from '../../copy/time-words.ts'
import { useDialogs } from '../../state/dialogs.ts'
import { useNow } from '../../state/use-now.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type ZonedMoment, ZonedDateField } from '../../ui/zoned-date-field.tsx'
import styles from './edition-dialog.module.css'

export function SeenAtDialog({
  articleId,
  onClose,
}: {
  readonly articleId: ArticleId
  readonly onClose: () => void
}) {
  const now = useNow()
  const profile = useLiveQuery('profiles', 'list', {})
  const zone =
    profile.kind === 'ready'
      ? (profile.value.profiles.find(({ id }) => id === profile.value.defaultId)?.zone ?? 'UTC')
      : null
  const [asked, setAsked] = useState<ZonedMoment | null>(null)
  const moment = asked ?? (zone === null ? null : { at: now, zone })
  const live = useLiveQuery(
    'publishing',
    'editionAt',
    { articleId, at: toInstant(moment?.at ?? 0) },
    moment !== null,
  )
  return (
    <Dialog
      title="What readers saw"
      onClose={onClose}
      footer={
        <Button weight="primary" onPress={onClose}>
          Close
        </Button>
      }
    >
      <div className={styles.answer}>
        {moment === null ? null : (
          <ZonedDateField
            label="Time"
            isRequired
            value={moment}
            zoneWhenNew={moment.zone}
            onChange={setAsked}
          />
        )}
        {live.kind === 'failed' ? <FailedState outcome={live.outcome} onRetry={live.retry} /> : null}
        {live.kind === 'ready' ? <Answer articleId={articleId} seen={live.value} /> : null}
      </div>
    </Dialog>
  )
}

function Answer({
  articleId,
  seen,
}: {
  readonly articleId: ArticleId
  readonly seen: OutputOf<'publishing', 'editionAt'>
}) {
  const { open } = useDialogs()
  if (seen.kind === 'not-yet') return <p role="status">Nothing: there was no page yet.</p>
  const edition = seen.kind === 'edition' ? seen.edition : seen.last
  return (
    <>
      <p role="status">
        {seen.kind === 'killed'
          ? `Nothing: the article was killed at ${fullTime(seen.at)}. Before that, edition ${edition.number}.`
          : `Edition ${edition.number}: ${EDITION_WORDS[edition.reason]}, of ${fullTime(edition.at)}.`}
      </p>
      <div>
        <Button onPress={() => open({ kind: 'edition', articleId, edition })}>
          Show edition {edition.number}
        </Button>
      </div>
    </>
  )
}
