// The one fixture that owns the app: a library and a profile of its own, an explicit ready mark, a hard end. Console
// errors fail the test. Nothing of this is in the product.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { test as base, type ElectronApplication, _electron, expect, type Page } from '@playwright/test'
import type { DesktopApi } from '#shared/ipc/desktop-api.ts'
import { type DialogStubs, stubDialogs } from './dialog-stubs.ts'
import { root } from './electron-program.ts'

// In what tests evaluate in the page.
declare global {
  interface Window {
    readonly stet: DesktopApi
  }
}

export interface LaunchOptions {
  /** Instead of the test's own. */
  readonly library?: string
  /** The article to open. */
  readonly open?: string
  readonly args?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
}

export interface Stet extends DialogStubs {
  readonly app: ElectronApplication
  /** The first window, ready to be used. */
  readonly page: Page
  /** Folder of the library; it is made by the app unless the test puts one there first. */
  readonly library: string
  /** Electron's profile: settings, logs. */
  readonly userData: string
  /** Empty folder for the test's own files. */
  readonly scratch: string
  launch(options?: LaunchOptions): Promise<void>
  /** Quits as a person would, and waits. */
  quit(): Promise<void>
  /** kill -9 for every process of the app at once. */
  kill(): Promise<void>
  /** Quits if it still runs, then starts again on the same library and profile. */
  relaunch(options?: LaunchOptions): Promise<void>
  /** Does something that opens a window and answers it, ready. */
  nextWindow(act: () => Promise<unknown>): Promise<Page>
  /** Console errors that this test is about. */
  allowConsole(pattern: RegExp): void
  readLog(): Record<string, unknown>[]
}

export interface StetFixtures {
  /** Set to false to prepare a library first and call `stet.launch()` yourself. */
  startsAtOnce: boolean
  stet: Stet
}

/** Started and ready: half a second on a quiet machine. */
const READY_LIMIT_MS = 30_000
const QUIT_LIMIT_MS = 15_000

export const test = base.extend<StetFixtures>({
  startsAtOnce: [true, { option: true }],
  stet: async ({ startsAtOnce }, use) => {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'stet-e2e-'))
    const stet = createStet(folder)
    try {
      if (startsAtOnce) await stet.launch()
      await use(stet)
      expect(stet.consoleErrors(), 'the console has errors').toEqual([])
    } finally {
      await stet.kill()
      fs.rmSync(folder, { recursive: true, force: true })
    }
  },
})

export { expect }

/** The page says when its first screen can be used; a notice says so from the start. */
export const waitUntilReady = async (page: Page): Promise<Page> => {
  await page.locator('html[data-ready="true"]').waitFor({ state: 'attached', timeout: READY_LIMIT_MS })
  return page
}

function createStet(folder: string): Stet & { consoleErrors(): string[] } {
  const library = path.join(folder, 'Newsroom.stet')
  const userData = path.join(folder, 'profile')
  const scratch = path.join(folder, 'scratch')
  fs.mkdirSync(scratch, { recursive: true })
  const allowed: RegExp[] = []
  const errors: string[] = []
  let running: { app: ElectronApplication; page: Page; dialogs: DialogStubs } | null = null
  const now = () => {
    if (running === null) throw new Error('Stet is not running: call launch() first')
    return running
  }

  const listen = (page: Page) => {
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(`${message.text()} (${message.location().url})`)
    })
    page.on('pageerror', (error) => errors.push(String(error)))
  }

  const launch = async (options: LaunchOptions = {}) => {
    const app = await _electron.launch({
      args: [
        root,
        `--user-data-dir=${userData}`,
        '--library',
        options.library ?? library,
        ...(options.open === undefined ? [] : ['--open', options.open]),
        ...(options.args ?? []),
      ],
      cwd: scratch,
      chromiumSandbox: process.platform !== 'linux' || process.getuid?.() !== 0,
      env: {
        ...(process.env as Record<string, string>),
        DBUS_SESSION_BUS_ADDRESS: 'disabled:',
        ...options.env,
      },
    })
    for (const page of app.windows()) listen(page)
    app.on('window', listen)
    const dialogs = await stubDialogs(app)
    const page = await app.firstWindow()
    running = { app, page, dialogs }
    await waitUntilReady(page)
  }

  const kill = async () => {
    if (running === null) return
    const child = running.app.process()
    running = null
    if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return
    const ended = new Promise((resolve) => child.once('exit', resolve))
    try {
      process.kill(-child.pid, 'SIGKILL') // Playwright starts it as the leader of its own group
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
    await ended
  }

  const quit = async () => {
    if (running === null) return
    const { app } = running
    const child = app.process()
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    // Not app.close(): that would wait for ever on a window that refuses to go.
    await app.evaluate(({ app: electronApp }) => setImmediate(() => electronApp.quit()))
    const isGone = await Promise.race([
      ended.then(() => true),
      new Promise<false>((resolve) => setTimeout(() => resolve(false), QUIT_LIMIT_MS)),
    ])
    if (!isGone) throw new Error(`Stet had not quit after ${QUIT_LIMIT_MS} ms`)
    running = null
  }

  return {
    library,
    userData,
    scratch,
    get app() {
      return now().app
    },
    get page() {
      return now().page
    },
    launch,
    quit,
    kill,
    relaunch: async (options) => {
      await quit()
      await launch(options)
    },
    nextWindow: async (act) => {
      const opened = now().app.waitForEvent('window')
      await act()
      return waitUntilReady(await opened)
    },
    chooseFiles: (paths) => now().dialogs.chooseFiles(paths),
    chooseSavePath: (file) => now().dialogs.chooseSavePath(file),
    answerMessage: (button) => now().dialogs.answerMessage(button),
    messages: () => now().dialogs.messages(),
    allowConsole: (pattern) => void allowed.push(pattern),
    consoleErrors: () => errors.filter((text) => !allowed.some((pattern) => pattern.test(text))),
    readLog: () => readLog(path.join(userData, 'logs/stet.log')),
  }
}

function readLog(file: string): Record<string, unknown>[] {
  if (!fs.existsSync(file)) return []
  const lines = fs.readFileSync(file, 'utf8').split('\n')
  return lines.filter(Boolean).map((line) => JSON.parse(line) as Record<string, unknown>)
}
