// Names blocks: every new or copied top-level block gets an id of its own, by which revisions are compared. Plain typing costs
// the same in any story; what came from the draft is never amended.
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, type Transaction } from '@tiptap/pm/state'
import { ReplaceAroundStep, ReplaceStep } from '@tiptap/pm/transform'
import { isFromDraft } from '../../binding/draft-binding.ts'
import { changedChildren } from '../../binding/replace-children.ts'

/** Characters of an id: 36^10 is 3.6e15, so 10,000 blocks share one with a chance of 1 in 7 * 10^7. */
const ID_LENGTH = 10
const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyz'

export function newBlockId(): string {
  let id = ''
  while (id.length < ID_LENGTH)
    // 252 is the largest multiple of 36 below 256: what lies above would favour the first digits.
    for (const byte of crypto.getRandomValues(new Uint8Array(ID_LENGTH)))
      if (byte < 252 && id.length < ID_LENGTH) id += DIGITS[byte % DIGITS.length]
  return id
}

export const BlockId = Extension.create({
  name: 'blockId',
  addProseMirrorPlugins: () => [
    new Plugin({
      key: new PluginKey('blockId'),
      appendTransaction(transactions, before, after) {
        if (transactions.every((tr) => !tr.docChanged) || transactions.some(isFromDraft)) return null
        if (before.doc.childCount === after.doc.childCount && transactions.every(isPlainTyping))
          return nameCurrent(after)
        return nameBlocks(after.tr, before.doc, after.doc)
      },
    }),
  ],
})

/** Inline content put into inline content: no block can have come, gone or been copied. */
const isPlainTyping = (tr: Transaction): boolean =>
  tr.steps.every(
    (step) =>
      !(step instanceof ReplaceStep || step instanceof ReplaceAroundStep) ||
      (step instanceof ReplaceStep &&
        step.slice.openStart === 0 &&
        step.slice.openEnd === 0 &&
        (step.slice.content.firstChild?.isInline ?? step.to - step.from < 2)),
  )

/** The block one types in, when it came without a name: a blank article, an import. */
function nameCurrent(state: EditorState): Transaction | null {
  const { $from } = state.selection
  const block = $from.depth > 0 ? $from.node(1) : null
  if (block === null || !hasId(block) || idOf(block) !== null) return null
  return state.tr.setNodeAttribute($from.before(1), 'blockId', newBlockId())
}

function nameBlocks(tr: Transaction, before: Node, after: Node): Transaction | null {
  const { from, toOld, toNew } = changedChildren(before.content.content, after.content.content)
  const replaced = new Set(before.content.content.slice(from, toOld).map(idOf))
  const changed = after.content.content.slice(from, toNew)
  // Ids that were here before are nobody else's; only ids from elsewhere (copies) ask for a look at the whole story.
  const hasForeign = changed.some((block) => idOf(block) !== null && !replaced.has(idOf(block)))
  const taken = new Set<unknown>()
  if (hasForeign)
    for (const [index, block] of after.content.content.entries())
      if (index < from || index >= toNew) taken.add(idOf(block))
  let at = 0
  for (let index = 0; index < from; index += 1) at += after.child(index).nodeSize
  for (const block of changed) {
    const id = idOf(block)
    if (hasId(block) && (id === null || taken.has(id))) tr.setNodeAttribute(at, 'blockId', newBlockId())
    else taken.add(id)
    at += block.nodeSize
  }
  return tr.docChanged ? tr : null
}

const hasId = (block: Node): boolean => 'blockId' in block.attrs
const idOf = (block: Node): string | null => (block.attrs['blockId'] as string | null | undefined) ?? null
