// Forward only, in order: the index in this list is the format it leads from. One transaction each (RELIABILITY 5.7).
import { CREATE_LIBRARY } from './0001-create-library.ts'

export interface Migration {
  readonly sql: string
  /** The oldest format whose Stet may still read, and still write, a library after this step. */
  readonly minReader: number
  readonly minWriter: number
}

export const MIGRATIONS: readonly Migration[] = [{ sql: CREATE_LIBRARY, minReader: 1, minWriter: 1 }]
