import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { buildExport } from '#core/exports/build-export.ts'
import { createExportJob, type SaveRequest } from '#core/exports/export-job.ts'
import { type ExportFormat, FORMAT_EXTENSIONS } from '#core/exports/formats/format-article.ts'
import { suggestedFileName } from '#core/exports/suggested-file-name.ts'
import { writeExport } from '#core/exports/write-export.ts'
import { sha256Hex } from '#core/storage/sha256.ts'
import type { ExportFile } from '#shared/article/export-input.ts'
import { stampDatetime } from '#shared/article/format-stamp.ts'
import { defaultProfile } from '#shared/article/output-profile.ts'
import type { Article } from '#shared/article/article.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import {
  answer,
  type Call,
  type CommandInfo,
  EXIT,
  type ExitCode,
  misuse,
  type OpenedLibrary,
  orRefuse,
  refuse,
} from '../command.ts'
import { withArticle } from '../find-by-prefix.ts'
import { readFileToImport } from '../read-file-to-import.ts'

const FORMATS: Readonly<Record<string, ExportFormat>> = {
  html: 'html',
  md: 'markdown',
  markdown: 'markdown',
  txt: 'text',
  text: 'text',
  json: 'json',
}

export const exportCommand: CommandInfo = {
  name: 'export',
  usage: 'stet export ID|FILE --to html|md|txt|json [-o PATH] [--proof] [--update] [--allow-tk]',
  summary:
    'Exports an article of the library, or a file without any library; to stdout without -o. A page for readers sets Published once; --update moves Updated; --proof moves nothing.',
  run(call) {
    const format = FORMATS[call.options.to ?? '']
    if (format === undefined)
      return Promise.resolve(misuse(call, 'Say what to export to: --to html, md, txt or json.'))
    const [subject] = call.args
    if (subject === undefined) return Promise.resolve(misuse(call, 'Name an article by its id, or a file.'))
    const file = path.resolve(call.io.cwd, subject)
    if (looksLikeFile(subject) || fs.existsSync(file)) return exportFile(call, file, format)
    return call.library((opened) =>
      withArticle(call, opened, (articleId) => exportArticle(call, opened, articleId, format)),
    )
  },
}

const looksLikeFile = (subject: string): boolean => /[./\\]/.test(subject)

async function exportArticle(
  call: Call,
  { store, core, clock, author }: OpenedLibrary,
  articleId: ArticleId,
  format: ExportFormat,
): Promise<ExitCode> {
  const { proof, update, allowTk, output } = call.options
  const request: SaveRequest = {
    articleId,
    format,
    purpose: proof ? 'proof' : 'readers',
    moveUpdated: update,
    allowTk,
  }
  const job = createExportJob({
    store,
    clock,
    author,
    articleOf: core.articleOf,
    takeRevision: core.takeRevision,
  })
  const checked = job.check(request)
  if (!checked.ok) return refuse(call, checked.error)
  // Without -o the page still becomes a file first, so that stdout gets exactly what was recorded.
  const folder = output === undefined ? fs.mkdtempSync(path.join(os.tmpdir(), 'stet-export-')) : null
  try {
    const target =
      folder === null
        ? targetOf(call, checked.value, format)
        : path.join(folder, suggestedFileName(checked.value, FORMAT_EXTENSIONS[format]))
    const saved = await job.save(request, target)
    if (!saved.ok) return refuse(call, saved.error)
    const profile = store.desk.profile()
    if (!profile.ok) return refuse(call, profile.error)
    const { sha256, stamps } = saved.value
    const facts = {
      id: articleId,
      file: folder === null ? target : null,
      sha256,
      published: stamps.published && stampDatetime(stamps.published, profile.value.zone),
      updated: stamps.updated && stampDatetime(stamps.updated, profile.value.zone),
    }
    if (folder === null) return answer(call, facts, () => `${target}\nsha256 ${sha256}`)
    const bytes = fs.readFileSync(target)
    if (fs.readdirSync(folder).length > 1)
      return misuse(
        call,
        'This library keeps pictures beside the page: give -o PATH, so that they have a place.',
      )
    if (call.options.json) return answer(call, { ...facts, content: bytes.toString('utf8') }, () => '')
    call.io.bytes(bytes)
    return EXIT.done
  } finally {
    if (folder !== null) fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** A file straight to another format: no library, nothing recorded, no stamp but its own. */
async function exportFile(call: Call, file: string, format: ExportFormat): Promise<ExitCode> {
  const read = await readFileToImport(call, file)
  if (!read.ok) return refuse(call, read.error)
  const { article, stamps, pictures } = read.value
  const built = buildExport({
    format,
    articleId: null,
    allowTk: call.options.allowTk,
    input: {
      article,
      stamps,
      profile: defaultProfile(read.value.zone),
      pictures,
      purpose: call.options.proof ? 'proof' : 'readers',
      version: null,
    },
  })
  return orRefuse(call, built, (files) => deliver(call, article, files, format))
}

async function deliver(
  call: Call,
  article: Article,
  files: readonly ExportFile[],
  format: ExportFormat,
): Promise<ExitCode> {
  const [page] = files
  if (page === undefined) throw new Error('A format made no file')
  const sha256 = sha256Hex(page.bytes)
  if (call.options.output === undefined) {
    if (call.options.json)
      return answer(call, { file: null, sha256, content: Buffer.from(page.bytes).toString('utf8') }, () => '')
    call.io.bytes(page.bytes)
    return EXIT.done
  }
  const target = targetOf(call, article, format)
  return orRefuse(call, await writeExport(target, files), () =>
    answer(call, { file: target, sha256 }, () => `${target}\nsha256 ${sha256}`),
  )
}

/** -o may name a file or a folder that exists. */
function targetOf(call: Call, article: Article, format: ExportFormat): string {
  const target = path.resolve(call.io.cwd, call.options.output ?? '.')
  const isFolder = fs.existsSync(target) && fs.statSync(target).isDirectory()
  return isFolder ? path.join(target, suggestedFileName(article, FORMAT_EXTENSIONS[format])) : target
}
