// Deleting over head fields: their text goes, the fields stay.
import type { Node } from '@tiptap/pm/model'
import { AllSelection, type EditorState, Selection, TextSelection, type Transaction } from '@tiptap/pm/state'
import { isHead } from './head-fields.ts'

/** Deletes everything between two positions except the head fields themselves, and puts the caret where it began. */
export function clearAcross(tr: Transaction, from: number, to: number): Transaction {
  const isAll = tr.selection instanceof AllSelection
  for (const range of clearedRanges(tr.doc, from, to).toReversed()) tr.delete(range.from, range.to)
  keepBody(tr)
  const caret = isAll ? startOfHeadline(tr.doc) : tr.mapping.map(from, -1)
  return tr.setSelection(Selection.near(tr.doc.resolve(Math.min(caret, tr.doc.content.size)), 1))
}

/** The selection cleared so that `text` can stand in its place. */
export function typeAcross(state: EditorState, from: number, to: number, text: string): Transaction {
  const tr = clearAcross(state.tr, from, to)
  return tr
    .insertText(text, tr.selection.from)
    .setSelection(TextSelection.near(tr.doc.resolve(tr.selection.to), -1))
}

/** A story whose whole body is deleted keeps a paragraph to go on in. */
function keepBody(tr: Transaction): void {
  const paragraph = tr.doc.type.schema.nodes['paragraph']
  const { lastChild } = tr.doc
  if (paragraph && lastChild !== null && isHead(lastChild)) tr.insert(tr.doc.content.size, paragraph.create())
}

interface Range {
  readonly from: number
  readonly to: number
}

/** Inside of each head field, and each run of body blocks, as far as the range reaches into them. */
function clearedRanges(doc: Node, from: number, to: number): readonly Range[] {
  const ranges: Range[] = []
  let body: Range | null = null
  const closeBody = () => {
    if (body !== null && body.to > body.from) ranges.push(body)
    body = null
  }
  doc.forEach((block, start) => {
    const end = start + block.nodeSize
    if (end <= from || start >= to) return
    if (isHead(block)) {
      closeBody()
      const inside = { from: Math.max(from, start + 1), to: Math.min(to, end - 1) }
      if (inside.to > inside.from) ranges.push(inside)
    } else {
      body = { from: body?.from ?? Math.max(from, start), to: Math.min(to, end) }
    }
  })
  closeBody()
  return ranges
}

/** After deleting everything one goes on with the headline. */
function startOfHeadline(doc: Node): number {
  let found = 0
  doc.forEach((block, start) => {
    if (found === 0 && block.type.name === 'headline') found = start + 1
  })
  return found
}
