// The blocks of two versions merged into one reading order, and what changed inside each. The same walk serves the story, a list and
// a quote.
import type { NodeJson } from '../../article/article.ts'
import { type Alignment, alignBlocks } from './align-blocks.ts'
import { blockNames, kindName } from './block-names.ts'
import { addBlockChange, blockText, type DiffContext } from './change-list.ts'
import { changedAttributes } from './changed-attributes.ts'
import { diffTable } from './diff-table.ts'
import type { Shape } from './find-shapes.ts'
import { type KeyedBlock, keyedBlock } from './keyed-block.ts'
import { mergeFlows, mergeRuns } from './merge-runs.ts'
import type { ChangePlace, DiffRow, MergedBlock, MergedContent, MovedRow, ShapeRow } from './revision-diff.ts'
import type { CodedText } from './diff-text.ts'
import { inlineTextOf, isTextBlock, textBlocksOf } from './inline-text.ts'
import { encodeWords } from './word-codes.ts'

/** One list of blocks on its two sides. */
interface BlockLists {
  readonly before: readonly KeyedBlock[]
  readonly after: readonly KeyedBlock[]
  readonly names: { readonly before: readonly string[]; readonly after: readonly string[] }
  readonly context: DiffContext
  /** The story itself: its blocks are the places of changes. */
  readonly isTop: boolean
}

/** `parent` is the name of the block whose content this is, null for the story. */
export function diffBlocks(
  before: readonly NodeJson[],
  after: readonly NodeJson[],
  context: DiffContext,
  parent: string | null,
  align: typeof alignBlocks = alignBlocks,
): DiffRow[] {
  const lists: BlockLists = {
    before: before.map((node) => keyedBlock(node, context.list.book)),
    after: after.map((node) => keyedBlock(node, context.list.book)),
    names: { before: blockNames(before, parent), after: blockNames(after, parent) },
    context,
    isTop: parent === null,
  }
  return mergeRows(lists, align(lists.before, lists.after))
}

function mergeRows(lists: BlockLists, alignment: Alignment): DiffRow[] {
  const { pairs, moved } = alignment
  const rows: DiffRow[] = []
  const ends = new Map<
    number,
    { readonly row: number; readonly changeId: string; readonly block: MergedBlock }
  >()
  let b = 0
  let a = 0
  const addMoved = (state: MovedRow['state'], from: number, to: number): void => {
    const [before, after] = [lists.before[from] as KeyedBlock, lists.after[to] as KeyedBlock]
    const other = ends.get(from)
    const { changeId, block } = other ?? moveOf(lists, from, to, state)
    if (other === undefined) ends.set(from, { row: rows.length, changeId, block })
    else rows[other.row] = { ...(rows[other.row] as MovedRow), partner: rows.length }
    const place = { beforeIndex: from, afterIndex: to }
    rows.push({
      state,
      ...place,
      before: before.node,
      after: after.node,
      changeId,
      partner: other?.row ?? -1,
      block,
    })
  }
  const leftOver = (bTo: number, aTo: number): void => {
    for (; b < bTo; b++) {
      const { node } = lists.before[b] as KeyedBlock
      if (moved.has(b)) addMoved('moved-away', b, pairs.afterOf(b))
      else {
        const changeId = addBlockChange(lists.context, placeOf(lists, b, null), 'deleted', node)
        rows.push({ state: 'deleted', beforeIndex: b, afterIndex: null, before: node, after: null, changeId })
      }
    }
    for (; a < aTo; a++) {
      const { node } = lists.after[a] as KeyedBlock
      const from = pairs.beforeOf(a)
      if (from >= 0 && moved.has(from)) addMoved('moved-here', from, a)
      else {
        const changeId = addBlockChange(lists.context, placeOf(lists, null, a), 'inserted', node)
        rows.push({
          state: 'inserted',
          beforeIndex: null,
          afterIndex: a,
          before: null,
          after: node,
          changeId,
        })
      }
    }
  }
  for (const step of stepsOf(alignment)) {
    leftOver(step.bFrom, step.aFrom)
    rows.push(step.kind === 'pair' ? pairRow(lists, b, a) : shapeRow(lists, step))
    b = step.bTo
    a = step.aTo
  }
  leftOver(lists.before.length, lists.after.length)
  return rows
}

type Step = Shape | (Omit<Shape, 'kind'> & { readonly kind: 'pair' })

/** What both versions have in the same order: pairs, and shapes in place of the pairs inside them. */
function stepsOf({ pairs, moved, shapes }: Alignment): Step[] {
  const inShapes = new Set<number>()
  for (const { bFrom, bTo } of shapes) for (let b = bFrom; b < bTo; b++) inShapes.add(b)
  const steps: Step[] = [...shapes]
  pairs.before.forEach((_block, b) => {
    const a = pairs.afterOf(b)
    if (a >= 0 && !moved.has(b) && !inShapes.has(b))
      steps.push({ kind: 'pair', bFrom: b, bTo: b + 1, aFrom: a, aTo: a + 1 })
  })
  return steps.sort((one, two) => one.bFrom - two.bFrom)
}

