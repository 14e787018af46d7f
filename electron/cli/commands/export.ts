import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { ExportFormat } from '#core/exports/formats/format-article.ts'
import type { Dialogs } from '#core/ports.ts'
import { type Result, err, ok } from '#shared/ipc/result.ts'
import type { CliContext, Command, CommandResult } from '../cli-context.ts'
import { type Failure, failed, misused } from '../exit-code.ts'
import { exportFile } from '../export-file.ts'
import { type ExportRequest, targetOf } from '../export-request.ts'
import { findArticle } from '../find-by-prefix.ts'
import { stampsJson } from '../json-shapes.ts'
import { NO_WINDOW, withLibrary } from '../open-cli-library.ts'
import { findProfile } from '../publish-page.ts'

const FORMATS: Readonly<Record<string, ExportFormat>> = {
  html: 'html',
  htm: 'html',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  json: 'json',
}

export const exportCommand: Command = {
  name: 'export',
  usage: 'ID|FILE --to html|md|txt|json [-o PATH]',
  summary: 'Export an article of the library, or convert a file without any library.',
  takes: [1, 1],
  flags: {
    proof: 'a proof: moves no stamp, carries noindex',
    update: 'move the Updated stamp of a published article',
    'allow-tk': 'let TKs through',
  },
  values: {
    to: 'html (default), md, txt or json',
    profile: 'the output profile, by name or id (see “stet profiles”)',
    output: 'the file to write, or a folder for it (-o); standard output without it',
  },
  run: (context) => {
    const request = requestOf(context)
    if (!request.ok) return Promise.resolve(request)
    const source = context.arguments[0] ?? ''
    if (isFile(source, context) && request.value.profile !== null)
      return Promise.resolve(err(misused('--profile names a profile of a library, and a file is in none.')))
    if (isFile(source, context)) return exportFile(context, resolve(context.io.cwd, source), request.value)
    return exportArticle(context, source, request.value)
  },
}

function requestOf({ flags, values, io }: CliContext): Result<ExportRequest, Failure> {
  const output = values.get('output') ?? null
  const named = values.get('to') ?? /\.([a-z]+)$/i.exec(output ?? '')?.[1] ?? 'html'
  const format = FORMATS[named.toLowerCase()]
  if (format === undefined) return err(misused(`“${named}” is not a format: html, md, txt or json.`))
  if (output?.trim() === '') return err(misused('-o needs a path.'))
  const purpose = flags.has('proof') ? 'proof' : 'readers'
  if (purpose === 'proof' && flags.has('update'))
    return err(misused('A proof moves no stamp: --proof or --update.'))
  return ok({
    format,
    purpose,
    moveUpdated: flags.has('update'),
    allowTk: flags.has('allow-tk'),
    profile: values.get('profile') ?? null,
    output: output === null || output === '-' ? null : resolve(io.cwd, output),
  })
}

/** An id is hex digits; anything else, or a file of that very name, is a file. */
export function isFile(source: string, { io }: CliContext): boolean {
  if (!/^[0-9a-f]{1,32}$/i.test(source)) return true
  return statSync(resolve(io.cwd, source), { throwIfNoEntry: false })?.isFile() === true
}

/** Without -o the page still becomes a file first, so that standard output gets exactly what was recorded. */
async function exportArticle(
  context: CliContext,
  given: string,
  request: ExportRequest,
): Promise<CommandResult> {
  if (request.output !== null) return saveArticle(context, given, request, request.output)
  const folder = mkdtempSync(join(tmpdir(), 'stet-export-'))
  try {
    const saved = await saveArticle(context, given, request, folder)
    if (!saved.ok) return saved
    if (readdirSync(folder).length > 1)
      return err(
        misused('This library keeps pictures beside the page: give -o PATH, so that they have a place.'),
      )
    const content = readFileSync(saved.value.text, 'utf8')
    const { notes = [], json } = saved.value
    return ok({ text: content, isFile: true, notes, json: { ...Object(json), file: null, content } })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function saveArticle(
  context: CliContext,
  given: string,
  { format, purpose, moveUpdated, allowTk, profile }: ExportRequest,
  output: string,
): Promise<CommandResult> {
  let file = ''
  const saveFile: Dialogs['saveFile'] = ({ suggestedName }) => {
    file = targetOf(output, suggestedName)
    return Promise.resolve(file)
  }
  // A proof leaves no trace: reading is enough.
  const access = purpose === 'proof' ? 'read' : 'write'
  return withLibrary(context, { access, saveFile }, async ({ store, core }) => {
    const id = findArticle(store, given)
    if (!id.ok) return id
    const chosen = findProfile(store, profile)
    if (!chosen.ok) return chosen
    const profileId = chosen.value === null ? {} : { profileId: chosen.value }
    const saved = await core.handlers.exports.save(
      { articleId: id.value, format, purpose, moveUpdated, allowTk, ...profileId },
      NO_WINDOW,
    )
    if (!saved.ok) return err(failed(saved.error))
    const { sha256, stamps, warnings } = saved.value
    return ok({
      text: file,
      notes: warnings,
      json: { id: id.value, file, format, purpose, sha256, stamps: stampsJson(stamps) },
    })
  })
}
