// The hash chain over an article's update log: a row that is missing, edited, swapped or added shows itself.
import { sha256 } from './sha256.ts'
import { bytesOf, integerOf, type Row, textOf } from './sql.ts'

export const CHAIN_START = new Uint8Array(32)

/** What the chain protects beside the bytes: who wrote them, when, with which grammar. */
export interface ChainedFacts {
  readonly seq: number
  readonly session: string
  readonly origin: string
  readonly author: string
  readonly schemaVersion: number
  readonly at: number
  readonly zone: string
}

export const CHAINED_COLUMNS = 'seq, sha256, chain, session, origin, author, schema_version, at, zone'

export function nextChain(previous: Uint8Array, bytesHash: Uint8Array, facts: ChainedFacts): Uint8Array {
  const { seq, session, origin, author, schemaVersion, at, zone } = facts
  const text = JSON.stringify([seq, session, origin, author, schemaVersion, at, zone])
  return sha256(Buffer.concat([previous, bytesHash, Buffer.from(text, 'utf8')]))
}

export function factsOf(row: Row): ChainedFacts {
  return {
    seq: integerOf(row, 'seq'),
    session: textOf(row, 'session'),
    origin: textOf(row, 'origin'),
    author: textOf(row, 'author'),
    schemaVersion: integerOf(row, 'schema_version'),
    at: integerOf(row, 'at'),
    zone: textOf(row, 'zone'),
  }
}
export const hashOf = (row: Row): Uint8Array => bytesOf(row, 'sha256')
export const chainOf = (row: Row): Uint8Array => bytesOf(row, 'chain')
