// A diff carried out and turned round (DF1).
import type { Article } from '../../article/article.ts'
import { canonicalJson } from '../canonical.ts'
import { allAfter, allBefore, projectDiff } from './project-diff.ts'
import type {
  Change,
  DiffRow,
  MergedBlock,
  MergedContent,
  MergedDiff,
  RevisionDiff,
  Run,
  Side,
  TableLine,
  TextRun,
} from './revision-diff.ts'

/** The new version, exactly. Throws when the diff does not start from the article given: that is a bug of the caller. */
export function applyDiff(before: Article, diff: RevisionDiff): Article {
  if (diff.type === 'same') return before
  if (diff.type === 'first') throw new RangeError('a first version is no change of anything')
  if (canonicalJson(projectDiff(diff, allBefore)) !== canonicalJson(before))
    throw new RangeError('the diff starts from another article')
  return projectDiff(diff, allAfter)
}

const OTHER: Readonly<Record<Side, Side>> = { before: 'after', after: 'before' }

/** The way back. Ids stay, so that a change and its reverse are known by the same name; the order of rows stays, too. */
export function reverseDiff<D extends Exclude<RevisionDiff, { type: 'first' }>>(diff: D): D
export function reverseDiff(diff: Exclude<RevisionDiff, { type: 'first' }>): RevisionDiff {
  if (diff.type === 'same') return diff
  const reversed: MergedDiff = {
    ...diff,
    changes: diff.changes.map(reverseChange),
    rows: diff.rows.map(reverseRow),
    words: { inserted: diff.words.deleted, deleted: diff.words.inserted },
    meta: { before: diff.meta.after, after: diff.meta.before },
    schemaVersions: { before: diff.schemaVersions.after, after: diff.schemaVersions.before },
  }
  return reversed
}

const REVERSED = {
  inserted: 'deleted',
  deleted: 'inserted',
  split: 'joined',
  joined: 'split',
  up: 'down',
  down: 'up',
  'moved-here': 'moved-away',
  'moved-away': 'moved-here',
} as const
type Reversible = keyof typeof REVERSED
const turned = <S extends string>(state: S): S =>
  (state in REVERSED ? REVERSED[state as string as Reversible] : state) as S

function reverseChange(change: Change): Change {
  const { beforeIndex, afterIndex } = change.place
  const base = {
    before: change.after,
    after: change.before,
    place: { ...change.place, beforeIndex: afterIndex, afterIndex: beforeIndex },
  }
  switch (change.kind) {
    case 'inserted':
    case 'deleted':
    case 'replaced':
      return { ...change, ...base, kind: turned(change.kind), links: swapped(change.links) }
    case 'moved':
      return {
        ...change,
        ...base,
        direction: turned(change.direction),
        standsAfter: change.stoodAfter,
        stoodAfter: change.standsAfter,
      }
    case 'split':
    case 'joined':
    case 'reshaped':
      return { ...change, ...base, kind: turned(change.kind), from: change.to, to: change.from }
    case 'formatting':
      return { ...change, ...base, added: change.removed, removed: change.added }
    case 'table-row':
    case 'table-column':
      return { ...change, ...base, action: turned(change.action) }
    case 'field': {
      const { detail } = change
      if (detail.type === 'text')
        return { ...change, ...base, detail: { type: 'text', runs: detail.runs.map(reverseRun) } }
      if (detail.type === 'value') return { ...change, ...base }
      const items = detail.items.map((item) => ({
        state: turned(item.state),
        before: item.after,
        after: item.before,
      }))
      return { ...change, ...base, detail: { ...detail, items } }
    }
    case 'attribute':
    case 'table-cell':
      return { ...change, ...base }
  }
}

const swapped = <T>({
  before,
  after,
}: {
  readonly before: T
  readonly after: T
}): { before: T; after: T } => ({
  before: after,
  after: before,
})

function reverseRow(row: DiffRow): DiffRow {
  const places = { beforeIndex: row.afterIndex, afterIndex: row.beforeIndex }
  switch (row.state) {
    case 'same':
      return { ...row, ...places, ...swapped(row) }
    case 'inserted':
      return { ...row, ...places, state: 'deleted', before: row.after, after: null }
    case 'deleted':
      return { ...row, ...places, state: 'inserted', before: null, after: row.before }
    case 'changed':
      return { ...row, ...places, ...swapped(row), block: reverseBlock(row.block) }
    case 'moved-away':
    case 'moved-here':
      return { ...row, ...places, ...swapped(row), state: turned(row.state), block: reverseBlock(row.block) }
    case 'split':
    case 'joined':
    case 'reshaped':
      return { ...row, ...places, ...swapped(row), state: turned(row.state), runs: row.runs.map(reverseFlow) }
  }
}

const reverseBlock = (block: MergedBlock): MergedBlock => ({
  ...swapped(block),
  attributes: block.attributes,
  content: reverseContent(block.content),
})

function reverseContent(content: MergedContent): MergedContent {
  switch (content.type) {
    case 'none':
      return content
    case 'text':
      return { type: 'text', runs: content.runs.map(reverseRun) }
    case 'blocks':
      return { type: 'blocks', rows: content.rows.map(reverseRow) }
    case 'table':
      return {
        type: 'table',
        columns: content.columns.map(reverseLine),
        rows: content.rows.map((row) => ({
          ...reverseLine(row),
          ...swapped(row),
          cells: row.cells.map((cell) =>
            cell === null
              ? null
              : { ...swapped(cell), block: cell.block === null ? null : reverseBlock(cell.block) },
          ),
        })),
      }
  }
}

const reverseLine = ({ state, changeId }: TableLine): TableLine => ({ state: turned(state), changeId })

const reverseFlow = (run: Run): Run =>
  run.state === 'break' ? { state: 'break', in: run.in === 'both' ? 'both' : OTHER[run.in] } : reverseRun(run)

const reverseRun = (run: TextRun): TextRun => ({
  ...run,
  state: turned(run.state),
  marksBefore: run.marksAfter,
  marksAfter: run.marksBefore,
})
