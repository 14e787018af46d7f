// Publishes a page of an article into a file, for the commands that do.
import { resolve } from 'node:path'
import type { Dialogs } from '#core/ports.ts'
import type { LibraryStore } from '#core/storage/library-store.ts'
import type { ProfileId } from '#shared/article/output-profile.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { PublishDecision } from '#shared/workflow/publication.ts'
import type { CliContext, CommandResult } from './cli-context.ts'
import { type Failure, failed, misused } from './exit-code.ts'
import { targetOf } from './export-request.ts'
import { findArticle } from './find-by-prefix.ts'
import { editionJson, stampsJson } from './json-shapes.ts'
import { NO_WINDOW, withLibrary } from './open-cli-library.ts'

/** The options of every command that puts a page out. */
export const PAGE_FLAGS = { 'allow-tk': 'let TKs through' } as const
export const PAGE_VALUES = {
  output: 'the file to write, or a folder for it (-o)',
  profile: 'the output profile, by its name or id; else that of the last edition',
} as const

export async function publishPage(context: CliContext, decision: PublishDecision): Promise<CommandResult> {
  const { values, flags, io } = context
  const output = values.get('output')
  if (output === undefined || output.trim() === '' || output === '-')
    return err(misused('A page for readers needs a place: -o PATH.'))
  let file = ''
  const saveFile: Dialogs['saveFile'] = ({ suggestedName }) => {
    file = targetOf(resolve(io.cwd, output), suggestedName)
    return Promise.resolve(file)
  }
  return withLibrary(context, { access: 'write', saveFile }, async ({ store, core }) => {
    const id = findArticle(store, context.arguments[0] ?? '')
    if (!id.ok) return id
    const profileId = findProfile(store, values.get('profile') ?? null)
    if (!profileId.ok) return profileId
    const request = {
      articleId: id.value,
      profileId: profileId.value,
      decision,
      decidedOn: null,
      allowTk: flags.has('allow-tk'),
    }
    const published = await core.handlers.publishing.publish(request, NO_WINDOW)
    if (!published.ok) return err(failed(published.error))
    const { edition, isNew, stamps, warnings } = published.value
    return ok({
      text: file,
      notes: [...warnings, ...(isNew ? [] : ['readers have this very page already; nothing was recorded'])],
      json: {
        id: id.value,
        file,
        isNew,
        edition: editionJson(edition),
        stamps: stampsJson(stamps),
        warnings,
      },
    })
  })
}

/** By its name or its id; null where none is named. */
export function findProfile(store: LibraryStore, given: string | null): Result<ProfileId | null, Failure> {
  if (given === null) return ok(null)
  const list = store.desk.profiles()
  if (!list.ok) return err(failed(list.error))
  const wanted = given.trim().toLowerCase()
  const found = list.value.profiles.find(
    ({ id, name }) => id === wanted || name.trim().toLowerCase() === wanted,
  )
  return found === undefined ? err(failed({ type: 'ProfileNotFound', profileId: given })) : ok(found.id)
}
