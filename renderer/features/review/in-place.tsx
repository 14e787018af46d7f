// The article as readers will read it, with the proofreader's marks in it; or as it was, or as it is, without them.
import { Fragment, memo } from 'react'
import type { DiffRow, MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import { readOnlyContent, readOnlyShell } from '../../editor/index.ts'
import type { ReviewStage } from '../../state/review.ts'
import { drawFields } from './draw-fields.tsx'
import { drawRow } from './draw-rows.tsx'
import type { Drawing } from './drawing.ts'
import { fieldChanges } from './field-changes.ts'
import { nodesOn } from './nodes-on.ts'
import styles from './review.module.css'
import { changesInRow } from './row-changes.ts'
import { useGrowing } from './use-growing.ts'

export function InPlace({
  diff,
  stage,
  drawing,
  language,
}: {
  diff: MergedDiff
  stage: ReviewStage
  drawing: Drawing
  language: string
}) {
  const fields = fieldChanges(diff)
  const drawn = useGrowing(diff.rows.length)
  return (
    <div className="galley">
      {fields.length === 0 || stage !== 'marked' ? null : (
        <section className={styles.fields} aria-label="Fields">
          <h2>Fields</h2>
          {drawFields(fields, drawing)}
        </section>
      )}
      <article
        className="galley-text is-read-only"
        aria-label={LABELS[stage]}
        lang={language}
        dir="auto"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
      >
        {diff.rows.slice(0, drawn).map((row, index) => (
          <Row key={index} row={row} stage={stage} drawing={drawing} />
        ))}
      </article>
    </div>
  )
}

const LABELS: Readonly<Record<ReviewStage, string>> = {
  original: 'The article as it was',
  marked: 'The article with its changes',
  final: 'The article as it is',
}

const Row = memo(function Row({
  row,
  stage,
  drawing,
}: {
  row: DiffRow
  stage: ReviewStage
  drawing: Drawing
}) {
  if (stage === 'marked') return drawRow(row, drawing)
  const changes = changesInRow(row)
  if (changes.length === 0) return drawRow(row, drawing)
  return nodesOn(row, stage === 'original' ? 'before' : 'after').map((node, index) => (
    <Fragment key={index}>
      {readOnlyShell(node, readOnlyContent(node), { 'data-change': changes.join(' ') })}
    </Fragment>
  ))
})
