// "What did readers see at 14:05?" asked of the library.
import { useState } from 'react'
import { type ArticleId, toInstant } from '#shared/article/ids.ts'
import type { OutputOf } from '#shared/ipc/desktop-api.ts'
import { isPage, type ShownEdition } from '#shared/workflow/edition.ts'
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

const SECOND_MS = 1_000
const MINUTE_MS = 60_000

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
  // The field says minutes; the seconds that the clock happened to show when it was opened are not asked about.
  const from = toInstant(Math.floor((moment?.at ?? 0) / MINUTE_MS) * MINUTE_MS)
  const trail = useLiveQuery('publishing', 'editions', { articleId })
  const within =
    trail.kind === 'ready'
      ? trail.value.filter((one) => isPage(one) && one.at >= from + SECOND_MS && one.at < from + MINUTE_MS)
      : []
  const live = useLiveQuery('publishing', 'editionAt', { articleId, at: from }, moment !== null)
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
        {within.toReversed().map((edition) => (
          <WithinMinute key={edition.id} articleId={articleId} edition={edition} />
        ))}
      </div>
    </Dialog>
  )
}

/** Of a page that went out before the minute was over. */
function WithinMinute({
  articleId,
  edition,
}: {
  readonly articleId: ArticleId
  readonly edition: ShownEdition
}) {
  return (
    <>
      <p role="status">
        Later in that minute edition {edition.number}: {EDITION_WORDS[edition.reason]}, of{' '}
        {fullTime(edition.at)}.
      </p>
      <ShowEdition articleId={articleId} edition={edition} />
    </>
  )
}

function ShowEdition({
  articleId,
  edition,
}: {
  readonly articleId: ArticleId
  readonly edition: ShownEdition
}) {
  const { open } = useDialogs()
  return (
    <div>
      <Button onPress={() => open({ kind: 'edition', articleId, edition })}>
        Show edition {edition.number}
      </Button>
    </div>
  )
}

function Answer({
  articleId,
  seen,
}: {
  readonly articleId: ArticleId
  readonly seen: OutputOf<'publishing', 'editionAt'>
}) {
  if (seen.kind === 'not-yet') return <p role="status">Nothing: there was no page yet.</p>
  const edition = seen.kind === 'edition' ? seen.edition : seen.last
  return (
    <>
      <p role="status">
        {seen.kind === 'killed'
          ? `Nothing: the article was killed at ${fullTime(seen.at)}. Before that, edition ${edition.number}.`
          : `Edition ${edition.number}: ${EDITION_WORDS[edition.reason]}, of ${fullTime(edition.at)}.`}
      </p>
      <ShowEdition articleId={articleId} edition={edition} />
    </>
  )
}
