// Blocks of both versions in one order. A block keeps its own element, so that the story reads as in the galley; what cannot be
// shown by marking its words stands in a line beside it.
import { Fragment, type ReactNode } from 'react'
import type { NodeJson } from '#shared/article/article.ts'
import { isTextBlock } from '#shared/revision/diff/inline-text.ts'
import { inlineText } from '#shared/article/plain-text.ts'
import type {
  ChangeId,
  DiffRow,
  MergedBlock,
  MovedRow,
  ShapeRow,
  Side,
} from '#shared/revision/diff/revision-diff.ts'
import { readOnlyNode, readOnlyShell, type ShellProps } from '../../editor/index.ts'
import { classNames } from '../../ui/class-names.ts'
import { AttributeNote, JumpNote, Note } from './block-notes.tsx'
import { drawFilled } from './draw-filled.tsx'
import { drawRuns } from './draw-runs.tsx'
import { drawTable } from './draw-table.tsx'
import { type Drawing, markData, type MoveEnd } from './drawing.ts'
import styles from './marks.module.css'

export function drawRows(rows: readonly DiffRow[], drawing: Drawing): ReactNode {
  return rows.map((row, index) => <Fragment key={index}>{drawRow(row, drawing)}</Fragment>)
}

export function drawRow(row: DiffRow, drawing: Drawing): ReactNode {
  const { shows } = drawing
  switch (row.state) {
    case 'same':
      return readOnlyNode(shows === 'before' ? row.before : row.after)
    case 'inserted':
      return shows === 'before' ? null : drawWhole(row.after, 'after', row.changeId, drawing)
    case 'deleted':
      return shows === 'after' ? null : drawWhole(row.before, 'before', row.changeId, drawing)
    case 'changed':
      return drawBlock(row.block, drawing)
    case 'moved-away':
      return shows === 'after' ? null : drawMovedAway(row, drawing)
    case 'moved-here':
      return shows === 'before' ? null : drawMovedHere(row, drawing)
    case 'split':
    case 'joined':
    case 'reshaped':
      return drawShape(row, drawing)
  }
}

/** A block that is in one version only, all of its text marked. */
function drawWhole(node: NodeJson, side: Side, id: ChangeId, drawing: Drawing): ReactNode {
  const isNew = side === 'after'
  const props: ShellProps = {
    ...markData(drawing, id),
    className: classNames(styles.whole, isNew ? styles.insertedBlock : styles.deletedBlock),
  }
  const isSaid = isTextBlock(node) || (node.type !== 'figure' && inlineText(node).trim() !== '')
  const notes = isSaid ? null : <Note>{isNew ? 'Inserted' : 'Deleted'}</Note>
  return withNotes(node, notes, (inside) =>
    isTextBlock(node)
      ? readOnlyShell(node, markedWords(node, side), props)
      : readOnlyShell(
          node,
          <>
            {inside}
            {node.content?.map((child, index) => (
              <Fragment key={index}>{drawMarked(child, side)}</Fragment>
            ))}
          </>,
          props,
        ),
  )
}

function drawMarked(node: NodeJson, side: Side): ReactNode {
  if (isTextBlock(node)) return readOnlyShell(node, markedWords(node, side))
  return readOnlyShell(
    node,
    node.content?.map((child, index) => <Fragment key={index}>{drawMarked(child, side)}</Fragment>),
  )
}

function markedWords(node: NodeJson, side: Side): ReactNode {
  const Mark = side === 'after' ? 'ins' : 'del'
  const words = node.content?.map((child, index) => <Fragment key={index}>{readOnlyNode(child)}</Fragment>)
  return (
    <Mark className={side === 'after' ? styles.inserted : styles.deleted}>
      {words ?? <span aria-hidden>¶</span>}
    </Mark>
  )
}

function drawBlock(
  block: MergedBlock,
  drawing: Drawing,
  props: ShellProps = {},
  lead: ReactNode = null,
): ReactNode {
  const node = drawing.shows === 'before' ? block.before : block.after
  const { content, attributes } = block
  const ids = [...new Set([...attributes.map(({ changeId }) => changeId), ...addressChanges(block, drawing)])]
  const notes = ids.map((id) => <AttributeNote key={id} id={id} block={block} drawing={drawing} />)
  const shell: ShellProps = {
    ...props,
    className: classNames(attributes.length > 0 && styles.touched, props.className),
  }
  const said =
    lead === null && notes.length === 0 ? null : (
      <>
        {lead}
        {notes}
      </>
    )
  return withNotes(node, said, (inside) => {
    switch (content.type) {
      case 'none':
        return readOnlyShell(node, inside, shell)
      case 'text':
        return readOnlyShell(node, drawRuns(content.runs, drawing), shell)
      case 'blocks':
        return readOnlyShell(
          node,
          <>
            {inside}
            {drawRows(content.rows, drawing)}
          </>,
          shell,
        )
      case 'table':
        return drawTable(
          node,
          content,
          drawing,
          {
            inBoth: (inner) => drawBlock(inner, drawing),
            inOne: (cell, side, id) => drawWhole(cell, side, id, drawing),
          },
          shell,
        )
    }
  })
}

