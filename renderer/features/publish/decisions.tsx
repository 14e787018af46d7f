// Change by change: a silent fix, an update or a correction.
import type { Dispatch } from 'react'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import type { ShownEdition } from '#shared/workflow/edition.ts'
import { fullTime } from '../../copy/time-words.ts'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { ChangeGroup } from './change-groups.ts'
import type { DraftChange } from './change-draft.ts'
import { FreeNotes } from './free-notes.tsx'
import { GroupDecision } from './group-decision.tsx'
import { choiceOf, type PublicationDraft } from './publication-draft.ts'
import styles from './publish-sheet.module.css'
import type { Plan } from './use-publication.ts'

export function Decisions({
  plan,
  groups,
  draft,
  dispatch,
}: {
  readonly plan: Plan
  readonly groups: readonly ChangeGroup[]
  readonly draft: PublicationDraft
  readonly dispatch: Dispatch<DraftChange>
}) {
  const freeNotes = (
    <FreeNotes
      notes={draft.freeNotes}
      existing={plan.notes}
      onChange={(notes) => dispatch({ type: 'free-notes', notes })}
    />
  )
  if (plan.isFirst || plan.lastEdition === null)
    return plan.stamps.published === null ? (
      <p className={styles.lead}>
        This is the first page for readers. It sets the Published stamp to now, once and for all; saving never
        moves it.
      </p>
    ) : (
      <>
        <p className={styles.lead}>
          This is the first page from this library. Readers had the article before, so Published stays as it
          is.
        </p>
        {freeNotes}
      </>
    )
  const open = groups.filter((group) => choiceOf(draft, group) === null)
  const hasUpdate = groups.some((group) => choiceOf(draft, group) === 'update')
  return (
    <>
      <section className={styles.part} aria-label="Changes since the last edition">
        <h3 className={styles.heading}>
          {groups.length === 0
            ? 'Nothing that readers see has changed'
            : `${groups.length === 1 ? 'One change' : `${groups.length} changes`} since edition ${plan.lastEdition.number}`}
        </h3>
        <p className={styles.quiet}>{hadWords(plan.lastEdition)}</p>
        {open.length > 1 ? (
          <div className={styles.row}>
            <span className={styles.quiet}>The {open.length} still open:</span>
            <Button
              onPress={() =>
                dispatch({ type: 'choose', groupIds: open.map(({ id }) => id), choice: 'silent' })
              }
            >
              All silent fixes
            </Button>
            <Button
              onPress={() =>
                dispatch({ type: 'choose', groupIds: open.map(({ id }) => id), choice: 'update' })
              }
            >
              All one update
            </Button>
          </div>
        ) : null}
        {hasUpdate ? (
          <TextField
            label="What is new"
            hint="One line for readers. It stands on the page with the new Updated stamp."
            value={draft.whatIsNew}
            maxLength={MAX_LINE_CHARS}
            onChange={(line) => dispatch({ type: 'what-is-new', line })}
          />
        ) : null}
        <ol className={styles.groups}>
          {groups.map((group) => (
            <GroupDecision
              key={group.id}
              group={group}
              choice={choiceOf(draft, group)}
              written={draft.notes[group.place] ?? null}
              dispatch={dispatch}
            />
          ))}
        </ol>
      </section>
      {freeNotes}
    </>
  )
}

function hadWords({ number, at, to, endedBy }: ShownEdition): string {
  return endedBy === 'kill' && to !== null
    ? `Readers had edition ${number} until the article was killed: ${fullTime(to)}.`
    : `Readers have had edition ${number} since ${fullTime(at)}.`
}
