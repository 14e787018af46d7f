// What belongs to the library as a whole: its section list and its output profile.
import { z } from 'zod'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import { outputProfileSchema } from '#shared/article/output-profile.ts'
import { ok } from '#shared/ipc/result.ts'
import type { Connection } from './connection.ts'
import type { LibraryStore } from './library-store.ts'
import { type Sql, textOf } from './sql.ts'
import { unreadable } from './storage-error.ts'

const sectionsSchema = z.array(z.string().max(MAX_LINE_CHARS))

export function createDeskRows(connection: Connection): LibraryStore['desk'] {
  const save = (key: string, value: unknown) => {
    const stored = connection.write((sql) => writeMeta(sql, key, JSON.stringify(value)))
    return stored.ok ? ok(null) : stored
  }
  return {
    sections: () => connection.read((sql) => parseMeta(sql, 'sections', sectionsSchema)),
    saveSections: (sections) => save('sections', sectionsSchema.parse(sections)),
    profile: () => connection.read((sql) => parseMeta(sql, 'profile', outputProfileSchema)),
    saveProfile: (profile) => save('profile', outputProfileSchema.parse(profile)),
  }
}

export function readMeta(sql: Sql, key: string): string | null {
  const row = sql.get('SELECT value FROM meta WHERE key = ?', key)
  return row === null ? null : textOf(row, 'value')
}

export function writeMeta(sql: Sql, key: string, value: string): void {
  sql.run(
    'INSERT INTO meta (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    value,
  )
}

/** Unreadable desk data is damage and said so: a default in its place would quietly change every page. */
function parseMeta<T>(sql: Sql, key: string, schema: z.ZodType<T>): T {
  const text = readMeta(sql, key)
  const parsed = schema.safeParse(text === null ? null : jsonOrNull(text))
  if (!parsed.success) throw unreadable(`the ${key} of this library cannot be read`)
  return parsed.data
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // refused by the schema in the next step
  }
}
