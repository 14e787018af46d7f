// A thin, typed face over one SQLite connection: prepared statements are kept, values are checked on the way out.
import type { z } from 'zod'
import { instantSchema, type Instant } from '#shared/article/ids.ts'
import type { Database, SupportedValue } from './sqlite.ts'
import { unreadable } from './storage-error.ts'

export type Row = Readonly<Record<string, unknown>>

export interface Sql {
  run(sql: string, ...values: SupportedValue[]): { changes: number; rowId: number }
  get(sql: string, ...values: SupportedValue[]): Row | null
  all(sql: string, ...values: SupportedValue[]): Row[]
}

export function createSql(db: Database): Sql {
  const statements = new Map<string, ReturnType<Database['prepare']>>()
  const prepared = (sql: string) => {
    let statement = statements.get(sql)
    if (statement === undefined) {
      statement = db.prepare(sql)
      statements.set(sql, statement)
    }
    return statement
  }
  return {
    run: (sql, ...values) => {
      const { changes, lastInsertRowid } = prepared(sql).run(...values)
      return { changes, rowId: Number(lastInsertRowid) }
    },
    get: (sql, ...values) => (prepared(sql).get(...values) as Row | undefined) ?? null,
    all: (sql, ...values) => prepared(sql).all(...values) as Row[],
  }
}

export function textOf(row: Row, column: string): string {
  const value = row[column]
  if (typeof value !== 'string') throw unreadable(`column ${column} does not hold text`)
  return value
}
export function integerOf(row: Row, column: string): number {
  const value = row[column]
  if (typeof value !== 'number' || !Number.isInteger(value))
    throw unreadable(`column ${column} does not hold a whole number`)
  return value
}
export function bytesOf(row: Row, column: string): Uint8Array {
  const value = row[column]
  if (!(value instanceof Uint8Array)) throw unreadable(`column ${column} does not hold bytes`)
  return value
}
export function instantOf(row: Row, column: string): Instant {
  return parsedOf(row, column, instantSchema)
}
/** A value whose form is known to shared code: what does not fit is damage, not a bug. */
export function parsedOf<S extends z.ZodType>(row: Row, column: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(row[column])
  if (!parsed.success) throw unreadable(`column ${column} holds something unexpected`)
  return parsed.data
}
/** JSON of a form known to shared code. */
export function jsonOf<S extends z.ZodType>(row: Row, column: string, schema: S): z.output<S> {
  const parsed = schema.safeParse(jsonOrNull(textOf(row, column)))
  if (!parsed.success) throw unreadable(`column ${column} holds something unexpected`)
  return parsed.data
}
/** Null where the text is no JSON: the schema of the next step refuses that. */
export function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : textOf(row, column)
}
export function integerOrNull(row: Row, column: string): number | null {
  return row[column] === null ? null : integerOf(row, column)
}