function pairRow(lists: BlockLists, b: number, a: number): DiffRow {
  const [before, after] = [lists.before[b] as KeyedBlock, lists.after[a] as KeyedBlock]
  const row = { beforeIndex: b, afterIndex: a, before: before.node, after: after.node }
  if (before.key === after.key) return { state: 'same', ...row }
  return {
    state: 'changed',
    ...row,
    block: mergeBlock(before, after, inCell(contextAt(lists, b, a), before.node, after.node)),
  }
}

/** Cells of a table that is no plain grid come here as blocks. */
const inCell = (context: DiffContext, before: NodeJson, after: NodeJson): DiffContext =>
  context.cell === null && (before.type === 'tableCell' || before.type === 'tableHeader')
    ? { ...context, cell: { changeId: null, before: blockText(before), after: blockText(after) } }
    : context

function moveOf(
  lists: BlockLists,
  b: number,
  a: number,
  end: MovedRow['state'],
): { changeId: string; block: MergedBlock } {
  const [before, after] = [lists.before[b] as KeyedBlock, lists.after[a] as KeyedBlock]
  const place = placeOf(lists, b, a)
  const { context, names } = lists
  const texts = { before: blockText(before.node), after: blockText(after.node) }
  const changeId =
    context.cell === null
      ? context.list.add({
          kind: 'moved',
          place: { ...place, name: names.before[b] ?? '' },
          ...texts,
          direction: end === 'moved-here' ? 'up' : 'down',
          standsAfter: isHead(lists.after[a - 1]) ? null : (names.after[a - 1] ?? null),
          stoodAfter: isHead(lists.before[b - 1]) ? null : (names.before[b - 1] ?? null),
        })
      : addBlockChange(context, place, 'inserted', after.node)
  return { changeId, block: mergeBlock(before, after, contextAt(lists, b, a)) }
}

const isHead = (block: KeyedBlock | undefined): boolean =>
  block !== undefined && ['kicker', 'headline', 'standfirst'].includes(block.node.type)

/** One block that is in both versions. Equal ones are merged, too: they may be shown at the two ends of a move. */
export function mergeBlock(before: KeyedBlock, after: KeyedBlock, context: DiffContext): MergedBlock {
  return {
    before: before.node,
    after: after.node,
    attributes: changedAttributes(before.node, after.node, context),
    content: mergeContent(before, after, context),
  }
}

function mergeContent(before: KeyedBlock, after: KeyedBlock, context: DiffContext): MergedContent {
  if (isTextBlock(before.node)) return { type: 'text', runs: mergeRuns(before.text(), after.text(), context) }
  const [old, now] = [before.node.content ?? [], after.node.content ?? []]
  if (old.length === 0 && now.length === 0) return { type: 'none' }
  if (before.node.type === 'table') {
    const table = diffTable(before.node, after.node, context, mergeBlock)
    if (table !== null) return table
  }
  return { type: 'blocks', rows: diffBlocks(old, now, context, context.place.name) }
}

function shapeRow(lists: BlockLists, { kind, bFrom, bTo, aFrom, aTo }: Shape): ShapeRow {
  const before = lists.before.slice(bFrom, bTo).map((block) => block.node)
  const after = lists.after.slice(aFrom, aTo).map((block) => block.node)
  const context = contextAt(lists, bFrom, aFrom)
  const texts = { before: before.map(blockText).join('\n'), after: after.map(blockText).join('\n') }
  const place = {
    ...context.place,
    name: (kind === 'joined' ? lists.names.after[aFrom] : lists.names.before[bFrom]) ?? '',
  }
  const changeId =
    context.cell === null
      ? context.list.add({ kind, place, ...texts, from: kindsName(before), to: kindsName(after) })
      : addBlockChange(context, place, 'inserted', after[0] as NodeJson)
  const runs = mergeFlows(flowOf(before, context), flowOf(after, context), context, changeId)
  return { state: kind, beforeIndex: bFrom, afterIndex: aFrom, before, after, changeId, runs }
}

function flowOf(nodes: readonly NodeJson[], { list }: DiffContext): CodedText {
  const inline = inlineTextOf(nodes.flatMap(textBlocksOf))
  return { inline, words: encodeWords(inline, list.book) }
}

/** "list", "3 paragraphs", "2 blocks". */
function kindsName(nodes: readonly NodeJson[]): string {
  const kinds = new Set(nodes.map(kindName))
  const [kind = 'block'] = kinds
  if (nodes.length === 1) return kind
  return `${nodes.length} ${kinds.size > 1 ? 'block' : kind}s`
}

function contextAt(lists: BlockLists, b: number, a: number): DiffContext {
  return { ...lists.context, place: placeOf(lists, b, a) }
}

function placeOf(
  { isTop, context, names, before, after }: BlockLists,
  b: number | null,
  a: number | null,
): ChangePlace {
  const name = (a === null ? names.before[b ?? 0] : names.after[a]) ?? ''
  if (!isTop) return { ...context.place, name }
  const blockId = (a === null ? null : after[a]?.id) ?? (b === null ? null : before[b]?.id) ?? null
  return { name, beforeIndex: b, afterIndex: a, blockId }
}
