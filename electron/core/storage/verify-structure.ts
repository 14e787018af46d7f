// The container: pages, references, and the triggers that keep facts from being changed.
import type { Fault } from './library-store.ts'
import { MIGRATIONS } from './migrations/migrations.ts'
import { type Row, type Sql, textOf } from './sql.ts'
import { createSql } from './sql.ts'
import { openScratch } from './sqlite.ts'

/** Findings reported per table; a broken file would fill the screen. */
const MAX_COMPLAINTS = 10

export function verifyTable(sql: Sql, table: string): Fault[] {
  return sql
    .all(`PRAGMA integrity_check("${table}")`)
    .map((row) => String(Object.values(row)[0]))
    .filter((text) => text !== 'ok')
    .slice(0, MAX_COMPLAINTS)
    .map((text) => ({ kind: 'page', articleId: null, detail: `in ${table}: ${text}` }))
}

export function verifyStructure(sql: Sql): Fault[] {
  return [...verifyTriggers(sql), ...verifyReferences(sql)]
}

/** Against the triggers of a fresh library: one that is gone or reworded no longer protects anything. */
function verifyTriggers(sql: Sql): Fault[] {
  const present = new Map(triggersOf(sql))
  const scratch = openScratch()
  try {
    for (const { sql: step } of MIGRATIONS) scratch.exec(step)
    return triggersOf(createSql(scratch))
      .filter(([name, text]) => present.get(name) !== text)
      .map(([name]) => ({
        kind: 'trigger',
        articleId: null,
        detail: `the guard ${name} is missing or was changed`,
      }))
  } finally {
    scratch.close()
  }
}

function triggersOf(sql: Sql): [name: string, text: string][] {
  return sql
    .all("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
    .map((row: Row) => [textOf(row, 'name'), textOf(row, 'sql')])
}

function verifyReferences(sql: Sql): Fault[] {
  return sql
    .all(
      'SELECT "table" AS child, parent, count(*) AS hits FROM pragma_foreign_key_check GROUP BY child, parent',
    )
    .map((row) => ({
      kind: 'missing-row',
      articleId: null,
      detail: `${String(row['hits'])} rows of ${String(row['child'])} belong to rows of ${String(row['parent'])} that are missing`,
    }))
}
