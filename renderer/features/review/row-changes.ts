// Which changes a row of the comparison holds, at any depth: what "this block" means.
import type { ChangeId, DiffRow, MergedBlock, Run } from '#shared/revision/diff/revision-diff.ts'

export function changesInRow(row: DiffRow): readonly ChangeId[] {
  const found = new Set<ChangeId>()
  addRow(row, found)
  return [...found]
}

function addRow(row: DiffRow, found: Set<ChangeId>): void {
  switch (row.state) {
    case 'same':
      return
    case 'changed':
      return addBlock(row.block, found)
    case 'inserted':
    case 'deleted':
      found.add(row.changeId)
      return
    case 'moved-away':
    case 'moved-here':
      found.add(row.changeId)
      return addBlock(row.block, found)
    case 'split':
    case 'joined':
    case 'reshaped':
      found.add(row.changeId)
      return addRuns(row.runs, found)
  }
}

function addBlock({ attributes, content }: MergedBlock, found: Set<ChangeId>): void {
  for (const { changeId } of attributes) found.add(changeId)
  switch (content.type) {
    case 'none':
      return
    case 'text':
      return addRuns(content.runs, found)
    case 'blocks':
      for (const row of content.rows) addRow(row, found)
      return
    case 'table': {
      for (const { changeId } of content.columns) if (changeId !== null) found.add(changeId)
      for (const row of content.rows) {
        if (row.changeId !== null) found.add(row.changeId)
        for (const cell of row.cells) if (cell?.block) addBlock(cell.block, found)
      }
    }
  }
}

function addRuns(runs: readonly Run[], found: Set<ChangeId>): void {
  for (const run of runs) {
    if (run.state === 'break') continue
    if (run.changeId !== null) found.add(run.changeId)
    for (const { changeId } of run.layers) found.add(changeId)
  }
}
