// Carries an edit of one version over to another that went on from it: three versions of the same blocks, merged where the edit and
// what happened since do not touch each other.
import type { NodeJson } from '../../article/article.ts'
import { canonicalJson } from '../canonical.ts'
import { alignBlocks } from './align-blocks.ts'
import { carryOverText } from './carry-over-text.ts'
import { isTextBlock } from './inline-text.ts'
import { blockKey, type KeyedBlock, keyedBlock } from './keyed-block.ts'
import { createCodeBook } from './word-codes.ts'

/** `live` with the edit that makes `wanted` of `base`; null when what the edit touches is not there any more. */
export function carryOver(base: NodeJson, live: NodeJson, wanted: NodeJson): NodeJson | null {
  const key = blockKey(base)
  if (blockKey(wanted) === key) return live
  if (blockKey(live) === key) return wanted
  const shell = carryOverShell(base, live, wanted)
  if (shell === null || isTextBlock(base) !== isTextBlock(live) || isTextBlock(base) !== isTextBlock(wanted))
    return null
  const content = isTextBlock(base)
    ? carryOverText(base, live, wanted)
    : carryOverList(base.content ?? [], live.content ?? [], wanted.content ?? [])
  if (content === null) return null
  return content.length === 0 ? shell : { ...shell, content }
}

function carryOverShell(base: NodeJson, live: NodeJson, wanted: NodeJson): NodeJson | null {
  if (wanted.type !== base.type)
    // Another kind has other attributes: it is carried over whole, onto a shell nobody has touched.
    return shellKey(live) === shellKey(base) ? shellOf(wanted) : null
  if (live.attrs === undefined) return { type: live.type }
  const attrs: Record<string, unknown> = { ...live.attrs }
  for (const [name, value] of Object.entries(wanted.attrs ?? {})) {
    const [old, now] = [base.attrs?.[name], live.attrs[name]]
    if (name === 'blockId' || isEqual(value, old)) continue
    if (live.type !== base.type || (!isEqual(now, old) && !isEqual(now, value))) return null
    attrs[name] = value
  }
  return { type: live.type, attrs }
}

const shellOf = ({ type, attrs }: NodeJson): NodeJson => (attrs === undefined ? { type } : { type, attrs })
const shellKey = (node: NodeJson): string => blockKey(shellOf(node))
const isEqual = (one: unknown, two: unknown): boolean =>
  canonicalJson(one ?? null) === canonicalJson(two ?? null)

/** A block of the answer, and the wanted block it stands for, if any. */
interface Placed {
  readonly node: NodeJson
  readonly wanted: number
}

/** Blocks of a list: those the edit left alone stay as they are live, in the live order. Null as above. */
export function carryOverList(
  base: readonly NodeJson[],
  live: readonly NodeJson[],
  wanted: readonly NodeJson[],
): NodeJson[] | null {
  const book = createCodeBook()
  const keyed = (nodes: readonly NodeJson[]): KeyedBlock[] => nodes.map((node) => keyedBlock(node, book))
  const blocks = { base: keyed(base), live: keyed(live), wanted: keyed(wanted) }
  const since = alignBlocks(blocks.base, blocks.live).pairs
  const { pairs: edit, moved } = alignBlocks(blocks.base, blocks.wanted)
  const placed: Placed[] = []
  const carried = new Map<number, NodeJson>()
  for (const [at, block] of blocks.live.entries()) {
    const from = since.beforeOf(at)
    if (from < 0) {
      placed.push({ node: block.node, wanted: -1 })
      continue
    }
    const to = edit.afterOf(from)
    if (to < 0) {
      // The edit takes this block away: only as it was, not with what was written into it since.
      if (block.key !== blocks.base[from]?.key) return null
      continue
    }
    const node = carryOver(base[from] as NodeJson, block.node, wanted[to] as NodeJson)
    if (node === null) return null
    if (moved.has(from)) carried.set(to, node)
    else placed.push({ node, wanted: to })
  }
  for (const [from, block] of blocks.base.entries()) {
    if (since.afterOf(from) >= 0) continue
    const to = edit.afterOf(from)
    if (to < 0 || moved.has(from) || blocks.wanted[to]?.key !== block.key) return null
  }
  wanted.forEach((node, to) => {
    const isNew = edit.beforeOf(to) < 0
    if (isNew || carried.has(to)) insertInPlace(placed, { node: carried.get(to) ?? node, wanted: to })
  })
  return placed.map(({ node }) => node)
}

/** After the nearest block that stands before it in the wanted version, else before the nearest that stands after it. */
function insertInPlace(placed: Placed[], block: Placed): void {
  let at = -1
  let last = -1
  placed.forEach((other, index) => {
    if (other.wanted < 0 || other.wanted > block.wanted || other.wanted < last) return
    last = other.wanted
    at = index + 1
  })
  if (at < 0) at = placed.findIndex((other) => other.wanted > block.wanted)
  placed.splice(at < 0 ? placed.length : at, 0, block)
}
