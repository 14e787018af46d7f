// What every part of a drawn comparison needs to know, and the marks by which a change is found again on the page.
import type { Change, ChangeId, Side } from '#shared/revision/diff/revision-diff.ts'

export interface Drawing {
  /** Both versions merged into one text, or the blocks of one of them with its own marks. */
  readonly shows: Side | 'both'
  changeOf(id: ChangeId): Change | undefined
  /** Goes to the other end of a move. */
  jump(id: ChangeId, end: MoveEnd): void
}
/** Where a moved block stood, and where it stands. */
export type MoveEnd = 'away' | 'here'

export interface MarkData {
  readonly 'data-change': string
  readonly 'data-group': string | undefined
  readonly [data: `data-${string}`]: string | undefined
}

/** One element may be several changes: words can become bold and a link at once. */
export function markData(drawing: Drawing, ...ids: readonly ChangeId[]): MarkData {
  const groups = new Set(ids.map((id) => drawing.changeOf(id)?.group))
  return {
    'data-change': ids.join(' '),
    // What is about two groups at once is hidden with neither.
    'data-group': groups.size === 1 ? [...groups][0] : undefined,
  }
}

export const changeSelector = (id: ChangeId): string => `[data-change~="${id}"]`
export const endSelector = (id: ChangeId, end: MoveEnd): string => `${changeSelector(id)}[data-end="${end}"]`
