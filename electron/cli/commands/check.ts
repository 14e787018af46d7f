import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ImportDeps } from '#core/imports/import-files.ts'
import type { StoredAsset } from '#core/storage/library-store.ts'
import type { Article } from '#shared/article/article.ts'
import type { Stamps } from '#shared/article/stamps.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import { type DeskFile, EMPTY_DESK_FILE, parseDeskFile } from '#shared/workflow/checks/desk-file.ts'
import type { Finding } from '#shared/workflow/checks/finding.ts'
import type { WaivedFinding } from '#shared/workflow/checks/waiver.ts'
import type { Answer, CliContext, Command, CommandResult } from '../cli-context.ts'
import { EXIT, type Failure, failed, misused } from '../exit-code.ts'
import { findArticle } from '../find-by-prefix.ts'
import { withLibrary } from '../open-cli-library.ts'
import { printable } from '../table-text.ts'
import { isFile } from './export.ts'

export const check: Command = {
  name: 'check',
  usage: 'ID|FILE [--desk-file FILE]',
  summary: 'Check an article before it goes out: errors, warnings, notes. Changes nothing.',
  takes: [1, 1],
  flags: {},
  values: { 'desk-file': 'house terms to use instead of the library’s' },
  run: (context) => {
    const named = context.values.get('desk-file')
    const deskFile = named === undefined ? ok(null) : readDeskFile(resolve(context.io.cwd, named))
    if (!deskFile.ok) return Promise.resolve(deskFile)
    const source = context.arguments[0] ?? ''
    return isFile(source, context)
      ? checkFile(context, resolve(context.io.cwd, source), deskFile.value ?? EMPTY_DESK_FILE)
      : checkStored(context, source, deskFile.value)
  },
}

function readDeskFile(path: string): Result<DeskFile, Failure> {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error
    return err(misused(`The desk file ${path} cannot be read.`))
  }
  const parsed = parseDeskFile(text)
  return parsed.ok ? parsed : err(misused(parsed.error))
}

function checkStored(context: CliContext, given: string, deskFile: DeskFile | null): Promise<CommandResult> {
  return withLibrary(context, { access: 'read' }, async ({ store, core }) => {
    const id = findArticle(store, given)
    if (!id.ok) return id
    const read = core.articleOf(id.value)
    if (!read.ok) return err(failed(read.error))
    const { checkArticle } = await import('#core/checks/check-article.ts')
    const deps = { store, clock: context.io.clock }
    const checked = checkArticle(deps, id.value, read.value.article, deskFile)
    return checked.ok ? ok(answer(id.value, checked.value)) : err(failed(checked.error))
  })
}

async function checkFile(context: CliContext, path: string, deskFile: DeskFile): Promise<CommandResult> {
  const { io, common } = context
  const zone = common.zone ?? io.clock.zone()
  const { convertWithPictures } = await import('#core/imports/import-files.ts')
  const converted = await convertWithPictures(
    { assets: forgetfulAlbum(), clock: io.clock },
    { path, zone, language: common.language },
  )
  if (!converted.ok) return err(failed(converted.error))
  const { article, stamps } = converted.value
  return ok(answer(null, { open: await findingsIn(article, stamps, zone, deskFile, context), waived: [] }))
}

/** A file belongs to no desk: nobody else has its address, no lawyer is asked. */
async function findingsIn(
  article: Article,
  { published }: Stamps,
  zone: string,
  deskFile: DeskFile,
  { io }: CliContext,
): Promise<readonly Finding[]> {
  const { runChecks } = await import('#shared/workflow/checks/create-checker.ts')
  return runChecks(article, {
    now: io.clock.now(),
    zone,
    published,
    legal: 'not-needed',
    openSuggestions: 0,
    openThreads: 0,
    sameAddress: [],
    deskFile,
  })
}

/** Checks ask about alternative texts and credits, not about pixels. */
function forgetfulAlbum(): ImportDeps['assets'] {
  const known = new Map<string, StoredAsset>()
  return {
    put(asset) {
      known.set(asset.assetId, asset)
      return ok(null)
    },
    find(assetId) {
      const asset = known.get(assetId)
      return asset === undefined ? err({ type: 'PictureNotFound', assetId }) : ok(asset)
    },
  }
}

const WORDS = { ERROR: 'error', WARN: 'warning', INFO: 'note' } as const

function answer(
  id: string | null,
  { open, waived }: { readonly open: readonly Finding[]; readonly waived: readonly WaivedFinding[] },
): Answer {
  const errors = open.filter(({ level }) => level === 'ERROR').length
  const lines = open.map(({ level, sentence, excerpt, place }) => {
    const where = place.kind === 'field' ? place.field : excerpt
    return `${WORDS[level]}: ${printable(sentence)}${where === '' ? '' : `  [${printable(where)}]`}`
  })
  const stands = waived.map(
    ({ finding, waiver }) =>
      `let stand: ${printable(finding.sentence)}  [${printable(waiver.who)}: ${printable(waiver.why)}]`,
  )
  return {
    text: open.length === 0 && waived.length === 0 ? 'Nothing to mend.' : [...lines, ...stands].join('\n'),
    json: {
      id,
      ok: errors === 0,
      findings: open,
      waived: waived.map(({ finding, waiver }) => ({
        ...finding,
        waiver: { who: waiver.who, why: waiver.why, at: new Date(waiver.at).toISOString() },
      })),
    },
    exit: errors === 0 ? EXIT.ok : EXIT.faults,
  }
}
