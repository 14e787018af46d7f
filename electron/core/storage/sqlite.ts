// The engine. One copy, one version, imported in one place (RELIABILITY C3).
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite'

export type Database = DatabaseSyncInstance
export type SupportedValue = string | number | bigint | Uint8Array | null

/**
 * Opens a file that exists; never creates one (RELIABILITY 5.3.2). `mode=rw` in the address takes back the create
 * flag that the engine sets by itself.
 */
export function openDatabase(fileUrl: string, access: 'rw' | 'ro', waitMs: number): Database {
  return new DatabaseSync(`${fileUrl}?mode=${access}`, {
    readOnly: access === 'ro',
    timeout: waitMs,
    enableForeignKeyConstraints: true,
    defensive: true,
  })
}

/** An empty database in memory. */
export const openScratch = (): Database => new DatabaseSync(':memory:')
