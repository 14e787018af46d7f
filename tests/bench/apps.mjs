// Launches the floor and Stet alike.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { _electron } from '@playwright/test'

const root = path.resolve(import.meta.dirname, '../..')
const floorApp = path.join(import.meta.dirname, 'floor-app')

/** Started and ready, in ms; a machine under load takes seconds. */
const READY_LIMIT_MS = 60_000

export const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms))
export const profileFolder = () => fs.mkdtempSync(path.join(os.tmpdir(), 'stet-bench-'))

export const floorArguments = (page, profile) => [floorApp, `--user-data-dir=${profile}`, `--page=${page}`]

export const stetArguments = (library, profile, articleId) => [
  root,
  `--user-data-dir=${profile}`,
  '--library',
  library,
  ...(articleId === undefined ? [] : ['--open', articleId]),
]

/** Not the desktop's own services, and no sandbox as root, where Chromium has none. */
export const environment = { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' }
export const hasSandbox = process.getuid?.() !== 0

async function launch(args) {
  const app = await _electron.launch({
    args,
    chromiumSandbox: hasSandbox,
    env: environment,
  })
  const page = await app.firstWindow()
  return { app, page }
}

export async function launchFloor(page, profile) {
  const started = await launch(floorArguments(page, profile))
  await started.page.waitForLoadState('load')
  return started
}

export async function launchStet(library, profile, articleId) {
  const started = await launch(stetArguments(library, profile, articleId))
  await started.page
    .locator('html[data-ready="true"]')
    .waitFor({ state: 'attached', timeout: READY_LIMIT_MS })
  return started
}

/** The window's size is part of the measurement: the same for all. */
export const sizeWindow = ({ app }) =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1280, 860))

export async function end({ app }) {
  const { pid } = app.process()
  const ended = new Promise((resolve) => app.process().once('exit', resolve))
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    app.process().kill('SIGKILL')
  }
  await ended
}
