// Reads one version out of a merged article: the old one, the new one, or the new one with some changes undone.
import { ARTICLE_VERSION, type Article, type MarkJson, type NodeJson } from '../../article/article.ts'
import type { ArticleMeta } from '../../article/meta.ts'
import { inlineNodes } from './inline-nodes.ts'
import { isTextBlock } from './inline-text.ts'
import { layerOf } from './mark-layers.ts'
import type {
  ChangeId,
  DiffRow,
  MergedBlock,
  MergedCell,
  MergedDiff,
  MergedTableRow,
  ShapeRow,
  Side,
  TableLine,
  TextRun,
} from './revision-diff.ts'

/** Which side of each change is wanted; null asks for what is no change to a reader (a block's id). */
export type Choice = (changeId: ChangeId | null) => Side

export const allBefore: Choice = () => 'before'
export const allAfter: Choice = () => 'after'
/** Everything new but for these changes. With all of them undone, even ids are the old ones. */
export function withoutChanges(diff: MergedDiff, undone: ReadonlySet<ChangeId>): Choice {
  const isAll = diff.changes.every(
    (change) => undone.has(change.id) || (change.kind === 'field' && !change.canTakeBack),
  )
  return (changeId) => ((changeId === null ? isAll : undone.has(changeId)) ? 'before' : 'after')
}

export function projectDiff(diff: MergedDiff, choice: Choice): Article {
  const content = rowNodes(diff.rows, choice)
  return {
    version: ARTICLE_VERSION,
    schemaVersion: diff.schemaVersions[choice(null)],
    content: content.length === 0 ? { type: 'doc' } : { type: 'doc', content },
    meta: projectMeta(diff, choice),
  }
}

function projectMeta(diff: MergedDiff, choice: Choice): ArticleMeta {
  const sides = new Map<string, Side>()
  for (const change of diff.changes) if (change.kind === 'field') sides.set(change.field, choice(change.id))
  const { before, after } = diff.meta
  const names = Object.keys(after) as (keyof ArticleMeta)[]
  const values = names.map((name) => [
    name,
    ((sides.get(name) ?? choice(null)) === 'before' ? before : after)[name],
  ])
  return Object.fromEntries(values) as ArticleMeta
}

export function rowNodes(rows: readonly DiffRow[], choice: Choice): NodeJson[] {
  return rows.flatMap((row): readonly NodeJson[] => {
    switch (row.state) {
      case 'same':
        return [choice(null) === 'before' ? row.before : row.after]
      case 'inserted':
        return choice(row.changeId) === 'after' ? [row.after] : []
      case 'deleted':
        return choice(row.changeId) === 'before' ? [row.before] : []
      case 'changed':
        return [projectBlock(row.block, choice)]
      case 'moved-away':
        return choice(row.changeId) === 'before' ? [projectBlock(row.block, choice)] : []
      case 'moved-here':
        return choice(row.changeId) === 'after' ? [projectBlock(row.block, choice)] : []
      case 'split':
      case 'joined':
      case 'reshaped':
        return shapeNodes(row, choice)
    }
  })
}

export function projectBlock({ before, after, attributes, content }: MergedBlock, choice: Choice): NodeJson {
  const shell = shellOf(before, after, attributes, choice)
  switch (content.type) {
    case 'none':
      return shell
    case 'text':
      return withContent(shell, runNodes(content.runs, choice))
    case 'blocks':
      return withContent(shell, rowNodes(content.rows, choice))
    case 'table':
      return withContent(shell, tableRows(content, choice))
  }
}

function shellOf(
  before: NodeJson,
  after: NodeJson,
  differing: MergedBlock['attributes'],
  choice: Choice,
): NodeJson {
  const type = differing.find((one) => one.name === 'type')
  const base = choice(type?.changeId ?? null) === 'before' ? before : after
  if (base.attrs === undefined) return { type: base.type }
  const attrs: Record<string, unknown> = { ...base.attrs }
  for (const { name, changeId } of differing) {
    const value = (choice(changeId) === 'before' ? before : after).attrs?.[name]
    if (name === 'type') continue
    if (value === undefined) delete attrs[name]
    else attrs[name] = value
  }
  return { type: base.type, attrs }
}

const withContent = (shell: NodeJson, content: readonly NodeJson[]): NodeJson =>
  content.length === 0 ? shell : { ...shell, content }

function runNodes(runs: readonly TextRun[], choice: Choice): NodeJson[] {
  return inlineNodes(
    runs.flatMap((run) => {
      const marks = marksOf(run, choice)
      return marks === null ? [] : [{ text: run.text, leaf: run.leaf, marks }]
    }),
  )
}

