// The exports group of the contract.
import type { Broadcast, Handlers } from '#shared/ipc/desktop-api.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { ExportJob } from '../exports/export-job.ts'
import { type ExportFormat, FORMAT_EXTENSIONS } from '../exports/formats/format-article.ts'
import { suggestedFileName } from '../exports/suggested-file-name.ts'
import type { Dialogs } from '../ports.ts'
import { ruleOut, whileOpen } from '../while-open.ts'

export interface ExportsDeps {
  readonly job: ExportJob
  readonly dialogs: Dialogs
  readonly broadcast: Broadcast
}

const TITLES: Readonly<Record<ExportFormat, string>> = {
  html: 'Export the page',
  markdown: 'Export as Markdown',
  text: 'Export as plain text',
  json: 'Export as Stet JSON',
}

const COPIES = { html: 'html-fragment', markdown: 'markdown-fragment', text: 'text' } as const
const PREVIEWED = { kind: 'plain', moveUpdated: false } as const
/** A plain export appends no note, and there is always something it can mean. */
const PLAIN = ['NoteRefused', 'DecisionNeeded'] as const

export function createExportsHandlers({ job, dialogs, broadcast }: ExportsDeps): Handlers['exports'] {
  return {
    preview: ({ profileId = null, ...request }) =>
      ruleOut(whileOpen(job.preview({ ...request, profileId, decision: PREVIEWED })), PLAIN),
    async save({ moveUpdated, profileId = null, ...request }) {
      const { articleId } = request
      const decision = { kind: 'plain', moveUpdated } as const
      const plain = { ...request, profileId, decision, decidedOn: null }
      const checked = job.check(plain)
      if (!checked.ok) return ruleOut(whileOpen(checked), PLAIN)
      const extension = FORMAT_EXTENSIONS[request.format]
      const target = await dialogs.saveFile({
        title: TITLES[request.format],
        suggestedName: suggestedFileName(checked.value, extension),
        extension,
      })
      if (target === null) return err({ type: 'Cancelled' })
      const saved = await job.save(plain, target)
      if (!saved.ok) return ruleOut(whileOpen(saved), PLAIN)
      if (request.purpose === 'readers') {
        broadcast('library', 'changed', { articleIds: [articleId] })
        broadcast('publishing', 'changed', { articleId })
      }
      const { fileName, sha256, stamps, warnings } = saved.value
      return ok({ fileName, sha256, stamps, warnings: [...warnings] })
    },
    text({ articleId, format }) {
      const copied = job.copy(articleId, COPIES[format])
      if (!copied.ok) return ruleOut(whileOpen(copied), [...PLAIN, 'ProfileNotFound', 'HeadlineMissing'])
      // It may have used up an override.
      broadcast('publishing', 'changed', { articleId })
      return ok({ text: copied.value, html: format === 'html' ? copied.value : null })
    },
  }
}
