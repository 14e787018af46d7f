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

/** What is known of the things of one replica, by their running numbers. Rows are counted from 0; NONE where there is none. */
export interface ReplicaLedger {
  broughtBy(clock: number): number
  takenBy(clock: number): number
  /** Whose it is: the row that brought it, unless it was found to be somebody's from before. */
  creditedTo(clock: number): number
  /** Whether it was found to be from before. */
  isCredited(clock: number): boolean
  /** The restore or undo that brought it back. */
  returnedBy(clock: number): number
  /** Whether it was found again elsewhere, so that its end was no deletion. */
  livesOn(clock: number): boolean
  /** What no row says by itself: that it went with what it was written into. */
  takeAlong(clock: number, row: number): void
}

export interface Ledger {
  readonly rows: readonly RowFacts[]
  /** In the order of the log. */
  readonly suspects: readonly Suspect[]
  /** Throws what Yjs throws on an update that cannot be decoded. */
  enter(update: LoggedUpdate): void
  of(client: number): ReplicaLedger
  credit(copy: Y.ID, original: Y.ID, returnedBy: number): void
}

export function createLedger(): Ledger {
  const rows: RowFacts[] = []
  const suspects: Suspect[] = []
  const replicas = new Map<number, Replica>()
  const replicaOf = (client: number): Replica => {
    const known = replicas.get(client)
    if (known !== undefined) return known
    const replica = createReplica()
    replicas.set(client, replica)
    return replica
  }
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
        replicaOf(client).bring(clock, struct.length, row)
        if (struct instanceof Y.Item && struct.content instanceof Y.ContentString)
          arrived.push({ client, clock, length: struct.length, before: struct.rightOrigin })
      }
      for (const [client, ranges] of ds.clients)
        for (const { clock, len } of ranges) {
          replicaOf(client).take(clock, len, row)
          gone.push({ client, clock, length: len })
        }
      if (isSuspect(origin, arrived, gone)) suspects.push({ row, arrived, gone })
    },
    of: replicaOf,
    credit(copy, original, returnedBy) {
      const from = replicaOf(original.client)
      replicaOf(copy.client).credit(copy.clock, from.creditedTo(original.clock), returnedBy)
      from.noteLivingOn(original.clock)
    },
  }
}

/** Rows by which words come back rather than into being. */
export const isReturning = (origin: LoggedUpdate['origin']): origin is 'restore' | 'undo' =>
  origin === 'restore' || origin === 'undo'

/** Typing a letter is none: most rows are that, and none of them is looked at again. */
const isSuspect = (
  origin: LoggedUpdate['origin'],
  arrived: readonly Arrived[],
  gone: readonly Range[],
): boolean =>
  arrived.length > 0 &&
  (isReturning(origin) || gone.length > 0 || arrived.some(({ length }) => length >= LEAST_PASTED))

interface Replica extends ReplicaLedger {
  bring(clock: number, length: number, row: number): void
  take(clock: number, length: number, row: number): void
  credit(clock: number, row: number, returnedBy: number): void
  noteLivingOn(clock: number): void
}

function createReplica(): Replica {
  // Numbers instead of objects: a long article has a million of them. Each holds a row + 1, so that new ones are none.
  let brought = new Int32Array(0)
  let taken = new Int32Array(0)
  let credited = new Int32Array(0)
  let returned = new Int32Array(0)
  let livingOn = new Uint8Array(0)
  const reach = (clocks: number): void => {
    if (clocks <= brought.length) return
    const size = Math.max(64, clocks * 2)
    const grown = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const column = new Int32Array(size)
      column.set(old)
      return column
    }
    brought = grown(brought)
    taken = grown(taken)
    credited = grown(credited)
    returned = grown(returned)
    const grownLivingOn = new Uint8Array(size)
    grownLivingOn.set(livingOn)
    livingOn = grownLivingOn
  }
  const broughtBy = (clock: number): number => (brought[clock] ?? 0) - 1
  const take = (clock: number, length: number, row: number): void => {
    reach(clock + length)
    fillUnset(taken, clock, length, row + 1)
  }
  return {
    broughtBy,
    takenBy: (clock) => (taken[clock] ?? 0) - 1,
    creditedTo: (clock) => (credited[clock] ? (credited[clock] ?? 0) - 1 : broughtBy(clock)),
    isCredited: (clock) => (credited[clock] ?? 0) > 0,
    returnedBy: (clock) => (returned[clock] ?? 0) - 1,
    livesOn: (clock) => livingOn[clock] === 1,
    takeAlong: (clock, row) => take(clock, 1, row),
    bring(clock, length, row) {
      reach(clock + length)
      fillUnset(brought, clock, length, row + 1)
    },
    take,
    credit(clock, row, returnedBy) {
      credited[clock] = row + 1
      returned[clock] = returnedBy + 1
    },
    noteLivingOn(clock) {
      livingOn[clock] = 1
    },
  }
}

/** The first row counts: a row that was sent twice brought nothing the second time. */
function fillUnset(column: Int32Array, from: number, length: number, value: number): void {
  for (let at = from; at < from + length; at += 1) if (column[at] === 0) column[at] = value
}
