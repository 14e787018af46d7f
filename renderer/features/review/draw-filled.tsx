// Text that ran on from block to block and was divided another way: one version's blocks, filled again with the common text.
import { Fragment, type ReactNode } from 'react'
import type { NodeJson } from '#shared/article/article.ts'
import { isTextBlock } from '#shared/revision/diff/inline-text.ts'
import type { Run, ShapeRow } from '#shared/revision/diff/revision-diff.ts'
import { readOnlyShell } from '../../editor/index.ts'
import { drawRun } from './draw-runs.tsx'
import { type Drawing, markData } from './drawing.ts'
import styles from './marks.module.css'

/** `lead` stands in the first block, where nothing may stand before it. */
export function drawFilled(row: ShapeRow, drawing: Drawing, lead: ReactNode): ReactNode {
  const side = drawing.shows === 'before' ? 'before' : 'after'
  const pieces = piecesOf(row.runs, side)
  let next = 0
  const fill = (node: NodeJson): ReactNode => {
    if (!isTextBlock(node)) return readOnlyShell(node, fillContent(node))
    return readOnlyShell(node, drawPiece(pieces[next++] ?? [], row, drawing))
  }
  const fillContent = (node: NodeJson): ReactNode =>
    node.content?.map((child, index) => <Fragment key={index}>{fill(child)}</Fragment>)
  return row[side].map((node, index) => (
    <Fragment key={index}>
      {index === 0 && lead !== null
        ? readOnlyShell(
            node,
            <>
              {lead}
              {fillContent(node)}
            </>,
          )
        : fill(node)}
    </Fragment>
  ))
}

/** The runs between the ends of text blocks of that side; ends that only the other side has stay in. */
function piecesOf(runs: readonly Run[], side: 'before' | 'after'): Run[][] {
  const pieces: Run[][] = [[]]
  for (const run of runs) {
    pieces.at(-1)?.push(run)
    if (run.state === 'break' && (run.in === 'both' || run.in === side)) pieces.push([])
  }
  return pieces
}

function drawPiece(runs: readonly Run[], row: ShapeRow, drawing: Drawing): ReactNode {
  return runs.map((run, index) => (
    <Fragment key={index}>
      {run.state === 'break' ? drawBreak(run.in, row, drawing) : drawRun(run, drawing)}
    </Fragment>
  ))
}

/** A pilcrow where a block now ends, or where it no longer does. */
function drawBreak(where: 'before' | 'after' | 'both', row: ShapeRow, drawing: Drawing): ReactNode {
  if (where === 'both' || (drawing.shows !== 'both' && drawing.shows !== where)) return null
  const [Mark, words, look] =
    where === 'after'
      ? (['ins', 'new paragraph', styles.inserted] as const)
      : (['del', 'paragraph ended here', styles.deleted] as const)
  return (
    <Mark className={look} title={words} {...markData(drawing, row.changeId)}>
      <span aria-hidden>¶</span>
    </Mark>
  )
}
