// The corrections group of the contract.
import path from 'node:path'
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { gatherCorrections } from '../exports/corrections-log-job.ts'
import { correctionsJson, correctionsPage, countCorrections } from '../exports/formats/corrections-log.ts'
import { writeExport } from '../exports/write-export.ts'
import type { Dialogs } from '../ports.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { sha256Hex } from '../storage/sha256.ts'
import { whileOpen } from '../while-open.ts'

export interface CorrectionsDeps {
  readonly store: LibraryStore
  readonly dialogs: Dialogs
}

const FORMATS = { html: correctionsPage, json: correctionsJson } as const

export function createCorrectionsHandlers({ store, dialogs }: CorrectionsDeps): Handlers['corrections'] {
  return {
    async preview({ profileId }) {
      const log = whileOpen(await gatherCorrections(store, profileId))
      if (!log.ok) return log
      const { bytes } = correctionsPage(log.value)
      const html = Buffer.from(bytes).toString('utf8')
      return ok({ html, sha256: sha256Hex(bytes), count: countCorrections(log.value) })
    },
    async save({ profileId, format }) {
      const log = whileOpen(await gatherCorrections(store, profileId))
      if (!log.ok) return log
      const file = FORMATS[format](log.value)
      const target = await dialogs.saveFile({
        title: 'Save the corrections log',
        suggestedName: file.name,
        extension: format,
      })
      if (target === null) return err({ type: 'Cancelled' })
      const written = await writeExport(target, [file])
      if (!written.ok) return written
      const count = countCorrections(log.value)
      return ok({ fileName: path.basename(target), sha256: sha256Hex(file.bytes), count })
    },
  }
}
