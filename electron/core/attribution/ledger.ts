// For every character (and every other thing in a draft) the row of the log that brought it, the row that took it away, and the row
// it is credited to. Yjs names each by its writer's replica and a running number, which rows list in ranges: no text is looked at here.
import * as Y from 'yjs'
import type { LoggedUpdate } from '../storage/library-store.ts'

/** Characters pasted that are held against everything ever deleted: a sentence, never a phrase. */
export const LEAST_PASTED = 32

/** No row. */
export const NONE = -1

export type RowFacts = Pick<LoggedUpdate, 'seq' | 'origin' | 'author' | 'at'>

/** A run of running numbers of one replica. */
export interface Range {
  readonly client: number
  readonly clock: number
  readonly length: number
}
/** Words that came with a row, as it brought them. */
export interface Arrived extends Range {
  /** What it was put in front of: undo puts text back just before what is left of it. */
  readonly before: Y.ID | null
}
/** A row that may have brought back, or moved, what was there already. */
export interface Suspect {
  readonly row: number
  readonly arrived: readonly Arrived[]
  readonly gone: readonly Range[]
}

export interface Ledger {
  readonly rows: readonly RowFacts[]
  /** In the order of the log. */
  readonly suspects: readonly Suspect[]
  /** Throws what Yjs throws on an update that cannot be decoded. */
  enter(update: LoggedUpdate): void
  broughtBy(client: number, clock: number): number
  takenBy(client: number, clock: number): number
  /** Whose it is: the row that brought it, unless it was found to be somebody's from before. */
  creditedTo(client: number, clock: number): number
  /** Whether it was found to be from before. */
  isCredited(client: number, clock: number): boolean
  /** The restore or undo that brought it back, or NONE. */
  returnedBy(client: number, clock: number): number
  /** Whether it lives on elsewhere, so that its end was no deletion. */
  livesOn(client: number, clock: number): boolean
  credit(copy: Y.ID, original: Y.ID, returnedBy: number): void
}

interface Columns {
  brought: Int32Array
  taken: Int32Array
  /** Row + 1, because most are credited to the row that brought them and a new array is all zeros. */
  credited: Int32Array
  returned: Int32Array
  livesOn: Uint8Array
}

export function createLedger(): Ledger {
  const rows: RowFacts[] = []
  const suspects: Suspect[] = []
  const clients = new Map<number, Columns>()

  function columnsFor(client: number, clocks: number): Columns {
    const known = clients.get(client)
    if (known !== undefined && known.brought.length >= clocks) return known
    const grown = growColumns(known ?? null, Math.max(64, clocks * 2))
    clients.set(client, grown)
    return grown
  }
  const read = (client: number, clock: number, column: 'brought' | 'taken' | 'credited' | 'returned') =>
    (clients.get(client)?.[column][clock] ?? 0) - 1

  return {
    rows,
    suspects,
    enter({ bytes, seq, origin, author, at }) {
      const row = rows.push({ seq, origin, author, at }) - 1
      const { structs, ds } = Y.decodeUpdate(bytes)
      const arrived: Arrived[] = []
      const gone: Range[] = []
      for (const struct of structs) {
        if (struct instanceof Y.Skip) continue
        const { client, clock } = struct.id
        fillUnset(columnsFor(client, clock + struct.length).brought, clock, struct.length, row + 1)
        if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
          arrived.push({ client, clock, length: struct.length, before: struct.rightOrigin })
      }
      for (const [client, ranges] of ds.clients)
        for (const { clock, len } of ranges) {
          fillUnset(columnsFor(client, clock + len).taken, clock, len, row + 1)
          gone.push({ client, clock, length: len })
        }
      if (isSuspect(origin, arrived, gone)) suspects.push({ row, arrived, gone })
    },
    broughtBy: (client, clock) => read(client, clock, 'brought'),
    takenBy: (client, clock) => read(client, clock, 'taken'),
    creditedTo(client, clock) {
      const credited = read(client, clock, 'credited')
      return credited === NONE ? read(client, clock, 'brought') : credited
    },
    isCredited: (client, clock) => read(client, clock, 'credited') !== NONE,
    returnedBy: (client, clock) => read(client, clock, 'returned'),
    livesOn: (client, clock) => clients.get(client)?.livesOn[clock] === 1,
    credit(copy, original, returnedBy) {
      const to = columnsFor(copy.client, copy.clock + 1)
      to.credited[copy.clock] = this.creditedTo(original.client, original.clock) + 1
      to.returned[copy.clock] = returnedBy + 1
      columnsFor(original.client, original.clock + 1).livesOn[original.clock] = 1
    },
  }
}

/** Typing a letter is none: most rows are that, and none of them is looked at again. */
const isSuspect = (
  origin: LoggedUpdate['origin'],
  arrived: readonly Arrived[],
  gone: readonly Range[],
): boolean =>
  arrived.length > 0 &&
  (isReturning(origin) || gone.length > 0 || arrived.some(({ length }) => length >= LEAST_PASTED))

/** Rows by which words come back rather than into being. */
export const isReturning = (origin: LoggedUpdate['origin']): origin is 'restore' | 'undo' =>
  origin === 'restore' || origin === 'undo'

/** The first row counts: a row that was sent twice brought nothing the second time. */
function fillUnset(column: Int32Array, from: number, length: number, value: number): void {
  for (let at = from; at < from + length; at += 1) if (column[at] === 0) column[at] = value
}

function growColumns(known: Columns | null, size: number): Columns {
  const grown = (old: Int32Array | undefined) => {
    const column = new Int32Array(size)
    if (old !== undefined) column.set(old)
    return column
  }
  const livesOn = new Uint8Array(size)
  if (known !== null) livesOn.set(known.livesOn)
  return {
    brought: grown(known?.brought),
    taken: grown(known?.taken),
    credited: grown(known?.credited),
    returned: grown(known?.returned),
    livesOn,
  }
}