/** Link targets and languages inside a text: said in words beside it, because no dress shows them. */
function addressChanges(block: MergedBlock, drawing: Drawing): ChangeId[] {
  if (block.content.type !== 'text') return []
  return block.content.runs
    .flatMap((run) => [
      ...(run.changeId === null ? [] : [run.changeId]),
      ...run.layers.map((one) => one.changeId),
    ])
    .filter((id) => {
      const change = drawing.changeOf(id)
      if (change?.kind === 'attribute') return true
      return (
        change !== undefined && 'links' in change && change.links.before.join() !== change.links.after.join()
      )
    })
}

function drawMovedHere(row: MovedRow, drawing: Drawing): ReactNode {
  const change = drawing.changeOf(row.changeId)
  const direction = change?.kind === 'moved' ? change.direction : 'down'
  const note = (
    <JumpNote id={row.changeId} to="away" drawing={drawing}>
      {direction === 'up' ? '↑ Moved up to here' : '↓ Moved down to here'}
    </JumpNote>
  )
  return drawBlock(row.block, drawing, movedProps(row, 'here', drawing), note)
}

function drawMovedAway(row: MovedRow, drawing: Drawing): ReactNode {
  const change = drawing.changeOf(row.changeId)
  const direction = change?.kind === 'moved' ? change.direction : 'down'
  const place =
    change?.kind === 'moved' && change.standsAfter !== null ? `after ${change.standsAfter}` : 'the top'
  const note = (
    <JumpNote id={row.changeId} to="here" drawing={drawing}>
      {direction === 'up' ? '↑' : '↓'} Moved {direction} from here to {place}
    </JumpNote>
  )
  if (drawing.shows === 'before') return drawBlock(row.block, drawing, movedProps(row, 'away', drawing), note)
  const Ghost = row.before.type === 'listItem' ? 'li' : 'div'
  return (
    <Ghost {...movedProps(row, 'away', drawing)} className={styles.ghost}>
      {note}
      <del className={styles.excerpt}>{inlineText(row.before).trim().slice(0, EXCERPT_CHARS)}</del>
    </Ghost>
  )
}

/** Characters of a moved block that are shown where it stood: a line, to know it by. */
const EXCERPT_CHARS = 120

const movedProps = (row: MovedRow, end: MoveEnd, drawing: Drawing): ShellProps => ({
  ...markData(drawing, row.changeId),
  'data-end': end,
  className: classNames(styles.whole, styles.movedBlock),
})

function drawShape(row: ShapeRow, drawing: Drawing): ReactNode {
  const change = drawing.changeOf(row.changeId)
  const words =
    change?.kind === 'split'
      ? `Split into ${change.to}`
      : change?.kind === 'joined'
        ? `Joined from ${change.from}`
        : change?.kind === 'reshaped'
          ? `Was ${change.from}, now ${change.to}`
          : ''
  const note = <Note {...markData(drawing, row.changeId)}>{words}</Note>
  const first = row[drawing.shows === 'before' ? 'before' : 'after'][0]
  if (first !== undefined && HOLDS_ITS_NOTES.has(first.type)) return drawFilled(row, drawing, note)
  return (
    <>
      {note}
      {drawFilled(row, drawing, null)}
    </>
  )
}

/** Notes stand before a block; inside of a list item or a cell, beside which nothing may stand. */
function withNotes(node: NodeJson, notes: ReactNode, draw: (inside: ReactNode) => ReactNode): ReactNode {
  if (notes === null) return draw(null)
  if (HOLDS_ITS_NOTES.has(node.type)) return draw(notes)
  return (
    <>
      {notes}
      {draw(null)}
    </>
  )
}
const HOLDS_ITS_NOTES: ReadonlySet<string> = new Set(['listItem', 'tableCell', 'tableHeader'])
