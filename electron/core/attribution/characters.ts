// The characters of a draft as Yjs keeps them: also those that were deleted, in their place. Needs a Y.Doc that collects no garbage.
import * as Y from 'yjs'
import { NONE } from './ledger.ts'

/** A stretch of text of one replica. */
export interface Stretch {
  readonly id: Y.ID
  readonly text: string
  readonly isDeleted: boolean
}

/** Everything that ever stood in a text, in its place. */
export function stretchesOf(text: Y.XmlText): Stretch[] {
  const stretches: Stretch[] = []
  for (let item = text._start; item !== null; item = item.right)
    if (item.content instanceof Y.ContentString)
      stretches.push({ id: item.id, text: item.content.str, isDeleted: item.deleted })
  return stretches
}

/** A text with its characters' ids: two arrays beside the string, because an object for each would be most of the memory. */
export interface Piece {
  text: string
  readonly clients: number[]
  readonly clocks: number[]
}
const newPiece = (): Piece => ({ text: '', clients: [], clocks: [] })
export const idAt = ({ clients, clocks }: Piece, index: number): Y.ID =>
  Y.createID(clients[index] ?? NONE, clocks[index] ?? NONE)

function addTo(piece: Piece, character: string, client: number, clock: number): void {
  piece.text += character
  piece.clients.push(client)
  piece.clocks.push(clock)
}

/** Stands between pieces that are not to be read as one: no text holds it. */
export const BETWEEN = '\u0000'

/** Pieces as one. */
export function joined(pieces: readonly Piece[], between: typeof BETWEEN | ''): Piece {
  const whole = newPiece()
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && between !== '') addTo(whole, between, NONE, NONE)
    whole.text += piece.text
    for (const client of piece.clients) whole.clients.push(client)
    for (const clock of piece.clocks) whole.clocks.push(clock)
  }
  return whole
}

/** The characters of a text that pass, in runs: one that does not pass ends a run, unless it is to be overlooked. */
export function piecesOf(
  text: Y.XmlText,
  passes: (client: number, clock: number) => boolean,
  isOverlooked: (client: number, clock: number) => boolean,
): Piece[] {
  const pieces: Piece[] = []
  let open: Piece | null = null
  for (const { id, text: words } of stretchesOf(text))
    for (let index = 0; index < words.length; index += 1) {
      const clock = id.clock + index
      if (passes(id.client, clock)) {
        if (open === null) pieces.push((open = newPiece()))
        addTo(open, words[index] ?? '', id.client, clock)
      } else if (!isOverlooked(id.client, clock)) open = null
    }
  return pieces
}

/** Every text below a type, deleted ones too, in order. */
export function textsBelow(parent: Y.XmlFragment | Y.XmlElement, into: Y.XmlText[] = []): Y.XmlText[] {
  for (let item = parent._start; item !== null; item = item.right) {
    if (!(item.content instanceof Y.ContentType)) continue
    const { type } = item.content
    if (type instanceof Y.XmlText) into.push(type)
    else if (type instanceof Y.XmlElement) textsBelow(type, into)
  }
  return into
}

/** Every top-level block, deleted ones too, in order. */
export function blocksOf(content: Y.XmlFragment): Y.XmlElement[] {
  const blocks: Y.XmlElement[] = []
  for (let item = content._start; item !== null; item = item.right)
    if (item.content instanceof Y.ContentType && item.content.type instanceof Y.XmlElement)
      blocks.push(item.content.type)
  return blocks
}

/** The id a block has, or had when it was deleted. */
export function blockIdOf(block: Y.XmlElement): string | null {
  const item = block._map.get('blockId')
  const value: unknown = item?.content.getContent()[0]
  return typeof value === 'string' ? value : null
}
