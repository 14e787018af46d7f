import { resolve } from 'node:path'
import { gatherCorrections } from '#core/exports/corrections-log-job.ts'
import { correctionsJson, correctionsPage, countCorrections } from '#core/exports/formats/corrections-log.ts'
import { writeExport } from '#core/exports/write-export.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { Command } from '../cli-context.ts'
import { failed, misused } from '../exit-code.ts'
import { targetOf } from '../export-request.ts'
import { withLibrary } from '../open-cli-library.ts'
import { findProfile } from '../publish-page.ts'

const FORMATS = { html: correctionsPage, json: correctionsJson } as const

export const corrections: Command = {
  name: 'corrections',
  usage: '[--to html|json] [-o PATH]',
  summary: 'The log of every correction, clarification and retraction of the library, as a page or as JSON.',
  takes: [0, 0],
  flags: {},
  values: {
    to: 'html (default) or json',
    profile: 'the output profile, by name or id (see “stet profiles”)',
    output: 'the file to write, or a folder for it (-o); standard output without it',
  },
  async run(context) {
    const { values, io } = context
    const output = values.get('output') ?? null
    const named = values.get('to') ?? /\.(html|json)$/i.exec(output ?? '')?.[1]?.toLowerCase() ?? 'html'
    if (named !== 'html' && named !== 'json') return err(misused(`“${named}” is not a format: html or json.`))
    return withLibrary(context, { access: 'read' }, async ({ store }) => {
      const profileId = findProfile(store, values.get('profile') ?? null)
      if (!profileId.ok) return profileId
      const log = await gatherCorrections(store, profileId.value)
      if (!log.ok) return err(failed(log.error))
      const file = FORMATS[named](log.value)
      const content = Buffer.from(file.bytes).toString('utf8')
      const json = { format: named, count: countCorrections(log.value) }
      if (output === null || output === '-')
        return ok({ text: content, isFile: true, json: { ...json, file: null, content } })
      const target = targetOf(resolve(io.cwd, output), file.name)
      const written = await writeExport(target, [file])
      return written.ok ? ok({ text: target, json: { ...json, file: target } }) : err(failed(written.error))
    })
  },
}
