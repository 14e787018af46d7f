// The ways into a library: at start, by choice, from a second instance. Whatever is wrong with one, a window is there.
import type { Log } from '#core/ports.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Outcome, StorageOutcome } from '#shared/errors/outcome.ts'
import { sentence } from '#shared/errors/outcome-copy.ts'
import { err, ok, type Result } from '#shared/ipc/result.ts'
import type { LaunchRequest } from './launch-arguments.ts'
import type { LibraryHost, OpenLibrary } from './library-host.ts'
import { libraryProblem } from './library-problem.ts'
import type { Notices } from './notices.ts'
import type { StetWindow, Windows } from './windows.ts'

/** `create` wants nothing there, `open` wants a library there, `either` takes what it finds. */
export type OpenMode = 'create' | 'open' | 'either'

export interface LibraryEntryDeps {
  readonly windows: Windows
  readonly host: LibraryHost
  readonly notices: Notices
  readonly log: Log
  openStore(path: string, mode: OpenMode): Promise<Result<OpenLibrary, StorageOutcome>>
  chooseFolder(create: boolean): Promise<string | null>
  /** Asks whether to leave the open library for this one. */
  confirmChange(path: string): Promise<boolean>
  /** Says what went wrong where no command waits for an answer. */
  tell(sentence: string): void
  mayClose(windows: readonly StetWindow[]): Promise<boolean>
  onOpened(library: OpenLibrary): void
  /** In place of a notice. */
  showStartPage(window: StetWindow): void
  quit(): void
}

export interface LibraryEntry {
  /** Opens the library of this start; a problem is shown in the first of the windows already there. */
  start(path: string, mode: OpenMode, opened: readonly StetWindow[]): Promise<void>
  /** `app.chooseLibrary`: asks for a folder, and changes to it once nothing is unsaved. */
  choose(create: boolean): Promise<Result<null, StorageOutcome | Outcome<'Cancelled'>>>
  /** What a second instance was asked for. Another library than the open one is changed to only with a click. */
  handedOver(request: LaunchRequest): Promise<void>
  /** Shows an article of the open library, in the window that already does or in a new one. */
  show(articleId: ArticleId): void
}

export function createLibraryEntry(deps: LibraryEntryDeps): LibraryEntry {
  const { windows, host, notices, log } = deps

  const enter = async (library: OpenLibrary) => {
    await host.adopt(library)
    deps.onOpened(library)
    log('info', 'library-opened', { isReadOnly: library.store.isReadOnly, wasCreated: library.wasCreated })
  }

  const start: LibraryEntry['start'] = async (path, mode, [first, ...others]) => {
    const opened = await deps.openStore(path, mode)
    if (opened.ok) {
      await enter(opened.value)
      if (first && notices.isShownIn(first)) deps.showStartPage(first)
      return
    }
    log('warn', 'library-not-opened', { outcome: opened.error.type })
    host.giveUp()
    for (const { window } of others) window.destroy()
    if (first) showProblem(path, mode, first, opened.error)
  }

  const showProblem = (path: string, mode: OpenMode, window: StetWindow, outcome: StorageOutcome) => {
    notices.show(window, libraryProblem(outcome), (choice) => {
      if (choice === 'quit') return deps.quit()
      if (choice === 'again') return void start(path, mode, [window])
      const create = choice === 'new'
      void deps.chooseFolder(create).then((chosen) => {
        if (chosen !== null) void start(chosen, create ? 'create' : 'open', [window])
      })
    })
  }

  /** Answers once the windows of the old library are gone; the new one is entered when `entered` is. */
  const change = async (
    path: string,
    mode: OpenMode,
  ): Promise<Result<{ readonly entered: Promise<void> }, StorageOutcome | Outcome<'Cancelled'>>> => {
    if (host.current()?.store.path === path) return ok({ entered: Promise.resolve() })
    const opened = await deps.openStore(path, mode)
    if (!opened.ok) return opened
    const old = windows.all()
    if (!(await deps.mayClose(old))) {
      opened.value.store.close()
      return err({ type: 'Cancelled' })
    }
    // In one turn, so that no word is written between: from here on calls wait for the new library, and words of the old one must
    // not end up in it. A copy of a library holds the same articles.
    const entered = enter(opened.value)
    // The new window first: with no window at all the app would think it is done.
    const [place] = windows.snapshot()
    windows.open(null, place ? { ...place, articleId: null } : null)
    for (const { window } of old) window.destroy()
    return ok({ entered })
  }

  const show = (articleId: ArticleId) => {
    if (!windows.focusArticle(articleId)) windows.open(articleId)
  }

  return {
    start,
    show,
    choose: async (create) => {
      const chosen = await deps.chooseFolder(create)
      if (chosen === null) return err({ type: 'Cancelled' })
      // Not waited for: this very call is one that the old core waits for when it closes.
      const changed = await change(chosen, create ? 'create' : 'open')
      return changed.ok ? ok(null) : changed
    },
    handedOver: async ({ library, articleId }) => {
      const isOther = library !== null && library !== host.current()?.store.path
      if (isOther) {
        if (host.current() === null || !(await deps.confirmChange(library))) return
        const changed = await change(library, 'open')
        if (!changed.ok) {
          if (changed.error.type !== 'Cancelled') deps.tell(sentence(changed.error))
          return
        }
        await changed.value.entered
      }
      const found = articleId === null ? null : host.current()?.store.articles.get(articleId)
      if (articleId !== null && found?.ok) show(articleId)
    },
  }
}
