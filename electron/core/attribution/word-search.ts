// Where the words of one row may have stood before it (AT3-AT5): which characters it could have brought back, or moved.
import type * as Y from 'yjs'
import { contentOf } from '#shared/draft/draft-doc.ts'
import {
  BETWEEN,
  blockIdOf,
  blockOf,
  blocksOf,
  deletedPieces,
  idAt,
  joined,
  type Judge,
  type Piece,
  piecesOf,
  textsBelow,
} from './characters.ts'
import { type Ledger, LEAST_PASTED, NONE, type Range, type ReplicaLedger } from './ledger.ts'
import { commonRuns, type Places, scattered, type Source, sourceOf, wholeRun } from './same-words.ts'

/** Characters in the least part of returning words that is found by itself: a short word. Fewer are alike by chance. */
const LEAST_PART = 4
/** Characters that one edit takes away here and puts down there, and that are then moved rather than typed anew: two words. */
const LEAST_MOVED = 8
/** Rows that are held against everything ever deleted: each costs a walk through all of it. */
const MAX_WIDE_SEARCHES = 500

export interface Found {
  readonly source: Piece
  /** For each character sought its place in the source, or -1. */
  readonly places: Places
}

export interface WordSearch {
  /** Where words stood that a restore or an undo put into a text. The first that has a character counts. */
  returning(row: number, text: Y.XmlText): (words: string) => readonly Found[]
  /** Where words stood that any other row put somewhere: among those it took away, or, of a sentence, anywhere. */
  moving(
    row: number,
    takenFrom: readonly Y.XmlText[],
    gone: readonly Range[],
  ): (words: string) => readonly Found[]
}

/** Gone when the row was written, or with it, and there before. */
export function wasGone(row: number, known: ReplicaLedger, clock: number): boolean {
  const taken = known.takenBy(clock)
  return taken !== NONE && taken <= row && known.broughtBy(clock) < row
}
/** Not there when the row was written: it came later, or was gone. */
export const wasUnseen = (row: number, known: ReplicaLedger, clock: number): boolean =>
  known.broughtBy(clock) > row || wasGone(row, known, clock)

export function createWordSearch(
  doc: Y.Doc,
  ledger: Ledger,
  undoneFrom: (block: Y.XmlElement) => Y.XmlElement | null,
): WordSearch {
  const content = contentOf(doc)
  const texts = textsBelow(content)
  const blocks = new Map<string, Y.XmlElement[]>()
  for (const block of blocksOf(content)) {
    const id = blockIdOf(block)
    if (id !== null) blocks.set(id, [...(blocks.get(id) ?? []), block])
  }
  let wideSearches = 0
  let everywhere: { readonly row: number; readonly piece: Piece } | null = null

  const goneBy =
    (row: number): Judge =>
    (known, clock) =>
      wasGone(row, known, clock) ? 'in' : 'unseen'
  const deletedIn = (row: number, among: readonly Y.XmlText[]): Piece =>
    joined(deletedPieces(among, ledger, goneBy(row)), '')
  /** All that was ever there: a revision may hold words that the one who restores it has not received. */
  const everIn = (row: number, text: Y.XmlText): Piece =>
    joined(
      piecesOf(text, ledger, (known, clock) => (known.broughtBy(clock) < row ? 'in' : 'unseen')),
      '',
    )
  function deletedAnywhere(row: number): Piece | null {
    if (everywhere?.row === row) return everywhere.piece
    if (wideSearches >= MAX_WIDE_SEARCHES) return null
    wideSearches += 1
    everywhere = { row, piece: joined(deletedPieces(texts, ledger, goneBy(row)), BETWEEN) }
    return everywhere.piece
  }
  /** What stood in the same block when it was another element: by its id, or because undo made it again. */
  function textsOfSameBlock(text: Y.XmlText): Y.XmlText[] {
    const block = blockOf(text)
    if (block === null) return []
    const id = blockIdOf(block)
    const undone = undoneFrom(block)
    const same = new Set([
      ...((id === null ? null : blocks.get(id)) ?? []),
      ...(undone === null ? [] : [undone]),
    ])
    same.delete(block)
    return [...same].flatMap((one) => textsBelow(one))
  }
  const sources = new WeakMap<Piece, Source>()
  const textOf = (piece: Piece): Source => {
    const known = sources.get(piece) ?? sourceOf(piece.text)
    sources.set(piece, known)
    return known
  }
  /** Of several places the one that was deleted last. */
  function whole(words: string, source: Piece): Found | null {
    const takenAt = (index: number): number => {
      const { client, clock } = idAt(source, index)
      return ledger.of(client).takenBy(clock)
    }
    const places = wholeRun(words, textOf(source), (from, to) => takenAt(from) + takenAt(to - 1))
    return places === null ? null : { source, places }
  }
  function inOrder(words: string, source: Piece): Found | null {
    const places = scattered(words, textOf(source))
    return places === null ? null : { source, places }
  }
  const inPlace = (words: string, source: Piece): Found | null =>
    whole(words, source) ?? inOrder(words, source)
  const parts = (words: string, source: Piece, least: number): Found => ({
    source,
    places: commonRuns(words, textOf(source), least),
  })

  return {
    returning(row, text) {
      const own = deletedIn(row, [text])
      const block = deletedIn(row, textsOfSameBlock(text))
      const ever = ledger.rows[row]?.origin === 'restore' ? everIn(row, text) : null
      return (words) => {
        const near =
          inPlace(words, own) ?? whole(words, block) ?? (ever === null ? null : inPlace(words, ever))
        if (near !== null) return [near]
        const far = deletedAnywhere(row)
        const found = (far === null ? null : whole(words, far)) ?? inOrder(words, block)
        if (found !== null) return [found]
        return [own, block, ...(far === null ? [] : [far])].map((source) => parts(words, source, LEAST_PART))
      }
    },
    moving(row, takenFrom, gone) {
      const isTaken = isWithin(gone)
      const judge: Judge = (known, clock, client) => {
        if (wasGone(row, known, clock) && isTaken(client, clock)) return 'in'
        return wasUnseen(row, known, clock) ? 'unseen' : 'apart'
      }
      const byText = takenFrom.map((text) => piecesOf(text, ledger, judge))
      const taken = joined(
        byText.map((pieces) => joined(pieces, '')),
        BETWEEN,
      )
      // What a colleague wrote between the words meanwhile does not part them.
      const wholes = new Set([...byText.flat().map(({ text }) => text), ...taken.text.split(BETWEEN)])
      return (words) => {
        const moved = wholes.has(words) ? whole(words, taken) : null
        if (moved !== null) return [moved]
        const far = words.length >= LEAST_PASTED ? deletedAnywhere(row) : null
        return [
          ...(words.length >= LEAST_MOVED && taken.text !== '' ? [parts(words, taken, LEAST_MOVED)] : []),
          ...(far === null ? [] : [parts(words, far, LEAST_PASTED)]),
        ]
      }
    },
  }
}

/** Two people may take away the same words; each row that does so is asked for its own. */
function isWithin(ranges: readonly Range[]): (client: number, clock: number) => boolean {
  const byClient = new Map<number, Range[]>()
  for (const range of ranges) byClient.set(range.client, [...(byClient.get(range.client) ?? []), range])
  return (client, clock) =>
    byClient.get(client)?.some((range) => clock >= range.clock && clock < range.clock + range.length) ?? false
}
