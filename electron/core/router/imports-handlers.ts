// The imports group of the contract: files chosen in the system's dialog, one import at a time, cancellable between files.
import type { Broadcast, Handlers } from '#shared/ipc/desktop-api.ts'
import { err, ok } from '#shared/ipc/result.ts'
import { IMPORT_EXTENSIONS } from '../imports/convert-file.ts'
import { type ImportDeps, importFiles, isLibraryFailure } from '../imports/import-files.ts'
import type { Clock, Dialogs, SettingsPort } from '../ports.ts'
import type { LibraryStore } from '../storage/library-store.ts'
import { whileOpen } from '../while-open.ts'

export interface ImportsHandlersDeps {
  readonly store: Pick<LibraryStore, 'assets' | 'desk'>
  readonly clock: Clock
  readonly dialogs: Pick<Dialogs, 'openFiles'>
  readonly settings: Pick<SettingsPort, 'get'>
  readonly broadcast: Broadcast
  readonly importArticle: ImportDeps['importArticle']
}

export function createImportsHandlers(deps: ImportsHandlersDeps): Handlers['imports'] {
  const { store, clock, dialogs, settings, broadcast, importArticle } = deps
  let running: AbortController | null = null
  return {
    async pick() {
      const paths = await dialogs.openFiles({
        title: 'Import articles',
        extensions: IMPORT_EXTENSIONS,
        multiple: true,
      })
      if (paths === null || paths.length === 0) return err({ type: 'Cancelled' })
      // Times without a zone are the publication's.
      const profile = store.desk.profile()
      if (!profile.ok) return whileOpen(profile)
      running?.abort()
      const controller = new AbortController()
      running = controller
      const imported = await importFiles(
        { assets: store.assets, clock, importArticle },
        {
          paths,
          zone: profile.value.zone,
          language: settings.get().language,
          signal: controller.signal,
          onProgress: (done, total, fileName) => broadcast('imports', 'progress', { done, total, fileName }),
        },
      )
      if (running === controller) running = null
      const [first] = imported
      // Nothing imported and the library itself is the reason: that is the answer, not a receipt.
      if (first !== undefined && first.outcome !== null && isLibraryFailure(first.outcome))
        return whileOpen(err(first.outcome))
      return ok(imported.map((file) => file.receipt))
    },
    cancel() {
      running?.abort()
      return ok(null)
    },
  }
}
