// The app group of the contract: windows, menu, library choice, links to the outside.
import type { Handlers } from '#shared/ipc/desktop-api.ts'
import { err, ok } from '#shared/ipc/result.ts'
import type { TakenScreen } from './first-screen.ts'
import type { Leaving } from './leaving.ts'
import type { LibraryEntry } from './library-entry.ts'
import type { LibraryHost } from './library-host.ts'
import type { AppMenu } from './menu.ts'
import type { StetWindow, Windows } from './windows.ts'

export interface AppHandlersDeps {
  readonly version: string
  readonly windows: Windows
  readonly host: Pick<LibraryHost, 'current'>
  readonly entry: Pick<LibraryEntry, 'choose' | 'show'>
  readonly menu: Pick<AppMenu, 'setEnabled'>
  readonly leaving: Pick<Leaving<StetWindow>, 'answered'>
  /** Asks first; false when the person declined or the address is not one to open. */
  openExternal(href: string, from: StetWindow): Promise<boolean>
  onShowing(window: StetWindow): void
  keepFirstScreen(window: StetWindow, taken: TakenScreen): void
}

export function createAppHandlers(deps: AppHandlersDeps): Handlers['app'] {
  const { windows, host } = deps
  return {
    info: (_input, { windowId }) => {
      const library = host.current()
      if (library === null) throw new Error('A call arrived without a library')
      const { store, wasCreated } = library
      return ok({
        version: deps.version,
        libraryName: store.name,
        libraryPath: store.path,
        isReadOnly: store.isReadOnly,
        articleId: windows.byId(windowId)?.articleId ?? null,
        isFirstRun: wasCreated,
      })
    },
    openWindow: ({ articleId }) => {
      // A library that cannot answer now is told by the window that opens: it asks again and has room for the words.
      const found = host.current()?.store.articles.get(articleId)
      if (found && !found.ok && found.error.type === 'ArticleNotFound') return err(found.error)
      deps.entry.show(articleId)
      return ok(null)
    },
    showing: ({ articleId, title }, { windowId }) => {
      const window = windows.byId(windowId)
      if (window) {
        window.articleId = articleId
        window.window.setTitle(title === '' ? 'Stet' : `${title} – Stet`)
        deps.onShowing(window)
      }
      return ok(null)
    },
    openExternal: async ({ href }, { windowId }) => {
      const window = windows.byId(windowId)
      const isOpened = window !== undefined && (await deps.openExternal(href, window))
      return isOpened ? ok(null) : err({ type: 'Cancelled' })
    },
    chooseLibrary: ({ create }) => deps.entry.choose(create),
    actionsEnabled: ({ enabled }, { windowId }) => {
      deps.menu.setEnabled(windowId, enabled)
      return ok(null)
    },
    keepFirstScreen: (taken, { windowId }) => {
      const window = windows.byId(windowId)
      if (window) deps.keepFirstScreen(window, taken)
      return ok(null)
    },
    readyToClose: ({ hasUnsaved }, { windowId }) => {
      deps.leaving.answered(windowId, hasUnsaved)
      return ok(null)
    },
  }
}
