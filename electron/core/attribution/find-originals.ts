// Words that come back belong to whoever wrote them (AT3-AT5). For each row that may have brought words back or moved them, finds
// which characters from before they are, and credits them. Rows are taken in order, so what is found is settled itself.
import * as Y from 'yjs'
import { contentOf } from '#shared/draft/draft-doc.ts'
import { BETWEEN, blockIdOf, blocksOf, idAt, joined, type Piece, piecesOf, textsBelow } from './characters.ts'
import {
  type Arrived,
  isReturning,
  LEAST_PASTED,
  type Ledger,
  NONE,
  type Range,
  type Suspect,
} from './ledger.ts'
import { commonRuns, type Places, scattered, wholeRun } from './same-words.ts'

/** Characters in the least part of returning words that is found by itself: a short word. Fewer are alike by chance. */
const LEAST_PART = 4
/** Characters that one edit takes away here and puts down there, and that are then moved rather than typed anew: two words. */
const LEAST_MOVED = 8
/** Rows that are held against everything ever deleted: each costs a walk through the whole draft. */
const MAX_WIDE_SEARCHES = 500

export interface OriginalFinder {
  settle(suspect: Suspect): void
}

/** The doc must hold the whole log and collect no garbage. */
export function createOriginalFinder(doc: Y.Doc, ledger: Ledger): OriginalFinder {
  const content = contentOf(doc)
  const texts = textsBelow(content)
  const blocks = blocksOf(content)
  const byId = new Map<string, Y.XmlElement[]>()
  for (const block of blocks) {
    const id = blockIdOf(block)
    if (id !== null) byId.set(id, [...(byId.get(id) ?? []), block])
  }
  let wideSearches = 0

  function settle({ row, arrived, gone }: Suspect): void {
    const origin = ledger.rows[row]?.origin
    if (origin === undefined) return
    const search = createSearch(row)
    if (isReturning(origin)) {
      const rest = origin === 'undo' ? arrived.filter((one) => !isUndone(row, one)) : arrived
      for (const { text, piece } of piecesBrought(row, rest))
        creditPiece(row, piece, search.returning(text, piece.text))
    } else {
      const moved = joined(
        search.pieces(parentsOf(gone), (taken) => taken === row),
        BETWEEN,
      )
      const pieces = moved.text.split(BETWEEN)
      for (const { piece } of piecesBrought(row, arrived))
        creditPiece(row, piece, search.moved(piece.text, moved, pieces))
    }
  }

  /** Undo puts a copy of what was deleted just before it: the very characters are known. */
  function isUndone(row: number, { client, clock, length, before }: Arrived): boolean {
    if (before === null) return false
    const copy = textOf({ client, clock, length })
    const original = textOf({ client: before.client, clock: before.clock, length })
    if (copy === null || copy !== original || !wasGone(row, before, length)) return false
    for (let index = 0; index < length; index += 1)
      credit(row, Y.createID(client, clock + index), Y.createID(before.client, before.clock + index))
    return true
  }
  function wasGone(row: number, { client, clock }: Y.ID, length: number): boolean {
    for (let at = clock; at < clock + length; at += 1) if (!isGone(row, client, at)) return false
    return true
  }
  const isGone = (row: number, client: number, clock: number): boolean => {
    const taken = ledger.takenBy(client, clock)
    return taken !== NONE && taken <= row && ledger.broughtBy(client, clock) < row
  }

  function textOf({ client, clock, length }: Range): string | null {
    let text = ''
    while (text.length < length) {
      const struct = structAt(client, clock + text.length)
      if (struct === null || !(struct.content instanceof Y.ContentString)) return null
      text += struct.content.str.slice(clock + text.length - struct.id.clock)
    }
    return text.slice(0, length)
  }
  function structAt(client: number, clock: number): Y.Item | null {
    if (clock >= Y.getState(doc.store, client)) return null
    const struct: unknown = Y.getItem(doc.store, Y.createID(client, clock))
    return struct instanceof Y.Item ? struct : null
  }

  function parentsOf(ranges: readonly Range[]): Y.XmlText[] {
    const parents = new Set<Y.XmlText>()
    for (const { client, clock, length } of ranges)
      for (let at = clock; at < clock + length; ) {
        const item = structAt(client, at)
        if (item?.parent instanceof Y.XmlText) parents.add(item.parent)
        at = item === null ? at + 1 : item.id.clock + item.length
      }
    return [...parents]
  }
  const piecesBrought = (row: number, arrived: readonly Arrived[]): { text: Y.XmlText; piece: Piece }[] =>
    parentsOf(arrived).flatMap((text) =>
      piecesOf(
        text,
        (client, clock) => ledger.broughtBy(client, clock) === row && !ledger.isCredited(client, clock),
        (client, clock) => ledger.broughtBy(client, clock) > row || isGone(row, client, clock),
      ).map((piece) => ({ text, piece })),
    )

  function createSearch(row: number) {
    let everywhere: Piece | null = null
    const pieces = (among: readonly Y.XmlText[], isWanted: (taken: number) => boolean): Piece[] =>
      among.flatMap((text) =>
        piecesOf(
          text,
          (client, clock) => isGone(row, client, clock) && isWanted(ledger.takenBy(client, clock)),
          (client, clock) => isGone(row, client, clock),
        ),
      )
    /** Of one text all that was deleted, in order, whatever stood between. */
    const deletedIn = (among: readonly Y.XmlText[]): Piece =>
      joined(
        pieces(among, () => true),
        '',
      )
    const deletedAnywhere = (): Piece | null => {
      if (everywhere === null && wideSearches < MAX_WIDE_SEARCHES) {
        wideSearches += 1
        everywhere = joined(
          texts.map((text) => deletedIn([text])).filter((piece) => piece.text !== ''),
          BETWEEN,
        )
      }
      return everywhere
    }
    const whole = (wanted: string, source: Piece): Found | null => {
      const places = wholeRun(wanted, source.text, (from, to) => lastTaken(source, from, to))
      return places === null ? null : { source, places }
    }
    const lastTaken = (source: Piece, from: number, to: number): number => {
      const [first, last] = [idAt(source, from), idAt(source, to - 1)]
      return ledger.takenBy(first.client, first.clock) + ledger.takenBy(last.client, last.clock)
    }
    const inOrder = (wanted: string, source: Piece): Found | null => {
      const places = scattered(wanted, source.text)
      return places === null ? null : { source, places }
    }

    return {
      pieces,
      returning(text: Y.XmlText, wanted: string): Found[] {
        const own = deletedIn([text])
        const block = deletedIn(textsOfSameBlock(text))
        const near = whole(wanted, own) ?? inOrder(wanted, own) ?? whole(wanted, block)
        if (near !== null) return [near]
        const far = deletedAnywhere()
        const found = (far === null ? null : whole(wanted, far)) ?? inOrder(wanted, block)
        if (found !== null) return [found]
        const parts = [own, block, ...(far === null ? [] : [far])]
        return parts.map((source) => ({ source, places: commonRuns(wanted, source.text, LEAST_PART) }))
      },
      moved(wanted: string, gone: Piece, pieces: readonly string[]): Found[] {
        if (pieces.includes(wanted)) {
          const found = whole(wanted, gone)
          if (found !== null) return [found]
        }
        const found: Found[] = []
        if (wanted.length >= LEAST_MOVED && gone.text !== '')
          found.push({ source: gone, places: commonRuns(wanted, gone.text, LEAST_MOVED) })
        const far = wanted.length >= LEAST_PASTED ? deletedAnywhere() : null
        if (far !== null) found.push({ source: far, places: commonRuns(wanted, far.text, LEAST_PASTED) })
        return found
      },
    }
  }

  /** What stood in the same block when it was another element: by its id, or because undo made it again in front of the old one. */
  function textsOfSameBlock(text: Y.XmlText): Y.XmlText[] {
    const block = blockOf(text)
    if (block === null) return []
    const id = blockIdOf(block)
    const before = block._item?.rightOrigin ?? null
    const undone = before === null ? null : structAt(before.client, before.clock)
    const same = new Set(id === null ? [] : byId.get(id))
    if (
      undone?.content instanceof Y.ContentType &&
      undone.deleted &&
      undone.content.type instanceof Y.XmlElement
    )
      same.add(undone.content.type)
    same.delete(block)
    return [...same].flatMap((one) => textsBelow(one))
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
    const author = ledger.rows[ledger.creditedTo(original.client, original.clock)]?.author
    // What moves stays as it was; undoing one's own slip is nothing to tell.
    const isTold = facts?.origin === 'restore' || (facts?.origin === 'undo' && facts.author !== author)
    const returnedBy = isTold ? row : ledger.returnedBy(original.client, original.clock)
    ledger.credit(copy, original, returnedBy)
  }

  return { settle }
}

interface Found {
  readonly source: Piece
  readonly places: Places
}

function blockOf(text: Y.XmlText): Y.XmlElement | null {
  let block: Y.XmlElement | null = null
  for (let parent: unknown = text.parent; parent instanceof Y.XmlElement; parent = parent.parent)
    block = parent as Y.XmlElement
  return block
}
