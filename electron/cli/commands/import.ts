import { resolve } from 'node:path'
import { type ImportedFile, importFiles, isLibraryFailure } from '#core/imports/import-files.ts'
import { sentence } from '#shared/errors/outcome-copy.ts'
import { ok } from '#shared/ipc/result.ts'
import type { Command } from '../cli-context.ts'
import { EXIT } from '../exit-code.ts'
import { stampsJson } from '../json-shapes.ts'
import { withLibrary } from '../open-cli-library.ts'
import { printable } from '../table-text.ts'
import { SHOWN_ID_CHARS } from './list.ts'

/** Files in one command; a shell passes fewer. */
const MAX_FILES = 10_000

export const importCommand: Command = {
  name: 'import',
  usage: 'FILE...',
  summary: 'Import plain text, Markdown, HTML or Stet JSON, each file as a new article.',
  takes: [1, MAX_FILES],
  flags: {},
  values: {},
  run: (context) =>
    withLibrary(context, { access: 'create' }, async ({ store, core }) => {
      const { io, common } = context
      const profile = store.desk.profile()
      const imported = await importFiles(
        { assets: store.assets, clock: io.clock, importArticle: core.importArticle },
        {
          paths: context.arguments.map((file) => resolve(io.cwd, file)),
          zone: common.zone ?? (profile.ok ? profile.value.zone : io.clock.zone()),
          language: common.language,
          signal: io.signal,
        },
      )
      const failures = imported.filter((file) => file.outcome !== null)
      const untried = context.arguments.length - imported.length
      const notes = failures.map(({ outcome }) => (outcome === null ? '' : sentence(outcome)))
      if (untried > 0) notes.push(`${untried} more ${untried === 1 ? 'file was' : 'files were'} not tried.`)
      return ok({
        text: imported
          .filter((file) => file.outcome === null)
          .map(receiptText)
          .join('\n'),
        json: { imported: imported.map(receiptJson), untried },
        notes,
        exit: failures.length + untried > 0 ? EXIT.failed : EXIT.ok,
      })
    }),
}

function receiptText({ receipt }: ImportedFile): string {
  const title = `${(receipt.articleId ?? '').slice(0, SHOWN_ID_CHARS)}  ${printable(receipt.headline) || '(no headline)'}  (${printable(receipt.fileName)})`
  return [
    title,
    ...receipt.lines.map((line) => `    ${line.level === 'warning' ? '! ' : '  '}${printable(line.text)}`),
  ].join('\n')
}

const receiptJson = ({ path, receipt, stamps, outcome }: ImportedFile): unknown => ({
  file: path,
  id: receipt.articleId,
  headline: receipt.headline,
  stamps: stamps === null ? null : stampsJson(stamps),
  receipt: receipt.lines,
  error:
    outcome === null
      ? null
      : { ...outcome, sentence: sentence(outcome), isLibrary: isLibraryFailure(outcome) },
})
