// What `stet diff` compares: an article as it is now, one of its revisions or editions, or a file.
import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Article } from '#shared/article/article.ts'
import { assetIdSchema } from '#shared/article/ids.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { ImportDeps } from '#core/imports/import-files.ts'
import type { CliContext } from './cli-context.ts'
import { SHOWN_ID_CHARS } from './commands/list.ts'
import { type Failure, failed, misused } from './exit-code.ts'
import { findArticle, findRevision } from './find-by-prefix.ts'
import type { OpenCliLibrary } from './open-cli-library.ts'

export interface DiffSource {
  readonly kind: 'file' | 'article' | 'revision' | 'edition'
  /** As a person knows it: a file name, "1a2b3c4d", "1a2b3c4d@7", "1a2b3c4d@edition-2". */
  readonly name: string
  readonly article: Article
  /** Null where nobody knows what readers were told then. */
  readonly stamps: Stamps | null
}

const STORED = /^([0-9a-f]{1,32})(?:@(.+))?$/i
const EDITION = /^edition-(\d{1,7})$/i

/** An id is hex digits, with a place in its history after an @; anything else, or a file of that very name, is a file. */
export const isFileSource = (given: string, { io }: CliContext): boolean =>
  !STORED.test(given) || statSync(resolve(io.cwd, given), { throwIfNoEntry: false })?.isFile() === true

export async function readFileSource(
  context: CliContext,
  given: string,
): Promise<Result<DiffSource, Failure>> {
  const { io, common } = context
  const { convertWithPictures } = await import('#core/imports/import-files.ts')
  const converted = await convertWithPictures(
    { assets: TRUSTING_ALBUM, clock: io.clock },
    { path: resolve(io.cwd, given), zone: common.zone ?? io.clock.zone(), language: common.language },
  )
  if (!converted.ok) return err(failed(converted.error))
  const { article, stamps } = converted.value
  return ok({ kind: 'file', name: given, article, stamps })
}

/** Pictures are compared by what they are called: nobody looks at them here. */
const TRUSTING_ALBUM: ImportDeps['assets'] = {
  put: () => ok(null),
  find: (assetId) =>
    ok({ assetId: assetIdSchema.parse(assetId), mime: 'image/jpeg', width: 0, height: 0, byteLength: 0 }),
}

export function readStoredSource(
  { store, core }: OpenCliLibrary,
  given: string,
): Result<DiffSource, Failure> {
  const [, prefix = '', place] = STORED.exec(given) ?? []
  const id = findArticle(store, prefix)
  if (!id.ok) return id
  const shown = id.value.slice(0, SHOWN_ID_CHARS)
  if (place === undefined) {
    const read = core.articleOf(id.value)
    if (!read.ok) return err(failed(read.error))
    const stamps = store.workflow.stamps(id.value)
    if (!stamps.ok) return err(failed(stamps.error))
    return ok({ kind: 'article', name: shown, article: read.value.article, stamps: stamps.value })
  }
  const edition = EDITION.exec(place)
  if (edition !== null) {
    const editions = store.editions.list(id.value)
    if (!editions.ok) return err(failed(editions.error))
    const found = editions.value.find(({ number }) => number === Number(edition[1]))
    if (found === undefined) return err(misused(`Article ${shown} has no edition ${edition[1]}.`))
    const read = store.revisions.read(id.value, found.revisionId)
    if (!read.ok) return err(failed(read.error))
    const { article } = read.value
    return ok({ kind: 'edition', name: `${shown}@edition-${found.number}`, article, stamps: found.stamps })
  }
  const revision = findRevision(store, id.value, place)
  if (!revision.ok) return revision
  const read = store.revisions.read(id.value, revision.value.id)
  if (!read.ok) return err(failed(read.error))
  const { article, summary } = read.value
  return ok({ kind: 'revision', name: `${shown}@${summary.number}`, article, stamps: null })
}
