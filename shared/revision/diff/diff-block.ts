// One block again, as while a colleague types in it: the same as in the diff of the whole article, without the rest of it.
import type { NodeJson } from '../../article/article.ts'
import { createChangeList, NOWHERE } from './change-list.ts'
import { mergeBlock } from './diff-blocks.ts'
import { keyedBlock } from './keyed-block.ts'
import type { Change, ChangePlace, MergedBlock } from './revision-diff.ts'

export interface BlockDiff {
  readonly block: MergedBlock
  /** Numbered from c1 within the block. */
  readonly changes: readonly Change[]
}

/** The two blocks must be of kinds that can be one block: the same, paragraph and crosshead, bulleted and numbered list. */
export function diffBlock(before: NodeJson, after: NodeJson, place: ChangePlace = NOWHERE): BlockDiff {
  const list = createChangeList()
  const block = mergeBlock(keyedBlock(before, list.book), keyedBlock(after, list.book), {
    list,
    place,
    cell: null,
  })
  return { block, changes: list.all() }
}
