// When something breaks: a page that dies comes back on the same article; a bug in main is written down and told once.
import { randomUUID } from 'node:crypto'
import process from 'node:process'
import { app, dialog } from 'electron'
import type { Log } from '#core/ports.ts'
import { createCrashPolicy } from './crash-policy.ts'
import type { Notice } from './notice-page.ts'
import type { StetWindow } from './windows.ts'

export interface CrashDeps {
  readonly log: Log
  showStartPage(window: StetWindow): void
  /** The page's sessions in core are over; a new page will open its own. */
  onPageLost(window: StetWindow): void
  showNotice(window: StetWindow, notice: Notice, onChoice: (choice: string) => void): void
}

const SAFE_PAGE: Notice = {
  title: 'This window stopped working three times in a minute',
  paragraphs: [
    'Everything that was shown as saved is in the library. Stet has stopped reloading the window so that you can decide.',
    'If it happens again, open another article, or export this one from the command line: stet export ID --to html.',
  ],
  choices: [
    { id: 'reload', label: 'Try Again' },
    { id: 'desk', label: 'Open the Desk Without the Article' },
    { id: 'quit', label: 'Quit' },
  ],
}

/** Watches one window's page. */
export function watchPage(opened: StetWindow, deps: CrashDeps): void {
  const { window } = opened
  const policy = createCrashPolicy(Date.now)
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    deps.log('error', 'page-gone', { reason, exitCode })
    opened.hasCalled = false
    deps.onPageLost(opened)
    if (policy.next() === 'reload') return deps.showStartPage(opened)
    deps.showNotice(opened, SAFE_PAGE, (choice) => {
      if (choice === 'quit') return app.quit()
      if (choice === 'desk') opened.articleId = null
      policy.reset()
      deps.showStartPage(opened)
    })
  })
  window.webContents.on('did-fail-load', (_event, code, description, _url, isMainFrame) => {
    if (isMainFrame) deps.log('error', 'page-not-loaded', { code, description })
  })
  window.on('unresponsive', () => {
    deps.log('warn', 'page-unresponsive')
    void askToWait(opened).then((isToReload) => {
      if (isToReload) window.webContents.forcefullyCrashRenderer() // comes back through 'render-process-gone'
    })
  })
}

async function askToWait({ window }: StetWindow): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'question',
    title: 'Stet',
    message: 'This window is not responding.',
    detail: 'You can wait, or reload it. Everything shown as saved is in the library.',
    buttons: ['Wait', 'Reload'],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** One of the four places that may catch a defect (ARCHITECTURE 3.7). */
export function watchProcess(log: Log): void {
  let isTold = false
  const record = (kind: string) => (thrown: unknown) => {
    const reference = randomUUID().slice(0, 8)
    const error = thrown instanceof Error ? thrown : new Error(String(thrown))
    // The stack only: a message may quote what someone wrote (P4).
    log('error', 'defect', { kind, reference, name: error.name, stack: framesOf(error) })
    if (isTold || !app.isReady()) return
    isTold = true
    void dialog.showMessageBox({
      type: 'error',
      title: 'Stet',
      message: 'Something went wrong inside Stet.',
      detail: `Everything shown as saved is in the library. It is best to quit and start again. If you report this, mention ${reference}.`,
      buttons: ['OK'],
    })
  }
  process.on('uncaughtException', record('exception'))
  process.on('unhandledRejection', record('rejection'))
  app.on('child-process-gone', (_event, { type, reason, exitCode }) => {
    if (reason !== 'clean-exit') log('error', 'process-gone', { type, reason, exitCode })
  })
}

const framesOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .join('\n')
