// Ways to hurt a closed library: straight SQL past every guard, flipped bits, and a fingerprint of every byte in a folder.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'

/** Runs SQL on a closed library with all triggers taken away, as a broken tool or disk would. */
export function tamper(library: string, ...statements: string[]): void {
  const db = new DatabaseSync(join(library, 'library.db'), {
    enableForeignKeyConstraints: false,
    defensive: false,
  })
  const list = db.createTagStore(1).all`SELECT name FROM sqlite_schema WHERE type = 'trigger'`
  const triggers = list.map((row) => (row as { name: string }).name)
  for (const name of triggers) db.exec(`DROP TRIGGER ${name}`)
  for (const statement of statements) db.exec(statement)
  db.close()
}

export function flipBit(file: string, at: number, bit = 0): void {
  const bytes = readFileSync(file)
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  writeFileSync(file, bytes)
}

/** Names and bytes of everything in a folder, folders in it included. */
export function fingerprint(folder: string): string {
  const hash = createHash('sha256')
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }).sort((a, b) =>
    join(a.parentPath, a.name) < join(b.parentPath, b.name) ? -1 : 1,
  )) {
    const path = join(entry.parentPath, entry.name)
    hash.update(`${path}\0`)
    if (entry.isFile()) hash.update(readFileSync(path))
  }
  return hash.digest('hex')
}
