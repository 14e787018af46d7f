// The characters of a draft as Yjs keeps them: also those that were deleted, in their place. Needs a Y.Doc that collects no garbage.
import * as Y from 'yjs'
import { type Ledger, NONE, type ReplicaLedger } from './ledger.ts'

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
  const [first] = pieces
  if (pieces.length === 1 && first !== undefined) return first
  const whole = newPiece()
  for (const [index, piece] of pieces.entries()) {
    if (index > 0 && between !== '') addTo(whole, between, NONE, NONE)
    whole.text += piece.text
    for (const client of piece.clients) whole.clients.push(client)
    for (const clock of piece.clocks) whole.clocks.push(clock)
  }
  return whole
}

/** What a character is to a search: part of what is sought, not there as far as it is concerned, or in the way. */
export type Standing = 'in' | 'unseen' | 'apart'
export type Judge = (known: ReplicaLedger, clock: number, client: number) => Standing

/** The characters of a text that are in, in runs that what is apart ends. */
export function piecesOf(text: Y.XmlText, ledger: Ledger, judge: Judge): Piece[] {
  const pieces: Piece[] = []
  let open: Piece | null = null
  for (const { id, text: words } of stretchesOf(text)) {
    const known = ledger.of(id.client)
    for (let index = 0; index < words.length; index += 1) {
      const clock = id.clock + index
      const standing = judge(known, clock, id.client)
      if (standing === 'apart') open = null
      if (standing !== 'in') continue
      if (open === null) {
        open = newPiece()
        pieces.push(open)
      }
      addTo(open, words[index] ?? '', id.client, clock)
    }
  }
  return pieces
}

/** The characters of texts that are in, as one run a text; what is alive is passed over whole. */
export function deletedPieces(texts: readonly Y.XmlText[], ledger: Ledger, judge: Judge): Piece[] {
  return texts.flatMap((text) => {
    const piece = newPiece()
    for (let item = text._start; item !== null; item = item.right) {
      if (!item.deleted || !(item.content instanceof Y.ContentString)) continue
      const { client, clock } = item.id
      const known = ledger.of(client)
      const words = item.content.str
      for (let index = 0; index < words.length; index += 1)
        if (judge(known, clock + index, client) === 'in')
          addTo(piece, words[index] ?? '', client, clock + index)
    }
    return piece.text === '' ? [] : [piece]
  })
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

export function blockOf(text: Y.XmlText): Y.XmlElement | null {
  let block: Y.XmlElement | null = null
  for (let parent: unknown = text.parent; parent instanceof Y.XmlElement; parent = parent.parent)
    block = parent as Y.XmlElement
  return block
}
