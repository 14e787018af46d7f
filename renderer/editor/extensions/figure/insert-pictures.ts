// Puts stored pictures into the story as figures, with the caption and credit that were read from the file.
import { Fragment, type Node, type Schema } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { Picture } from '#shared/ipc/groups/assets.ts'
import { asOwnUndoStep } from '../../binding/draft-binding.ts'
import { insertBlock } from '../../commands/block-commands.ts'

export function toFigure(schema: Schema, picture: Picture): Node {
  const { figure, caption, credit } = schema.nodes
  if (!figure || !caption || !credit) throw new Error('The grammar has no figures')
  const words = (text: string) => (text === '' ? null : schema.text(text))
  const { assetId, width, height } = picture
  return figure.create({ assetId, width, height }, [
    caption.create(null, words(picture.caption)),
    credit.create(null, words(picture.credit)),
  ])
}

/** Inserts figures at a top-level gap (a drop), or after the block the caret is in. One undo step. */
export function insertPictures(
  view: EditorView,
  pictures: readonly Picture[],
  at: number | null = null,
): void {
  const figures = pictures.map((picture) => toFigure(view.state.schema, picture))
  const [first, ...rest] = figures
  if (first === undefined) return
  if (at !== null) {
    view.dispatch(asOwnUndoStep(view.state.tr.insert(gapAt(view, at), figures)).scrollIntoView())
    return
  }
  const inserted = insertBlock(view.state, first)
  if (inserted === null) return
  inserted.tr.insert(inserted.at + first.nodeSize, Fragment.fromArray(rest))
  view.dispatch(asOwnUndoStep(inserted.tr).scrollIntoView())
}

/** Puts another picture into the figure at a position; words and description stay. */
export function replacePicture(view: EditorView, at: number, picture: Picture): void {
  const figure = view.state.doc.nodeAt(at)
  if (figure?.type.name !== 'figure') return
  const { assetId, width, height } = picture
  view.dispatch(
    asOwnUndoStep(view.state.tr.setNodeMarkup(at, null, { ...figure.attrs, assetId, width, height })),
  )
}

/** The gap between top-level blocks nearest above a position, never before the head fields. */
function gapAt(view: EditorView, at: number): number {
  const { doc } = view.state
  const $at = doc.resolve(Math.min(at, doc.content.size))
  let index = $at.depth > 0 ? $at.index(0) + 1 : $at.index(0)
  while (index < doc.childCount && doc.child(index).type.spec.group === 'head') index += 1
  return doc.resolve(0).posAtIndex(index, 0)
}
