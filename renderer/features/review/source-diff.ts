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
  /** Where it differs from the line it stands for, if one does. */
  readonly differs: { readonly from: number; readonly to: number } | null
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
  const gone = before.slice(start, before.length - end)
  const come = after.slice(start, after.length - end)
  const same = (texts: readonly string[]) => texts.map((text) => line('same', text, null))
  return [
    ...same(after.slice(0, start)),
    ...gone.map((text, index) => line('deleted', text, differenceOf(text, come[index]))),
    ...come.map((text, index) => line('inserted', text, differenceOf(text, gone[index]))),
    ...same(after.slice(after.length - end)),
  ]
}

const line = (state: SourceLine['state'], text: string, differs: SourceLine['differs']): SourceLine => ({
  state,
  text,
  differs,
})

/** From the first to the last character in which it differs from the other. */
function differenceOf(text: string, other: string | undefined): SourceLine['differs'] {
  if (other === undefined) return null
  const room = Math.min(text.length, other.length)
  let from = 0
  while (from < room && text[from] === other[from]) from++
  let end = 0
  while (end < room - from && text.at(-1 - end) === other.at(-1 - end)) end++
  return from === 0 && end === 0 ? null : { from, to: text.length - end }
}