/** Null when the run is not on the side asked for. */
function marksOf(run: TextRun, choice: Choice): readonly MarkJson[] | null {
  switch (run.state) {
    case 'same':
      return run.marksAfter
    case 'inserted':
      return choice(run.changeId) === 'after' ? run.marksAfter : null
    case 'deleted':
      return choice(run.changeId) === 'before' ? run.marksBefore : null
    case 'formatted': {
      const undone = run.layers
        .filter(({ changeId }) => choice(changeId) === 'before')
        .map(({ layer }) => layer)
      if (undone.length === 0) return run.marksAfter
      if (undone.length === run.layers.length) return run.marksBefore
      return mixedMarks(run, new Set(undone))
    }
  }
}

/** The old marks of some layers with the new of the others, in the order both sides keep. */
function mixedMarks({ marksBefore, marksAfter }: TextRun, undone: ReadonlySet<string>): readonly MarkJson[] {
  const order = ['link', 'languageRun', 'strong', 'emphasis', 'superscript', 'subscript', 'code']
  return [
    ...marksBefore.filter((mark) => undone.has(layerOf(mark))),
    ...marksAfter.filter((mark) => !undone.has(layerOf(mark))),
  ].sort((one, two) => order.indexOf(one.type) - order.indexOf(two.type))
}

const SPACE: TextRun = {
  state: 'same',
  text: ' ',
  leaf: null,
  marksBefore: [],
  marksAfter: [],
  changeId: null,
  layers: [],
}

/** Words of the other version that are kept across an end of its blocks which is not: they would run into their neighbours. */
function isGlued(last: TextRun | undefined, run: TextRun, side: Side): boolean {
  const foreign = side === 'before' ? 'inserted' : 'deleted'
  if (last === undefined || (last.state !== foreign && run.state !== foreign)) return false
  return !/\s$/u.test(last.text) && !/^\s/u.test(run.text)
}

/** The text of the flow cut at the ends of the wanted side's text blocks and filled into them in order. */
function shapeNodes(row: ShapeRow, choice: Choice): NodeJson[] {
  const side = choice(row.changeId)
  const flows: TextRun[][] = [[]]
  let isOverBreak = false
  for (const run of row.runs) {
    const flow = flows[flows.length - 1] ?? []
    if (run.state === 'break') {
      isOverBreak = run.in !== side && run.in !== 'both'
      if (!isOverBreak) flows.push([])
    } else if (marksOf(run, choice) !== null) {
      if (isOverBreak && isGlued(flow[flow.length - 1], run, side)) flow.push(SPACE)
      flow.push(run)
      isOverBreak = false
    }
  }
  let next = 0
  const fill = (node: NodeJson): NodeJson => {
    const shell: NodeJson =
      node.attrs === undefined ? { type: node.type } : { type: node.type, attrs: node.attrs }
    if (isTextBlock(node)) return withContent(shell, runNodes(flows[next++] ?? [], choice))
    return withContent(shell, (node.content ?? []).map(fill))
  }
  return row[side].map(fill)
}

function tableRows(
  { columns, rows }: { readonly columns: readonly TableLine[]; readonly rows: readonly MergedTableRow[] },
  choice: Choice,
): NodeJson[] {
  return rows.flatMap((row) => {
    const shell = choice(row.changeId) === 'before' ? (row.before ?? null) : (row.after ?? null)
    if (!isThere(row, choice)) return []
    const node = shell ?? row.after ?? row.before
    if (node === null) return []
    const cells = columns.flatMap((column, index) => {
      if (!isThere(column, choice)) return []
      return [cellNode(row.cells[index] ?? null, choice)]
    })
    return [
      withContent(
        node.attrs === undefined ? { type: node.type } : { type: node.type, attrs: node.attrs },
        cells,
      ),
    ]
  })
}

const isThere = ({ state, changeId }: TableLine, choice: Choice): boolean =>
  state === 'same' || choice(changeId) === (state === 'inserted' ? 'after' : 'before')

/** A cell where a row that came and a column that went are wanted together was in neither version: it is empty. */
function cellNode(cell: MergedCell | null, choice: Choice): NodeJson {
  if (cell?.block) return projectBlock(cell.block, choice)
  return cell?.after ?? cell?.before ?? EMPTY_CELL
}
const EMPTY_CELL: NodeJson = {
  type: 'tableCell',
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [{ type: 'paragraph', attrs: { blockId: null } }],
}
