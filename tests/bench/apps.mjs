// Launches the floor and Stet alike, and says what happened when.
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

async function launch(args) {
  const spawnedAt = Date.now()
  const app = await _electron.launch({
    args,
    chromiumSandbox: process.getuid?.() !== 0,
    env: { ...process.env, DBUS_SESSION_BUS_ADDRESS: 'disabled:' },
  })
  const page = await app.firstWindow()
  return { app, page, spawnedAt }
}

export async function launchFloor(page, profile) {
  const started = await launch([floorApp, `--user-data-dir=${profile}`, `--page=${page}`])
  await started.page.waitForLoadState('load')
  return started
}

export async function launchStet(library, profile, articleId) {
  const open = articleId === undefined ? [] : ['--open', articleId]
  const started = await launch([root, `--user-data-dir=${profile}`, '--library', library, ...open])
  await started.page
    .locator('html[data-ready="true"]')
    .waitFor({ state: 'attached', timeout: READY_LIMIT_MS })
  return started
}

/** Milliseconds from the spawn to the first contentful paint, and to a mark of the page (or its load where it has none). */
export async function startTimes({ page, spawnedAt }, mark) {
  const at = await page.evaluate(async (name) => {
    const paint = () => performance.getEntriesByName('first-contentful-paint')[0]
    const giveUpAt = performance.now() + 10_000
    while (!paint() && performance.now() < giveUpAt) await new Promise((resolve) => setTimeout(resolve, 10))
    const usable =
      performance.getEntriesByName(name)[0]?.startTime ??
      performance.getEntriesByType('navigation')[0].loadEventEnd
    return { origin: performance.timeOrigin, paint: paint()?.startTime ?? Number.NaN, usable }
  }, mark)
  return {
    paint: at.origin + at.paint - spawnedAt,
    usable: at.origin + Math.max(at.paint, at.usable) - spawnedAt,
  }
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
