// What belongs to the library as a whole: its section list and its output profiles.
import { z } from 'zod'
import { MAX_LINE_CHARS } from '#shared/article/limits.ts'
import {
  MAX_PROFILES,
  type OutputProfile,
  outputProfileSchema,
  type ProfileId,
  type ProfileList,
  profileListSchema,
} from '#shared/article/output-profile.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { Connection } from './connection.ts'
import type { LibraryStore, ProfileResult, Stored } from './library-store.ts'
import { jsonOrNull, type Sql, textOf } from './sql.ts'
import { unreadable } from './storage-error.ts'

const sectionsSchema = z.array(z.string().max(MAX_LINE_CHARS))

export function createDeskRows(connection: Connection): LibraryStore['desk'] {
  const save = (key: string, value: unknown): Stored<null> => {
    const stored = connection.write((sql) => writeMeta(sql, key, JSON.stringify(value)))
    return stored.ok ? ok(null) : stored
  }
  const profiles = () => connection.read((sql) => parseMeta(sql, 'profiles', profileListSchema))
  /** The whole list is one record: order, default and profiles change together or not at all. */
  const change = (edit: (list: ProfileList) => ProfileResult<ProfileList>): ProfileResult<null> => {
    const list = profiles()
    if (!list.ok) return list
    const edited = edit(list.value)
    return edited.ok ? save('profiles', profileListSchema.parse(edited.value)) : edited
  }
  return {
    sections: () => connection.read((sql) => parseMeta(sql, 'sections', sectionsSchema)),
    saveSections: (sections) => save('sections', sectionsSchema.parse(sections)),
    profiles,
    profile() {
      const list = profiles()
      if (!list.ok) return list
      const chosen = list.value.profiles.find((profile) => profile.id === list.value.defaultId)
      if (chosen === undefined) throw new Error('A list of profiles without its default passed its schema')
      return ok(chosen)
    },
    findProfile(profileId) {
      const list = profiles()
      if (!list.ok) return list
      const found = list.value.profiles.find((profile) => profile.id === profileId)
      return found === undefined ? notFound(profileId) : ok(found)
    },
    saveProfile: (profile) => change((list) => withProfile(list, outputProfileSchema.parse(profile))),
    removeProfile: (profileId) => change((list) => withoutProfile(list, profileId)),
    makeDefaultProfile: (profileId) =>
      change((list) =>
        list.profiles.some((profile) => profile.id === profileId)
          ? ok({ ...list, defaultId: profileId })
          : notFound(profileId),
      ),
  }
}

/** In its place where it was; at the end when it is new. People tell profiles apart by name, so each name is there once. */
function withProfile(list: ProfileList, profile: OutputProfile): ProfileResult<ProfileList> {
  const name = nameKey(profile)
  if (list.profiles.some((other) => other.id !== profile.id && nameKey(other) === name))
    return refused(`Another output profile is called “${profile.name}” already`)
  const index = list.profiles.findIndex((other) => other.id === profile.id)
  if (index < 0 && list.profiles.length >= MAX_PROFILES)
    return refused(`A library keeps at most ${MAX_PROFILES} output profiles`)
  return ok({
    ...list,
    profiles: index < 0 ? [...list.profiles, profile] : list.profiles.with(index, profile),
  })
}

/** Editions carry the profile they went out with, so any but the default may go; the last one is always the default. */
function withoutProfile(list: ProfileList, profileId: ProfileId): ProfileResult<ProfileList> {
  if (list.defaultId === profileId)
    return refused('The default output profile cannot be removed: make another one the default first')
  const profiles = list.profiles.filter((profile) => profile.id !== profileId)
  return profiles.length === list.profiles.length ? notFound(profileId) : ok({ ...list, profiles })
}

const nameKey = (profile: OutputProfile): string => profile.name.trim().toLowerCase()
const notFound = (profileId: ProfileId) => err({ type: 'ProfileNotFound', profileId } as const)
const refused = (detail: string) => err({ type: 'ProfileRefused', detail } as const)

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
