// Takes changes back in the blocks of a draft that went on, row by row: what is gone in one row does not hinder the others.
import type { NodeJson } from '../../article/article.ts'
import { alignBlocks } from './align-blocks.ts'
import { carryOver, carryOverList } from './carry-over.ts'
import { type KeyedBlock, keyedBlock } from './keyed-block.ts'
import { allAfter, type Choice, projectBlock, rowNodes } from './project-diff.ts'
import type { ChangeId, DiffRow, MergedBlock, ShapeRow } from './revision-diff.ts'
import { createCodeBook } from './word-codes.ts'

/** A block of the answer and the row it stands for; blocks written since stand for none. */
interface Placed {
  readonly node: NodeJson
  readonly row: number
}

export function takeBackRows(
  live: readonly NodeJson[],
  after: readonly NodeJson[],
  rows: readonly DiffRow[],
  undone: ReadonlySet<ChangeId>,
): { readonly blocks: NodeJson[]; readonly gone: ReadonlySet<ChangeId> } {
  const book = createCodeBook()
  const keyed = (nodes: readonly NodeJson[]): KeyedBlock[] => nodes.map((node) => keyedBlock(node, book))
  const [afterBlocks, liveBlocks] = [keyed(after), keyed(live)]
  const { pairs } = alignBlocks(afterBlocks, liveBlocks)
  const gone = new Set<ChangeId>()
  /** What each live block becomes. */
  const placed = live.map((node): Placed[] => [{ node, row: -1 }])
  const late: Placed[] = []
  const giveUp = (ids: readonly ChangeId[]): void => ids.forEach((id) => gone.add(id))
  /** The live block that a row's new block is now, or -1. */
  const homeOf = (row: DiffRow, offset = 0): number =>
    row.afterIndex === null ? -1 : pairs.afterOf(row.afterIndex + offset)

  const undoInside = (at: number, index: number, block: MergedBlock, ids: readonly ChangeId[]): void => {
    if (ids.length === 0 || at < 0) return giveUp(ids)
    const base = projectBlock(block, allAfter)
    let node = live[at] as NodeJson
    const undo = (some: readonly ChangeId[]): boolean => {
      const merged = carryOver(base, node, projectBlock(block, without(some)))
      if (merged !== null) node = merged
      return merged !== null
    }
    giveUp(undoMost(ids, undo))
    placed[at] = [{ node, row: index }]
  }
  const undoShape = (row: ShapeRow, index: number, ids: readonly ChangeId[]): void => {
    const homes = row.after.map((_node, offset) => homeOf(row, offset))
    const [from, to] = [Math.min(...homes), Math.max(...homes) + 1]
    if (from < 0 || to - from !== homes.length) return giveUp(ids)
    let nodes: readonly NodeJson[] = live.slice(from, to)
    const undo = (some: readonly ChangeId[]): boolean => {
      const merged = carryOverList(rowNodes([row], allAfter), nodes, rowNodes([row], without(some)))
      if (merged !== null) nodes = merged
      return merged !== null
    }
    giveUp(undoMost(ids, undo))
    for (let at = from; at < to; at++) placed[at] = []
    placed[from] = nodes.map((node) => ({ node, row: index }))
  }

  rows.forEach((row, index) => {
    const at = homeOf(row)
    if (row.state !== 'moved-away' && placed[at] !== undefined)
      placed[at] = [{ node: live[at] as NodeJson, row: index }]
    const ids = idsIn(row).filter((id) => undone.has(id))
    switch (row.state) {
      case 'same':
      case 'moved-away':
        return
      case 'inserted':
        if (ids.length === 0) return
        // Only as it was, not with what was written into it since.
        if (liveBlocks[at]?.key === afterBlocks[row.afterIndex ?? -1]?.key) placed[at] = []
        else giveUp(ids)
        return
      case 'deleted':
        if (ids.length > 0) late.push({ node: row.before, row: index })
        return
      case 'changed':
        return undoInside(at, index, row.block, ids)
      case 'moved-here': {
        undoInside(
          at,
          index,
          row.block,
          ids.filter((id) => id !== row.changeId),
        )
        const [moved] = placed[at] ?? []
        if (!undone.has(row.changeId)) return
        if (moved === undefined) return giveUp([row.changeId])
        placed[at] = []
        late.push({ node: moved.node, row: row.partner })
        return
      }
      case 'split':
      case 'joined':
      case 'reshaped':
        if (ids.length > 0) undoShape(row, index, ids)
    }
  })
  const blocks = placed.flat()
  for (const block of late.sort((one, two) => one.row - two.row)) insertInPlace(blocks, block)
  return { blocks: blocks.map(({ node }) => node), gone }
}

const without = (ids: readonly ChangeId[]): Choice => {
  const undone = new Set(ids)
  return (changeId) => (changeId !== null && undone.has(changeId) ? 'before' : 'after')
}

/** Undoes all at once where that goes, else halves; answers those that could not be undone. */
function undoMost(ids: readonly ChangeId[], undo: (ids: readonly ChangeId[]) => boolean): ChangeId[] {
  if (ids.length === 0 || undo(ids)) return []
  if (ids.length === 1) return [...ids]
  const half = Math.ceil(ids.length / 2)
  return [...undoMost(ids.slice(0, half), undo), ...undoMost(ids.slice(half), undo)]
}

/** After the nearest block that stands for an earlier row, else before the first that stands for a later one. */
function insertInPlace(blocks: Placed[], block: Placed): void {
  let at = -1
  let last = -1
  blocks.forEach(({ row }, index) => {
    if (row < 0 || row > block.row || row < last) return
    last = row
    at = index + 1
  })
  if (at < 0) at = blocks.findIndex(({ row }) => row > block.row)
  blocks.splice(at < 0 ? blocks.length : at, 0, block)
}

/** Every change named in a row, each once. */
function idsIn(row: DiffRow): ChangeId[] {
  const ids = new Set<ChangeId>()
  const add = (id: ChangeId | null): void => {
    if (id !== null) ids.add(id)
  }
  const visitBlock = ({ attributes, content }: MergedBlock): void => {
    attributes.forEach(({ changeId }) => add(changeId))
    if (content.type === 'text') for (const { changeId, layers } of content.runs) addRun(changeId, layers)
    if (content.type === 'blocks') content.rows.forEach(visitRow)
    if (content.type !== 'table') return
    for (const line of [...content.columns, ...content.rows]) add(line.changeId)
    for (const { cells } of content.rows) for (const cell of cells) if (cell?.block) visitBlock(cell.block)
  }
  const addRun = (changeId: ChangeId | null, layers: readonly { readonly changeId: ChangeId }[]): void => {
    add(changeId)
    layers.forEach((layer) => add(layer.changeId))
  }
  const visitRow = (one: DiffRow): void => {
    if ('changeId' in one) add(one.changeId)
    if ('block' in one) visitBlock(one.block)
    if ('runs' in one) for (const run of one.runs) if (run.state !== 'break') addRun(run.changeId, run.layers)
  }
  visitRow(row)
  return [...ids]
}
