// Two versions as lines of source. The rows of the comparison say which lines belong together; inside of a row the lines at its
// beginning and end that are equal are left alone.
import type { Article, NodeJson } from '#shared/article/article.ts'
import type { ChangeId, DiffRow, MergedDiff } from '#shared/revision/diff/revision-diff.ts'
import { canonicalJson } from '#shared/revision/canonical.ts'
import { nodesOn } from './nodes-on.ts'
import { changesInRow } from './row-changes.ts'
import { sourceLines } from './source-lines.ts'

export interface SourceLine {
  readonly state: 'same' | 'inserted' | 'deleted'
  readonly text: string
}
export interface SourcePart {
  readonly changes: readonly ChangeId[]
  readonly lines: readonly SourceLine[]
}

export function sourceParts(diff: MergedDiff, before: Article, after: Article): SourcePart[] {
  return [
    ...diff.rows.map((row) => ({
      changes: changesInRow(row),
      lines: compareLines(linesOf(row, 'before'), linesOf(row, 'after')),
    })),
    ...fieldParts(diff, before, after),
  ]
}

function linesOf(row: DiffRow, side: 'before' | 'after'): string[] {
  return nodesOn(row, side).flatMap((node: NodeJson) => sourceLines(node))
}

function fieldParts(diff: MergedDiff, before: Article, after: Article): SourcePart[] {
  const names = Object.keys(after.meta) as (keyof Article['meta'])[]
  return names.map((name) => {
    const line = ({ meta }: Article) => [`${name}: ${canonicalJson(meta[name])}`]
    return {
      changes: diff.changes.flatMap((change) =>
        change.kind === 'field' && change.field === name ? [change.id] : [],
      ),
      lines: compareLines(line(before), line(after)),
    }
  })
}

export function compareLines(before: readonly string[], after: readonly string[]): SourceLine[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start++
  let end = 0
  const room = Math.min(before.length, after.length) - start
  while (end < room && before[before.length - 1 - end] === after[after.length - 1 - end]) end++
  const lines = (state: SourceLine['state'], texts: readonly string[]) =>
    texts.map((text) => ({ state, text }))
  return [
    ...lines('same', after.slice(0, start)),
    ...lines('deleted', before.slice(start, before.length - end)),
    ...lines('inserted', after.slice(start, after.length - end)),
    ...lines('same', after.slice(after.length - end)),
  ]
}
