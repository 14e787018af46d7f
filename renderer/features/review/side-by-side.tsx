// The two versions beside each other, a row for each block, so that what belongs together stands at one height and scrolls as one.
import { memo, useRef } from 'react'
import type { DiffRow, MergedDiff, Side } from '#shared/revision/diff/revision-diff.ts'
import { drawFields } from './draw-fields.tsx'
import { drawRow } from './draw-rows.tsx'
import type { Drawing } from './drawing.ts'
import { JumpNote } from './block-notes.tsx'
import { fieldChanges } from './field-changes.ts'
import { MoveConnectors } from './move-connectors.tsx'
import styles from './side-by-side.module.css'
import { useGrowing } from './use-growing.ts'

export type SideDrawings = Readonly<Record<Side, Drawing>>

export function SideBySide({
  diff,
  drawings,
  titles,
  language,
}: {
  diff: MergedDiff
  drawings: SideDrawings
  titles: Readonly<Record<Side, string>>
  language: string
}) {
  const fields = fieldChanges(diff)
  const page = useRef<HTMLElement>(null)
  const drawn = useGrowing(diff.rows.length)
  return (
    <div className="galley">
      <article
        ref={page}
        className={styles.sides}
        aria-label="Before and after, side by side"
        lang={language}
        dir="auto"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
        tabIndex={0}
      >
        <div className={styles.row}>
          <p className={styles.title}>{titles.before}</p>
          <p className={styles.title}>{titles.after}</p>
        </div>
        {fields.length === 0 ? null : (
          <div className={styles.row}>
            <div className={styles.fields}>{drawFields(fields, drawings.before)}</div>
            <div className={styles.fields}>{drawFields(fields, drawings.after)}</div>
          </div>
        )}
        {diff.rows.slice(0, drawn).map((row, index) => (
          <PairRow key={index} row={row} drawings={drawings} />
        ))}
        <MoveConnectors page={page} drawn={diff} />
      </article>
    </div>
  )
}

const PairRow = memo(function PairRow({ row, drawings }: { row: DiffRow; drawings: SideDrawings }) {
  return (
    <div
      className={styles.row}
      data-state={row.state}
      data-move={row.state === 'moved-away' || row.state === 'moved-here' ? row.changeId : undefined}
    >
      <div className={styles.cell} data-side="before">
        {row.state === 'moved-here' ? (
          <JumpNote id={row.changeId} to="away" drawing={drawings.before}>
            Stood elsewhere: show where
          </JumpNote>
        ) : (
          drawRow(row, drawings.before)
        )}
      </div>
      <div className={styles.cell} data-side="after">
        {row.state === 'moved-away' ? (
          <JumpNote id={row.changeId} to="here" drawing={drawings.after}>
            Stands elsewhere now: show where
          </JumpNote>
        ) : (
          drawRow(row, drawings.after)
        )}
      </div>
    </div>
  )
})
