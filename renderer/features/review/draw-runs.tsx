// The text of one block with its differences marked: insertions, deletions, and words that changed their dress.
import { Fragment, type ReactNode } from 'react'
import type { MarkJson } from '#shared/article/article.ts'
import { describeChange } from '#shared/revision/diff/describe-change.ts'
import type { TextRun } from '#shared/revision/diff/revision-diff.ts'
import { withMarks } from '../../editor/index.ts'
import { type Drawing, markData } from './drawing.ts'

import styles from './marks.module.css'

export function drawRuns(runs: readonly TextRun[], drawing: Drawing): ReactNode {
  return runs.map((run, index) => <Fragment key={index}>{drawRun(run, drawing)}</Fragment>)
}

export function drawRun(run: TextRun, drawing: Drawing): ReactNode {
  const { shows } = drawing
  switch (run.state) {
    case 'same':
      return dressed(run, shows === 'before' ? run.marksBefore : run.marksAfter)
    case 'inserted':
      return shows === 'before' ? null : (
        <ins className={styles.inserted} {...dataOf(run, drawing)}>
          {dressed(run, run.marksAfter)}
        </ins>
      )
    case 'deleted':
      return shows === 'after' ? null : (
        <del className={styles.deleted} {...dataOf(run, drawing)}>
          {dressed(run, run.marksBefore)}
        </del>
      )
    case 'formatted': {
      const changes = run.layers.flatMap(({ changeId }) => drawing.changeOf(changeId) ?? [])
      return (
        <span
          className={styles.dressed}
          title={changes.map(describeChange).join('; ')}
          {...markData(drawing, ...run.layers.map(({ changeId }) => changeId))}
        >
          {dressed(run, shows === 'before' ? run.marksBefore : run.marksAfter)}
        </span>
      )
    }
  }
}

const dataOf = (run: TextRun, drawing: Drawing) => markData(drawing, ...(run.changeId ? [run.changeId] : []))

function dressed(run: TextRun, marks: readonly MarkJson[]): ReactNode {
  if (run.leaf === 'hardBreak')
    return run.state === 'same' ? (
      <br />
    ) : (
      <>
        <span aria-hidden>↵</span>
        {run.state === 'deleted' ? null : <br />}
      </>
    )
  return withMarks(run.text, marks)
}
