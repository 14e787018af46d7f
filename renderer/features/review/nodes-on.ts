// The blocks that a row stands for in one of the two versions.
import type { NodeJson } from '#shared/article/article.ts'
import type { DiffRow, Side } from '#shared/revision/diff/revision-diff.ts'

export function nodesOn(row: DiffRow, side: Side): readonly NodeJson[] {
  switch (row.state) {
    case 'split':
    case 'joined':
    case 'reshaped':
      return row[side]
    case 'moved-away':
      return side === 'before' ? [row.before] : []
    case 'moved-here':
      return side === 'after' ? [row.after] : []
    case 'same':
    case 'changed':
    case 'inserted':
    case 'deleted': {
      const node = row[side]
      return node === null ? [] : [node]
    }
  }
}
