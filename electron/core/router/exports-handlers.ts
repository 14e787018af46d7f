// The exports group of the contract.
import type { Broadcast, Handlers } from '#shared/ipc/desktop-api.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { createExportJob, type ExportJobDeps } from '../exports/export-job.ts'
import { type ExportFormat, FORMAT_EXTENSIONS } from '../exports/formats/format-article.ts'
import { suggestedFileName } from '../exports/suggested-file-name.ts'
import type { Dialogs, SettingsPort } from '../ports.ts'
import { ruleOut, whileOpen } from '../while-open.ts'

export interface ExportsDeps extends Omit<ExportJobDeps, 'author'> {
  readonly dialogs: Dialogs
  readonly settings: SettingsPort
  readonly broadcast: Broadcast
}

const TITLES: Readonly<Record<ExportFormat, string>> = {
  html: 'Export the page',
  markdown: 'Export as Markdown',
  text: 'Export as plain text',
  json: 'Export as Stet JSON',
}

const COPIES = { html: 'html-fragment', markdown: 'markdown-fragment', text: 'text' } as const

export function createExportsHandlers(deps: ExportsDeps): Handlers['exports'] {
  const { dialogs, settings, broadcast } = deps
  const job = createExportJob({ ...deps, author: () => settings.get().personName })
  return {
    preview: (request) => whileOpen(job.preview(request)),
    async save(request) {
      const checked = job.check(request)
      if (!checked.ok) return whileOpen(checked)
      const extension = FORMAT_EXTENSIONS[request.format]
      const target = await dialogs.saveFile({
        title: TITLES[request.format],
        suggestedName: suggestedFileName(checked.value, extension),
        extension,
      })
      if (target === null) return err({ type: 'Cancelled' })
      const saved = await job.save(request, target)
      if (saved.ok && request.purpose === 'readers')
        broadcast('library', 'changed', { articleIds: [request.articleId] })
      return whileOpen(saved)
    },
    text({ articleId, format }) {
      const copied = job.copy(articleId, COPIES[format])
      if (!copied.ok) return ruleOut(whileOpen(copied), ['HeadlineMissing'])
      return ok({ text: copied.value, html: format === 'html' ? copied.value : null })
    },
  }
}
