// Words that come back belong to whoever wrote them (AT3-AT5). For each row that may have brought words back or moved them, finds
// which characters from before they are, and credits them. Rows are taken in order, so what is found is settled itself.
import * as Y from 'yjs'
import { contentOf } from '#shared/draft/draft-doc.ts'
import { idAt, type Piece, piecesOf } from './characters.ts'
import { type Arrived, isReturning, type Ledger, NONE, type Range, type Suspect } from './ledger.ts'
import { createWordSearch, type Found, wasGone, wasUnseen } from './word-search.ts'

export interface OriginalFinder {
  /** Stops after each piece of text: a row can bring thousands, and others are to have their turn. */
  settle(suspect: Suspect): Iterable<void>
}

/** The doc must hold the whole log and collect no garbage. */
export function createOriginalFinder(doc: Y.Doc, ledger: Ledger): OriginalFinder {
  takeAlong(contentOf(doc), ledger, NONE)
  const search = createWordSearch(doc, ledger, undoneFrom)

  function* settle({ row, arrived, gone }: Suspect): Iterable<void> {
    const origin = ledger.rows[row]?.origin
    if (origin === undefined) return
    if (isReturning(origin)) {
      const rest = origin === 'undo' ? arrived.filter((one) => !isUndone(row, one)) : arrived
      for (const { text, pieces } of piecesBrought(row, rest)) {
        const find = search.returning(row, text)
        for (const piece of pieces) yield creditPiece(row, piece, find(piece.text))
      }
    } else {
      const find = search.moving(row, parentsOf(gone), gone)
      for (const { pieces } of piecesBrought(row, arrived))
        for (const piece of pieces) yield creditPiece(row, piece, find(piece.text))
    }
  }

  /** Undo puts a copy of what was deleted just before it: the very characters are known. */
  function isUndone(row: number, { client, clock, length, before }: Arrived): boolean {
    if (before === null) return false
    const copy = textOf({ client, clock, length })
    const original = textOf({ client: before.client, clock: before.clock, length })
    const known = ledger.of(before.client)
    const isGone = (at: number): boolean => wasGone(row, known, at)
    if (copy === null || copy !== original || !numbers(before.clock, length).every(isGone)) return false
    for (let index = 0; index < length; index += 1)
      credit(row, Y.createID(client, clock + index), Y.createID(before.client, before.clock + index))
    return true
  }
  /** The block that undo made this one from: it stands right behind. */
  function undoneFrom(block: Y.XmlElement): Y.XmlElement | null {
    const before = block._item?.rightOrigin ?? null
    const item = before === null ? null : itemAt(before.client, before.clock)
    const type: unknown = item?.deleted && item.content instanceof Y.ContentType ? item.content.type : null
    return type instanceof Y.XmlElement ? (type as Y.XmlElement) : null
  }
  function textOf({ client, clock, length }: Range): string | null {
    let text = ''
    while (text.length < length) {
      const item = itemAt(client, clock + text.length)
      if (item === null || !(item.content instanceof Y.ContentString)) return null
      text += item.content.str.slice(clock + text.length - item.id.clock)
    }
    return text.slice(0, length)
  }
  function itemAt(client: number, clock: number): Y.Item | null {
    if (clock >= Y.getState(doc.store, client)) return null
    const struct: unknown = Y.getItem(doc.store, Y.createID(client, clock))
    return struct instanceof Y.Item ? struct : null
  }
  function parentsOf(ranges: readonly Range[]): Y.XmlText[] {
    const parents = new Set<Y.XmlText>()
    for (const { client, clock, length } of ranges)
      for (let at = clock; at < clock + length; ) {
        const item = itemAt(client, at)
        if (item?.parent instanceof Y.XmlText) parents.add(item.parent)
        at = item === null ? at + 1 : item.id.clock + item.length
      }
    return [...parents]
  }
  function piecesBrought(row: number, arrived: readonly Arrived[]): { text: Y.XmlText; pieces: Piece[] }[] {
    return parentsOf(arrived).map((text) => ({
      text,
      pieces: piecesOf(text, ledger, (known, clock) => {
        if (known.broughtBy(clock) === row && !known.isCredited(clock)) return 'in'
        return wasUnseen(row, known, clock) ? 'unseen' : 'apart'
      }),
    }))
  }

  /** The first source that has a character is its original. */
  function creditPiece(row: number, piece: Piece, found: readonly Found[]): void {
    for (let index = 0; index < piece.text.length; index += 1) {
      const origin = found.find(({ places }) => (places[index] ?? -1) >= 0)
      if (origin !== undefined)
        credit(row, idAt(piece, index), idAt(origin.source, origin.places[index] ?? NONE))
    }
  }
  function credit(row: number, copy: Y.ID, original: Y.ID): void {
    const facts = ledger.rows[row]
    const known = ledger.of(original.client)
    const takenBy = ledger.rows[known.takenBy(original.clock)]?.author
    // What moves stays as it was; undoing what one did oneself is as if it had never been done.
    const isTold = facts?.origin === 'restore' || (facts?.origin === 'undo' && facts.author !== takenBy)
    ledger.credit(copy, original, isTold ? row : known.returnedBy(original.clock))
  }

  return { settle }
}

const numbers = (from: number, length: number): number[] => Array.from({ length }, (_, index) => from + index)

/** Words written into a block that somebody else was deleting at the same moment: they went with it. */
function takeAlong(parent: Y.XmlFragment | Y.XmlText, ledger: Ledger, taken: number): void {
  for (let item = parent._start; item !== null; item = item.right) {
    const { client, clock } = item.id
    const known = ledger.of(client)
    if (item.deleted)
      for (let at = clock; at < clock + item.length; at += 1)
        known.takeAlong(at, Math.max(taken, known.broughtBy(at)))
    const inner: unknown = item.content instanceof Y.ContentType ? item.content.type : null
    if (inner instanceof Y.XmlFragment || inner instanceof Y.XmlText)
      takeAlong(inner, ledger, known.takenBy(clock))
  }
}
