// Who made each change, and when: the change's own stretch of text looked up in what the log says of the saved draft.
import type { Attribution, Authorship } from '#shared/revision/attribution.ts'
import { whoWrote } from '#shared/revision/attribution.ts'
import type {
  Change,
  ChangeId,
  DiffRow,
  MergedBlock,
  MergedContent,
  MergedDiff,
  Run,
} from '#shared/revision/diff/revision-diff.ts'

export type ChangeAuthor = Pick<Authorship, 'author' | 'at'>

/** A stretch of one text block of the new version, as attribution names it. */
interface Stretch {
  readonly path: readonly number[]
  readonly from: number
  readonly to: number
}

/** Changes that the log says nothing of are left out. The newest hand counts where several touched one change. */
export function changeAuthors(
  diff: MergedDiff,
  attribution: Attribution,
): ReadonlyMap<ChangeId, ChangeAuthor> {
  const stretches = stretchesOf(diff.rows)
  const authors = new Map<ChangeId, ChangeAuthor>()
  for (const change of diff.changes) {
    const found = newest([
      ...writersOf(stretches.get(change.id) ?? [], attribution),
      ...deletersOf(change, attribution),
    ])
    const author = found ?? authorOfPlace(change, attribution)
    if (author !== undefined) authors.set(change.id, { author: author.author, at: author.at })
  }
  return authors
}

function writersOf(stretches: readonly Stretch[], attribution: Attribution): ChangeAuthor[] {
  return stretches.flatMap(({ path, from, to }) => whoWrote(attribution, path, from, to).map(broughtBy))
}

/** Words keep their writer through a restore or undo; the change that brought them back is somebody else's, and newer. */
const broughtBy = (run: Authorship): ChangeAuthor =>
  run.returned === null ? run : { author: run.returned.by, at: run.returned.at }

function deletersOf(change: Change, { deletions }: Attribution): ChangeAuthor[] {
  if (change.kind !== 'deleted' || change.before.trim() === '') return []
  const gone = change.before.trim()
  const found = deletions.find(
    ({ text, blockId }) =>
      (text.includes(gone) || gone.includes(text.trim())) &&
      text.trim() !== '' &&
      (blockId === null || change.scope === 'block' || blockId === change.place.blockId),
  )
  return found === undefined ? [] : [found]
}

/** What is no stretch of words: the hand that touched the block or the field last. */
function authorOfPlace(change: Change, attribution: Attribution): ChangeAuthor | undefined {
  if (change.kind === 'field') {
    const { fields } = attribution
    const prefix = change.field === 'topics' ? 'topic/' : change.field === 'people' ? 'person/' : null
    if (prefix === null) {
      const field = fields[change.field]
      return field === undefined ? undefined : broughtBy(field)
    }
    const own = Object.entries(fields).filter(([key]) => key.startsWith(prefix))
    return newest(own.map(([, field]) => broughtBy(field)))
  }
  // Words have writers; a block that came has at least the hand that touched it last.
  if ('scope' in change && (change.scope === 'text' || change.kind === 'deleted')) return undefined
  return attribution.blocks.find(({ index }) => index === change.place.afterIndex)
}

function newest(found: readonly ChangeAuthor[]): ChangeAuthor | undefined {
  return found.toSorted((a, b) => b.at - a.at)[0]
}

function stretchesOf(rows: readonly DiffRow[]): Map<ChangeId, Stretch[]> {
  const found = new Map<ChangeId, Stretch[]>()
  const add = (id: ChangeId | null, stretch: Stretch) => {
    if (id === null || stretch.to <= stretch.from) return
    const known = found.get(id)
    if (known === undefined) found.set(id, [stretch])
    else known.push(stretch)
  }
  const addRuns = (runs: readonly Run[], path: readonly number[]) => {
    let at = 0
    for (const run of runs) {
      if (run.state === 'break' || run.state === 'deleted') continue
      const to = at + run.text.length
      if (run.state !== 'formatted') add(run.changeId, { path, from: at, to })
      at = to
    }
  }
  const addContent = (content: MergedContent, path: readonly number[]): void => {
    if (content.type === 'text') addRuns(content.runs, path)
    else if (content.type === 'blocks') addRows(content.rows, path)
    else if (content.type === 'table') addCells(content, path)
  }
  const addCells = (table: Extract<MergedContent, { type: 'table' }>, path: readonly number[]) => {
    let rowAt = 0
    for (const row of table.rows) {
      if (row.after === null) continue
      let cellAt = 0
      for (const cell of row.cells) {
        if (cell === null || cell.after === null) continue
        if (cell.block !== null) addContent(cell.block.content, [...path, rowAt, cellAt])
        cellAt++
      }
      rowAt++
    }
  }
  const addBlock = (block: MergedBlock, path: readonly number[]) => addContent(block.content, path)
  const addRows = (among: readonly DiffRow[], path: readonly number[]): void => {
    for (const row of among) {
      if (row.afterIndex === null) continue
      const own = [...path, row.afterIndex]
      if (row.state === 'changed' || row.state === 'moved-here') addBlock(row.block, own)
      else if (row.state === 'inserted')
        add(row.changeId, { path: own, from: 0, to: Number.MAX_SAFE_INTEGER })
    }
  }
  addRows(rows, [])
  return found
}
