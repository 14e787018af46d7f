// One edition as readers got it; beside it, if asked for, another one.
import { useState } from 'react'
import type { ArticleId, EditionId } from '#shared/article/ids.ts'
import { isPage, type ShownEdition } from '#shared/workflow/edition.ts'
import { useDesktop } from '../../bridge/desktop-context.tsx'
import { useLiveQuery } from '../../bridge/use-live-query.ts'
import { EDITION_WORDS } from '../../copy/edition-words.ts'
import { fullTime } from '../../copy/time-words.ts'
import { reportOutcome } from '../../state/report-outcome.ts'
import { useToasts } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Select } from '../../ui/select.tsx'
import styles from './edition-dialog.module.css'
import { EditionPage } from './edition-page.tsx'

const NONE = 'none'

export function EditionDialog({
  articleId,
  edition,
  onClose,
}: {
  readonly articleId: ArticleId
  readonly edition: ShownEdition
  readonly onClose: () => void
}) {
  const desktop = useDesktop()
  const live = useLiveQuery('publishing', 'editions', { articleId })
  const [otherId, setOtherId] = useState<EditionId | typeof NONE>(NONE)
  const others =
    live.kind === 'ready' ? live.value.filter(({ id, ...rest }) => id !== edition.id && isPage(rest)) : []
  const other = others.find(({ id }) => id === otherId)
  const writeAgain = async () => {
    const answer = await desktop.publishing.exportEdition({ articleId, editionId: edition.id })
    if (!answer.ok) return reportOutcome(answer.error)
    useToasts.getState().show({
      tone: 'success',
      title: `Edition ${edition.number} was written again`,
      text: `${answer.value.fileName}: the same bytes as then.`,
    })
  }
  return (
    <Dialog
      title={`Edition ${edition.number}: ${EDITION_WORDS[edition.reason]}`}
      size="full"
      onClose={onClose}
      footer={
        <>
          <p className={styles.facts}>
            SHA-256 <code>{edition.sha256.slice(0, 16)}…</code>
          </p>
          <Button onPress={() => void writeAgain()}>Export this edition again…</Button>
          <Button weight="primary" onPress={onClose}>
            Close
          </Button>
        </>
      }
    >
      <div className={styles.bar}>
        <p className={styles.when}>{standsFromTo(edition)}</p>
        {others.length === 0 ? null : (
          <Select
            label="Beside it"
            isLabelHidden
            value={otherId}
            options={[
              { id: NONE, label: 'No other edition beside it' },
              ...others.map(({ id, number, reason }) => ({
                id,
                label: `Beside edition ${number}: ${EDITION_WORDS[reason]}`,
              })),
            ]}
            onChange={setOtherId}
          />
        )}
      </div>
      <div className={styles.stage}>
        <EditionPage key={edition.id} articleId={articleId} edition={edition} />
        {other === undefined ? null : <EditionPage key={other.id} articleId={articleId} edition={other} />}
      </div>
    </Dialog>
  )
}

function standsFromTo({ at, to, endedBy, who }: ShownEdition): string {
  const by = who === '' ? '' : ` Published by ${who}.`
  if (to === null) return `Readers have had this page since ${fullTime(at)}.${by}`
  const end = endedBy === 'kill' ? ', when the article was killed' : ''
  return `Readers had this page from ${fullTime(at)} to ${fullTime(to)}${end}.${by}`
}
