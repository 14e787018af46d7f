// The fields that differ, each by its own kind: text as words, lists as items, everything else as one value by another.
import type { ReactNode } from 'react'
import type { FieldChange, FieldItem } from '#shared/revision/diff/revision-diff.ts'
import { FromTo } from './block-notes.tsx'
import { drawRuns } from './draw-runs.tsx'
import { type Drawing, markData } from './drawing.ts'
import styles from './marks.module.css'

export function drawFields(fields: readonly FieldChange[], drawing: Drawing): ReactNode {
  return (
    <dl className={styles.fields}>
      {fields.map((field) => (
        <div key={field.id} className={styles.field} {...markData(drawing, field.id)}>
          <dt>{field.label}</dt>
          <dd dir="auto">{drawDetail(field, drawing)}</dd>
        </div>
      ))}
    </dl>
  )
}

function drawDetail(field: FieldChange, drawing: Drawing): ReactNode {
  const { detail } = field
  switch (detail.type) {
    case 'text':
      return drawRuns(detail.runs, drawing)
    case 'value':
      if (drawing.shows === 'before') return field.before
      if (drawing.shows === 'after') return field.after
      return <FromTo before={field.before} after={field.after} />
    case 'list':
      return (
        <>
          <ul className={styles.items}>
            {detail.items.map((item, index) => (
              <li key={index}>{drawItem(item, drawing)}</li>
            ))}
          </ul>
          {detail.isReordered ? <span className={styles.nothing}>in another order</span> : null}
        </>
      )
  }
}

function drawItem({ state, before, after }: FieldItem, { shows }: Drawing): ReactNode {
  if (state === 'same') return after
  const gone = before === '' || shows === 'after' ? null : <del className={styles.deleted}>{before}</del>
  const come = after === '' || shows === 'before' ? null : <ins className={styles.inserted}>{after}</ins>
  return (
    <>
      {gone}
      {gone && come ? <span aria-hidden> → </span> : null}
      {come}
    </>
  )
}
