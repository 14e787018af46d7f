// Closing a window, quitting, signals, suspend: nothing ends before what is written is on disk or the person has decided.
import process from 'node:process'
import { app, dialog, powerMonitor } from 'electron'
import type { Log } from '#core/ports.ts'
import type { ArticleId } from '#shared/article/ids.ts'
import type { Answer, LeaveChoice, Leaving } from './leaving.ts'
import type { StetWindow, Windows } from './windows.ts'

export interface LifecycleDeps {
  readonly windows: Windows
  readonly leaving: Leaving<StetWindow>
  readonly log: Log
  /** Articles whose words core holds and the library refuses. */
  unsaved(): readonly ArticleId[]
  /** Before windows go: what they showed is remembered. */
  beforeQuit(): void
  /** Drains the core and closes the library. */
  closeLibrary(): Promise<void>
}

/** DR13: draining is bounded. Every acknowledged word is on disk already; what is left is projections. */
const DRAIN_LIMIT_MS = 5_000

export interface Lifecycle {
  /** Takes over the closing of this window. */
  watch(window: StetWindow): void
}

export function createLifecycle(deps: LifecycleDeps): Lifecycle {
  let stage: 'running' | 'asking' | 'gone' = 'running'
  /** Articles whose unsaved words somebody gave up when a window closed. */
  const givenUp = new Set<ArticleId>()

  /** DR13: words whose window is gone (its page died) are core's alone; nobody has been asked about them yet. */
  const mayLoseHeld = async (): Promise<boolean> => {
    for (const { articleId } of deps.windows.all()) if (articleId !== null) givenUp.add(articleId)
    const held = deps.unsaved().filter((articleId) => !givenUp.has(articleId))
    return held.length === 0 || askAboutHeld(held.length)
  }

  const mayLeave = async () => (await deps.leaving.mayClose(deps.windows.all())) && mayLoseHeld()

  const quit = async () => {
    stage = 'asking'
    deps.beforeQuit()
    // A question that cannot be asked must not leave an app that cannot be quit.
    const mayQuit = await mayLeave().catch((error: unknown) => {
      stage = 'running'
      throw error
    })
    if (!mayQuit) {
      stage = 'running'
      givenUp.clear()
      if (deps.windows.all().length === 0) deps.windows.open(null) // an app without a window could not be asked again
      return
    }
    for (const { window } of deps.windows.all()) window.destroy()
    const limit = new Promise((resolve) => setTimeout(resolve, DRAIN_LIMIT_MS))
    // Without windows there is only one way on, whatever happens: a process that stays would keep the library's lock.
    await Promise.race([deps.closeLibrary(), limit]).catch((error: unknown) => {
      deps.log('error', 'library-not-closed', { name: error instanceof Error ? error.name : typeof error })
    })
    stage = 'gone'
    app.quit()
  }

  app.on('before-quit', (event) => {
    if (stage === 'gone') return
    event.preventDefault()
    if (stage === 'running') void quit()
  })
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin' && stage === 'running') app.quit()
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  // A machine that goes to sleep may not wake up: windows send what they hold; nobody has to answer.
  powerMonitor.on('suspend', () => deps.windows.broadcast('app', 'closing', {}))

  return {
    watch: (opened) => {
      let isAsking = false
      opened.window.on('close', (event) => {
        if (stage === 'gone') return
        event.preventDefault()
        if (isAsking || stage === 'asking') return
        isAsking = true
        void deps.leaving
          .mayClose([opened])
          .finally(() => {
            isAsking = false
          })
          .then((mayClose) => {
            if (!mayClose || opened.window.isDestroyed()) return
            if (deps.windows.all().length === 1) deps.beforeQuit()
            const { articleId } = opened
            if (articleId !== null && deps.unsaved().includes(articleId)) givenUp.add(articleId)
            opened.window.destroy()
          })
      })
    },
  }
}

async function askAboutHeld(articles: number): Promise<boolean> {
  const { response } = await dialog.showMessageBox({
    type: 'warning',
    title: 'Stet',
    message: `The latest changes of ${articles === 1 ? 'an article' : `${articles} articles`} are not saved.`,
    detail:
      'The library could not take them, and no window shows them now. Stet keeps trying as long as it runs. To save a copy somewhere else, open the article from the desk.',
    buttons: ['Keep Trying', 'Quit Anyway'],
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  })
  return response === 1
}

/** The question about unsaved words in a window. */
export async function askAboutUnsaved(
  opened: StetWindow,
  answer: Exclude<Answer, 'clean'>,
): Promise<LeaveChoice> {
  const choices: readonly LeaveChoice[] = ['save-copy', 'close', 'stay']
  const { response } = await dialog.showMessageBox(opened.window, {
    type: 'warning',
    title: 'Stet',
    message:
      answer === 'unsaved'
        ? 'Some changes in this window are not saved.'
        : 'This window has not confirmed that everything is saved.',
    detail:
      'The library could not take the latest changes. You can save a copy of the article somewhere else, close the window and lose those changes, or stay and try again.',
    buttons: ['Save a Copy…', 'Close Anyway', 'Cancel'],
    defaultId: 0,
    cancelId: 2,
    noLink: true,
  })
  return choices[response] ?? 'stay'
}
